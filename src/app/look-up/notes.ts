import type { Subject } from '../../core/bank.ts';
import { idIn } from '../../core/bank-name.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { Click } from '../store/click.ts';
import type { Gap } from '../store/gap.ts';
import type { Store } from '../store/store.ts';

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

/** Notes of one bank: where a gap is about no question of it, the bank itself is named (`idIn`), unless it is the default one. */
export function notesOf({ bank }: Pick<Subject, 'bank'>, notes: Notes): Notes {
  if (bank === undefined) return notes;
  return { ...notes, gap: (gap) => notes.gap(gap.question === '' ? { ...gap, question: idIn(bank, '') } : gap) };
}

type Options = { readonly store: Store; readonly clock: Clock; readonly log: Log };

/** Collects notes and writes them in batches. */
export function createNotes({ store, clock, log }: Options): Notes & {
  /** Writes what is left. */
  readonly stop: () => Promise<void>;
} {
  let gaps: Parameters<Notes['gap']>[0][] = [];
  let clicks: Parameters<Notes['click']>[0][] = [];
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    timer = undefined;
    const [asked, opened] = [gaps, clicks];
    [gaps, clicks] = [[], []];
    if (asked.length + opened.length === 0) return;
    try {
      await store.transact(async (unit) => {
        await unit.gaps.countAll(asked, clock.wall());
        for (const click of opened) await unit.clicks.count(click, clock.wall());
      });
    } catch (error) {
      log.warn({ err: error, notes: asked.length + opened.length }, 'Queries and clicks could not be counted.');
    }
  }

  function add<Note>(notes: Note[], note: Note): void {
    if (gaps.length + clicks.length >= mostWaiting) return;
    notes.push(note);
    timer ??= setTimeout(() => void write(), interval).unref();
  }

  return {
    gap: (gap) => add(gaps, gap),
    click: (click) => add(clicks, click),
    stop: async () => {
      clearTimeout(timer);
      await write();
    },
  };
}
