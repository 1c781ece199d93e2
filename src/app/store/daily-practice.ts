import type { AskedDay, MissedDay } from '../../core/practice/daily-practice.ts';
import type { Schedule } from '../../core/schedule/occurrence.ts';
import type { DailySchedule } from './daily.ts';

/** Kinds of timers of daily practice; their keys are those of the person behind one of the first two. */
export const practiceTimers = { due: 'practice-due', later: 'practice-later', ended: 'practice-asked' } as const;

/** The practice that comes to somebody by direct message, once a day. */
export type DailyPractice = Pick<DailySchedule, 'on' | 'nextDate' | 'nextAt' | 'rules'> & {
  /** The person, by their key where they turned it on; there they get the messages. */
  readonly user: string;
  readonly settings: Schedule;
  /** The latest message; null before the first one. */
  readonly asked: AskedDay | null;
  /** What is to be said with the next one, oldest first. */
  readonly missed: readonly MissedDay[];
};

/** One a learner, in all scopes of a platform, see `learnerOf`, whichever of their keys is given. */
export type DailyPracticeUnit = {
  /** Reads it and locks it until this unit ends; null if it was never turned on. */
  readonly lock: (user: string) => Promise<DailyPractice | null>;
  /** In place of any before. */
  readonly save: (practice: DailyPractice) => Promise<void>;
  /** Keys of those whose next message was planned by rules older than a version, or not at all. */
  readonly plannedBefore: (version: string) => Promise<readonly string[]>;
  /** The latest version of rules that any next message was planned by; `unplanned` if there is none. */
  readonly newestRules: () => Promise<string>;
};
