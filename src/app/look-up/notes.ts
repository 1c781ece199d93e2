import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { Click } from '../store/click.ts';
import type { Gap } from '../store/gap.ts';
import type { Store, Unit } from '../store/store.ts';

/** Counts what the bank is to be improved by: texts and ids, never a person. Both return at once and never fail. */
export type Notes = {
  /** A query that the bank cannot answer, or not well. */
  readonly gap: (gap: Pick<Gap, 'kind' | 'query' | 'question'>) => void;
  /** A question that somebody opened after it was offered for a query without certainty. */
  readonly click: (click: Pick<Click, 'query' | 'question'>) => void;
};

/**
 * Interval between two writes, in ms: a crash loses no more than this, and a flood of nonsense costs one transaction.
 */
const interval = 1000;

/** More than this within an interval is not worth keeping. */
const mostWaiting = 500;

type Options = { readonly store: Store; readonly clock: Clock; readonly log: Log };

type Note = (unit: Pick<Unit, 'gaps' | 'clicks'>, now: number) => Promise<void>;

/** Collects notes and writes them in batches. */
export function createNotes({ store, clock, log }: Options): Notes & {
  /** Writes what is left. */
  readonly stop: () => Promise<void>;
} {
  const waiting: Note[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    timer = undefined;
    const notes = waiting.splice(0);
    if (notes.length === 0) return;
    try {
      await store.transact(async (unit) => {
        for (const note of notes) await note(unit, clock.wall());
      });
    } catch (error) {
      log.warn({ err: error, notes: notes.length }, 'Queries and clicks could not be counted.');
    }
  }

  function add(note: Note): void {
    if (waiting.length >= mostWaiting) return;
    waiting.push(note);
    timer ??= setTimeout(() => void write(), interval).unref();
  }

  return {
    gap: (gap) => add((unit, now) => unit.gaps.count(gap, now)),
    click: (click) => add((unit, now) => unit.clicks.count(click, now)),
    stop: async () => {
      clearTimeout(timer);
      await write();
    },
  };
}
