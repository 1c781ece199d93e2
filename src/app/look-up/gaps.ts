import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { Gap } from '../store/gap.ts';
import type { Store } from '../store/store.ts';

type Query = Pick<Gap, 'kind' | 'query' | 'question'>;

/** Counts a query that the bank cannot answer, or not well; the text, never the person. */
export type NoteGap = (gap: Query) => void;

/**
 * Interval between two writes, in ms: a crash loses no more than this, and a flood of nonsense costs one transaction.
 */
const interval = 1000;

/** More distinct queries than this within an interval are not worth keeping. */
const mostWaiting = 500;

type Options = { readonly store: Store; readonly clock: Clock; readonly log: Log };

/** Collects gaps and writes them in batches. */
export function createGapNotes({ store, clock, log }: Options): {
  readonly note: NoteGap;
  /** Writes what is left. */
  readonly stop: () => Promise<void>;
} {
  const waiting: Query[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    timer = undefined;
    const gaps = waiting.splice(0);
    if (gaps.length === 0) return;
    try {
      await store.transact(async (unit) => {
        for (const gap of gaps) await unit.gaps.count(gap, clock.wall());
      });
    } catch (error) {
      log.warn({ err: error, gaps: gaps.length }, 'Unanswered queries could not be counted.');
    }
  }

  return {
    note: (gap) => {
      if (waiting.length >= mostWaiting) return;
      waiting.push(gap);
      timer ??= setTimeout(() => void write(), interval).unref();
    },
    stop: async () => {
      clearTimeout(timer);
      await write();
    },
  };
}
