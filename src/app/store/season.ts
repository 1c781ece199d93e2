import type { Period } from './score.ts';

/** A span in which a channel's quizzes count on a board of their own. */
export type Season = {
  readonly id: string;
  readonly channel: string;
  readonly scope: string;
  /** Untrusted text. */
  readonly name: string;
  /** UTC ms; `endedAt` is null while it goes on. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Quizzes that have counted so far. */
  readonly quizzes: number;
};

export type SeasonUnit = {
  /** False if the channel has one that goes on; then nothing changes. */
  readonly start: (season: Omit<Season, 'endedAt' | 'quizzes'>) => Promise<boolean>;
  /** The one that goes on in a channel; null if none does. */
  readonly current: (channel: string) => Promise<Season | null>;
  /** The one that began last in a channel, whether it goes on or not. */
  readonly latest: (channel: string) => Promise<Season | null>;
  readonly find: (id: string) => Promise<Season | null>;
  /** False if it does not go on. */
  readonly end: (id: string, at: number) => Promise<boolean>;
  readonly countQuiz: (id: string) => Promise<void>;
};

/** Under which period of its channel's board the points of a season are kept. */
export function seasonPeriod(id: string): Period {
  return `season:${id}`;
}
