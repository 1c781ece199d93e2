import type { CountedPost } from '../../core/daily/asked-at-once.ts';
import type { PostKey } from '../../core/daily/post-key.ts';
import type { DailySettings } from '../../core/daily/settings.ts';

/** A channel's daily question. */
export type DailySchedule = {
  readonly channel: string;
  readonly scope: string;
  readonly settings: DailySettings;
  /** Who set it up, and is told when it has to be turned off. */
  readonly setBy: string;
  readonly on: boolean;
  /** The next post: intended local date (YYYY-MM-DD) and instant (UTC ms). */
  readonly nextDate: string;
  readonly nextAt: number;
  /**
   * The version of the time zone rules by which `nextAt` was reckoned. `unplanned` where they did not know the zone: then
   * nothing comes, `nextAt` means nothing, and `nextDate` is the first date that has not had its turn.
   */
  readonly rules: string;
};

/** Sorts before every version. */
export const unplanned = '';

/** Settings of a daily question that were asked for without a time zone, until the person has chosen one. */
export type DailyDraft = {
  /** A word that nobody can guess. */
  readonly id: string;
  readonly channel: string;
  readonly scope: string;
  readonly user: string;
  readonly settings: Omit<DailySettings, 'zone'>;
  /** UTC ms. */
  readonly since: number;
};

/** One day's question in a channel. `order` tells which of the item's options is shown at A, B, C and D. */
export type DailyPost = {
  readonly channel: string;
  readonly date: PostKey;
  readonly question: string;
  /** Hash of what is asked; null where it is not known any more. */
  readonly asked: string | null;
  readonly order: readonly number[];
  /** The outgoing that posts it. */
  readonly outgoing: string;
  /**
   * `unverified`: it may stand there, and nobody can tell; it counts as asked and takes no answers. `withdrawn`: neither
   * does it take any more, since nobody can tell what it asked; answers so far count.
   */
  readonly state: 'posting' | 'open' | 'closed' | 'failed' | 'unverified' | 'withdrawn';
  /** When it was put in, UTC ms. */
  readonly since: number;
};

/** What one person answered. `choice` is the place shown, 0 for A. */
export type DailyAnswer = {
  readonly user: string;
  readonly name: string;
  readonly choice: number;
  readonly correct: boolean;
  /** By the platform's clock, UTC ms. */
  readonly at: number;
};

export type DailyStreak = {
  readonly user: string;
  readonly name: string;
  readonly current: number;
  readonly longest: number;
};

export type DailyUnit = {
  readonly schedule: (channel: string) => Promise<DailySchedule | null>;
  /** As `schedule`, and keeps others from changing it until this unit ends. */
  readonly lockSchedule: (channel: string) => Promise<DailySchedule | null>;
  readonly saveSchedule: (schedule: DailySchedule) => Promise<void>;
  readonly deleteSchedule: (channel: string) => Promise<void>;
  /** The channels whose next post was planned by rules before a version, or not at all. */
  readonly plannedBefore: (version: string) => Promise<readonly string[]>;
  /** The latest version by which a next post is planned; `unplanned` if there is none. */
  readonly newestRules: () => Promise<string>;
  readonly addDraft: (draft: DailyDraft) => Promise<void>;
  readonly draft: (id: string) => Promise<DailyDraft | null>;
  /** Dates that are to be left out (`daily skip`). */
  readonly skip: (channel: string, date: string) => Promise<void>;
  readonly isSkipped: (channel: string, date: string) => Promise<boolean>;
  /** All of them, ascending, those that are over among them. */
  readonly skips: (channel: string) => Promise<readonly string[]>;
  readonly unskip: (channel: string, date: string) => Promise<void>;
  /** Reads it and keeps others from closing it until this unit ends. */
  readonly post: (channel: string, date: string) => Promise<DailyPost | null>;
  /** False when that date has one already; then nothing changes. */
  readonly addPost: (post: DailyPost) => Promise<boolean>;
  readonly setPostState: (channel: string, date: string, state: DailyPost['state']) => Promise<void>;
  /** The posts of a channel that are not closed, oldest first. */
  readonly openPosts: (channel: string) => Promise<readonly DailyPost[]>;
  /** All that was ever asked in the channel, oldest first; failed posts are left out. */
  readonly history: (channel: string) => Promise<readonly Pick<DailyPost, 'date' | 'question' | 'asked' | 'since'>[]>;
  /** Null when it is the person's first and was recorded, else what was answered before. */
  readonly answer: (channel: string, date: string, answer: DailyAnswer) => Promise<DailyAnswer | null>;
  /** In the order in which they were recorded. People who were forgotten are not among them. */
  readonly answers: (channel: string, date: string) => Promise<readonly DailyAnswer[]>;
  /** How many chose each option, forgotten people included. */
  readonly tally: (channel: string, date: string) => Promise<readonly [number, number, number, number]>;
  /** Keys of the channel's posts that count and that a person answered, ascending. */
  readonly answeredDates: (channel: string, user: string) => Promise<readonly string[]>;
  /** Keys of all posts of the channel that count and that people could answer, ascending. */
  readonly postDates: (channel: string) => Promise<readonly string[]>;
  /** The same with when they were put in, and those that were withdrawn after people had answered. */
  readonly countedPosts: (channel: string) => Promise<readonly CountedPost[]>;
  /** Keys that have had an entry, practice and failed ones included, ascending; none can be posted any more. */
  readonly spentDates: (channel: string) => Promise<readonly string[]>;
  /** As it stands: `current` is 0 once a question was let pass. */
  readonly streak: (channel: string, user: string) => Promise<DailyStreak | null>;
  readonly saveStreak: (channel: string, streak: DailyStreak, lastDate: string) => Promise<void>;
  /** The longest running streaks among those who answered `lastDate` or later, longest first. */
  readonly longestStreaks: (channel: string, lastDate: string, limit: number) => Promise<readonly DailyStreak[]>;
};
