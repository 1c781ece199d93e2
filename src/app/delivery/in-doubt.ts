import { setBounded } from '../../core/bounded-map.ts';

/** Most that is remembered; in a longer outage the oldest are waited for anew, which only takes longer. */
const mostKept = 10_000;

/** Beyond the time in which an attempt can take effect, so long (ms) for the platform to show it. */
const settling = 500;

/** Which attempts may still take effect though nothing was heard of them, by a clock that nobody can set. */
export type InDoubt = {
  /**
   * An attempt to show `content` (null: it does not matter what) ended without an answer just now; it may take effect for
   * so long (ms).
   */
  readonly note: (key: string, aftermath: number, content: string | null) => void;
  /**
   * Milliseconds until what is not there will not come any more, 0 when that is so. An attempt that is not known here
   * is another process's: it may take effect for `others` ms by what is stored of it, and at most for `longest`, since the
   * clock of that may have been set.
   */
  readonly left: (key: string, others: number, longest: number) => number;
  /** Milliseconds in which an attempt that is known here may still show something else than `content`. */
  readonly against: (key: string, content: string) => number;
  readonly forget: (key: string) => void;
};

/** `content` is null where it is not known, or was not always the same. */
type InDoubtAttempt = { readonly until: number; readonly content: string | null };

/** `steady`: milliseconds of a clock that only goes on. */
export function createInDoubt(steady: () => number): InDoubt {
  const attempts = new Map<string, InDoubtAttempt>();
  const leftOf = (key: string) => Math.max(0, (attempts.get(key)?.until ?? 0) - steady());
  const wait = (key: string, milliseconds: number, content: string | null) =>
    setBounded(attempts, key, { until: steady() + milliseconds, content }, mostKept);
  return {
    note: (key, aftermath, content) => {
      const isNew = leftOf(key) === 0 || attempts.get(key)?.content === content;
      wait(key, aftermath + settling, isNew ? content : null);
    },
    left: (key, others, longest) => {
      if (!attempts.has(key)) wait(key, Math.min(Math.max(0, others), longest) + settling, null);
      return leftOf(key);
    },
    against: (key, content) => (attempts.get(key)?.content === content ? 0 : leftOf(key)),
    forget: (key) => {
      attempts.delete(key);
    },
  };
}
