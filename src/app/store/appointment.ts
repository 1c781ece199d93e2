import type { AskedDay, MissedDay } from '../../core/practice/daily-practice.ts';
import type { Schedule } from '../../core/schedule/occurrence.ts';
import type { DailySchedule } from './daily.ts';

/** Kinds of timers of an appointment; their keys are those of the person behind one of the first two. */
export type AppointmentTimers = { readonly due: string; readonly later: string; readonly ended: string };

export const practiceTimers = { due: 'practice-due', later: 'practice-later', ended: 'practice-asked' } as const;
export const reminderTimers = { due: 'remind-due', later: 'remind-later', ended: 'remind-asked' } as const;

/** A direct message that somebody wants once a local day, at an hour of theirs, if there is any reason for it. */
export type Appointment = Pick<DailySchedule, 'on' | 'nextDate' | 'nextAt' | 'rules'> & {
  /** The person, by their key where they turned it on; there they get the messages. */
  readonly user: string;
  readonly settings: AppointmentSettings;
  /** The latest message; null before the first one. */
  readonly asked: AskedDay | null;
  /** What is to be said with the next one, oldest first. */
  readonly missed: readonly MissedDay[];
};

export type AppointmentSettings = Schedule & {
  /** Of a reminder: the channel in which it was turned on. */
  readonly channel?: string;
  /** Likewise: turned on for all scopes of the platform, and not for one. */
  readonly everywhere?: true;
};

/**
 * One of a kind for each learner, in all scopes of a platform, see `learnerOf`, whichever of their keys is given.
 */
export type AppointmentUnit = {
  /** Reads it and locks it until this unit ends; null if it was never turned on. */
  readonly lock: (user: string) => Promise<Appointment | null>;
  /** In place of any before. */
  readonly save: (appointment: Appointment) => Promise<void>;
  /** Keys of those whose next message was planned by rules older than a version, or not at all. */
  readonly plannedBefore: (version: string) => Promise<readonly string[]>;
  /** The latest version of rules that any next message was planned by; `unplanned` if there is none. */
  readonly newestRules: () => Promise<string>;
};
