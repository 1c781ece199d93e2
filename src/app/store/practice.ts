import type { PracticeSession } from '../../core/practice/session.ts';

/** The latest practice of each person: one learner in all scopes of a platform, see `learnerOf`. */
export type PracticeUnit = {
  /** Reads it and locks it until this unit ends; null if there is none. */
  readonly lock: (user: string) => Promise<PracticeSession | null>;
  /** The same, and where there is none keeps others from beginning one until this unit ends; then it is to be saved. */
  readonly reserve: (user: string) => Promise<PracticeSession | null>;
  /** When it was saved last, UTC ms; 0 if there is none. */
  readonly savedAt: (user: string) => Promise<number>;
  /** In place of any before. `now`: UTC ms. */
  readonly save: (user: string, session: PracticeSession, now: number) => Promise<void>;
};
