import type { Level, Topic } from '../question.ts';
import { weekdays } from '../schedule/local-date.ts';
import type { Schedule } from '../schedule/occurrence.ts';

/** How a channel wants its daily question: when (it is a `Schedule`), from what, and with what around it. */
export type DailySettings = Schedule & {
  readonly topic?: Topic;
  readonly level?: Level;
  /** Opens a thread for discussion under every post. */
  readonly thread: boolean;
  /** Whom a post notifies, in the platform's own notation as it was given; nobody if null. */
  readonly ping: string | null;
};

/** What holds for whatever is not said: every day, all topics and levels, no thread, nobody notified. */
export const dailyDefaults: Omit<DailySettings, 'time' | 'zone'> = { days: weekdays, thread: false, ping: null };
