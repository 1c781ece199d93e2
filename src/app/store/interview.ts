import type { Interview } from '../../core/interview/interview.ts';

/** The latest mock interview of each person: one learner in all scopes of a platform, see `learnerOf`. */
export type InterviewUnit = {
  /** Reads it and locks it until this unit ends; null if there is none. */
  readonly lock: (user: string) => Promise<Interview | null>;
  /** The same, and where there is none keeps others from beginning one until this unit ends; then it is to be saved. */
  readonly reserve: (user: string) => Promise<Interview | null>;
  /** In place of any before. `now`: UTC ms. */
  readonly save: (user: string, interview: Interview, now: number) => Promise<void>;
};
