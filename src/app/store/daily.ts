import type { CountedPost } from '../../core/daily/asked-at-once.ts';
import type { PostKey } from '../../core/daily/post-key.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import type { Streak } from '../../core/daily/streak.ts';
import type { LocalDate } from '../../core/schedule/local-date.ts';

/** A channel's daily question. */
export type DailySchedule = {
  readonly channel: string;
  readonly scope: string;
  readonly settings: DailySettings;
  /** Who set it up; told if it has to be turned off. */
  readonly setBy: string;
  readonly on: boolean;
  /** The next post: intended local date (YYYY-MM-DD) and instant (UTC ms). */
  readonly nextDate: string;
  readonly nextAt: number;
  /**
   * The version of the time zone rules that `nextAt` was computed with. `unplanned` if they did not know the zone: then
   * nothing is posted, `nextAt` is meaningless, and `nextDate` is the first date not yet dealt with.
   */
  readonly rules: string;
};

/** Sorts before every version. */
export const unplanned = '';

/** Settings of a daily question given without a time zone, until the person has chosen one. */
export type DailyDraft = {
  /** An unguessable token. */
  readonly id: string;
  readonly channel: string;
  readonly scope: string;
  readonly user: string;
  readonly settings: Omit<DailySettings, 'zone'>;
  /** UTC ms. */
  readonly since: number;
};

/** One daily question in a channel. `order` tells which of the item's options is shown at A, B, C and D. */
export type DailyPost = {
  readonly channel: string;
  readonly date: PostKey;
  readonly question: string;
  /** Hash of what is asked; null if no longer known. */
  readonly asked: string | null;
  readonly order: readonly number[];
  /** Id of the outgoing that posts it. */
  readonly outgoing: string;
  /**
   * `unverified`: nobody can tell whether it was posted; it counts as asked and accepts no answers. `withdrawn`: nobody
   * can tell any more what it asked; it accepts no further answers, but earlier ones count.
   */
  readonly state: 'posting' | 'open' | 'closed' | 'failed' | 'unverified' | 'withdrawn';
  /** When it was put in, UTC ms. */
  readonly since: number;
};

/** What one person answered. `choice` is the place as shown, 0 for A. */
export type DailyAnswer = {
  readonly user: string;
  readonly name: string;
  readonly choice: number;
  readonly correct: boolean;
  /** By the platform's clock, UTC ms. */
  readonly at: number;
};

/** A streak as it was with its owner's last answer. */
export type DailyStreak = {
  readonly user: string;
  readonly name: string;
  readonly current: number;
  readonly longest: number;
};

export type DailyUnit = {
  readonly schedule: (channel: string) => Promise<DailySchedule | null>;
  /** Like `schedule`, and locks it until this unit ends. */
  readonly lockSchedule: (channel: string) => Promise<DailySchedule | null>;
  readonly saveSchedule: (schedule: DailySchedule) => Promise<void>;
  readonly deleteSchedule: (channel: string) => Promise<void>;
  /** The channels whose next post was planned by rules older than a version, or not at all. */
  readonly plannedBefore: (version: string) => Promise<readonly string[]>;
  /** The latest version of rules that any next post was planned by; `unplanned` if there is none. */
  readonly newestRules: () => Promise<string>;
  readonly addDraft: (draft: DailyDraft) => Promise<void>;
  readonly draft: (id: string) => Promise<DailyDraft | null>;
  /** Dates to skip (`daily skip`). */
  readonly skip: (channel: string, date: string) => Promise<void>;
  readonly isSkipped: (channel: string, date: string) => Promise<boolean>;
  /** All of them, ascending, including those in the past. */
  readonly skips: (channel: string) => Promise<readonly string[]>;
  readonly unskip: (channel: string, date: string) => Promise<void>;
  /** Reads it, and keeps others from closing it until this unit ends. */
  readonly post: (channel: string, date: string) => Promise<DailyPost | null>;
  /** False if that date has one already; then nothing changes. */
  readonly addPost: (post: DailyPost) => Promise<boolean>;
  readonly setPostState: (channel: string, date: string, state: DailyPost['state']) => Promise<void>;
  /** The posts of a channel that are not closed, oldest first. */
  readonly openPosts: (channel: string) => Promise<readonly DailyPost[]>;
  /** Everything that was ever asked in the channel, oldest first, without failed posts. */
  readonly history: (channel: string) => Promise<readonly Pick<DailyPost, 'date' | 'question' | 'asked' | 'since'>[]>;
  /** Null if it is the person's first answer and was recorded; otherwise the earlier answer. */
  readonly answer: (channel: string, date: string, answer: DailyAnswer) => Promise<DailyAnswer | null>;
  /** In the order in which they were recorded, without people who were forgotten. */
  readonly answers: (channel: string, date: string) => Promise<readonly DailyAnswer[]>;
  /** How many chose each option, forgotten people included. */
  readonly tally: (channel: string, date: string) => Promise<readonly [number, number, number, number]>;
  /**
   * Keys of all counted posts of the channel that people could answer, those withdrawn after they had included, with the
   * time they were put in, ascending.
   */
  readonly countedPosts: (channel: string) => Promise<readonly CountedPost[]>;
  /** Keys that have been used, including practice and failed posts, ascending; none can be posted again. */
  readonly spentDates: (channel: string) => Promise<readonly string[]>;
  /** As of now, with the questions that were missed since the last answer; null for who has answered none. */
  readonly streak: (channel: string, user: string) => Promise<Streak | null>;
  /** Brings a person's streak up to date once their answer to a counted post, by its key, is recorded. */
  readonly countStreak: (
    channel: string,
    person: { readonly user: string; readonly name: string },
    key: PostKey,
  ) => Promise<Streak>;
  /**
   * The channels in which somebody answered on or after a date, with the key of theirs under which they did, by the longest
   * streak first.
   */
  readonly answeredIn: (
    users: readonly string[],
    since: LocalDate,
  ) => Promise<readonly { readonly channel: string; readonly user: string }[]>;
  /**
   * The latest counted post of a channel that was put in within a time (UTC ms), if people could answer it and this person has
   * not; else null.
   */
  readonly unanswered: (
    place: { readonly channel: string; readonly user: string },
    time: { readonly from: number; readonly until: number },
  ) => Promise<DailyPost | null>;
  /** The longest running streaks of a channel, longest first. */
  readonly longestStreaks: (channel: string, limit: number) => Promise<readonly DailyStreak[]>;
};
