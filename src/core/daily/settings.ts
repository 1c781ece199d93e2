import type { Level, Topic } from '../question.ts';
import { weekdays } from '../schedule/local-date.ts';
import type { Schedule } from '../schedule/occurrence.ts';

/**
 * How a channel wants its daily question: when (it is a `Schedule`), from which questions, and what is posted with it.
 */
export type DailySettings = Schedule & {
  readonly topic?: Topic;
  readonly level?: Level;
  /** Opens a thread for discussion under every post. */
  readonly thread: boolean;
  /** Whom a post notifies, in the platform's own notation as it was given; nobody if null. */
  readonly ping: string | null;
};

/** The defaults: every day, all topics and levels, no thread, nobody notified. */
export const dailyDefaults: Omit<DailySettings, 'time' | 'zone'> = { days: weekdays, thread: false, ping: null };

/** True if both mean the same, whatever the order of their days. */
export function areSameSettings(one: DailySettings, other: DailySettings): boolean {
  const texts = [one, other].map(({ time, days, zone, topic, level, thread, ping }) =>
    JSON.stringify([time.hour, time.minute, days.toSorted(), zone, topic ?? null, level ?? null, thread, ping]),
  );
  return texts[0] === texts[1];
}
