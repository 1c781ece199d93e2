import { addDays, type LocalDate, localDate } from '../schedule/local-date.ts';
import { instantOf, type TimeOfDay } from '../schedule/local-time.ts';
import type { Occurrence, Schedule } from '../schedule/occurrence.ts';
import type { ZoneRules } from '../schedule/zone-rules.ts';
import type { PracticeRequest, PracticeSession } from './session.ts';
import { isOver } from './session.ts';

/** What one day's practice asks: what is due and nothing else, and so little that it is done at once. */
export const dayRequest: PracticeRequest = { count: 5, topics: [], level: null, only: 'due' };

/** How long (ms) *Later* puts a day's practice off: 3 hours. */
export const putOffFor = 3 * 60 * 60_000;

/** The message that asked somebody for a day's practice, and what they made of it. */
export type AskedDay = {
  /** The intended local date. */
  readonly date: LocalDate;
  /** When it was put in, UTC ms. */
  readonly at: number;
  /** How often it had been put off before. */
  readonly round: number;
  /** `late`: it was to be put off, and the day was too short for that. */
  readonly state: 'asked' | 'later' | 'left' | 'late';
  /** When it is asked again, UTC ms; null unless it was put off. */
  readonly again: number | null;
};

/** A day whose practice did not come, or of which nobody can tell; said with the next one. */
export type MissedDay = { readonly date: LocalDate; readonly why: 'stopped' | 'not-taken' | 'unsure' };

const midnight: TimeOfDay = { hour: 0, minute: 0 };

/** When the local day of an occurrence began (UTC ms); by its own hour where the rules do not know the zone. */
export function dayBegan({ date, at }: Occurrence, { time, zone }: Schedule, rules: ZoneRules): number {
  if (rules.resolve(zone) === null) return at - (time.hour * 60 + time.minute) * 60_000;
  return instantOf(date, midnight, zone, rules);
}

/** When the local day ends (UTC ms); null where the rules do not know the zone. */
export function dayEnds(date: LocalDate, zone: string, rules: ZoneRules): number | null {
  return rules.resolve(zone) === null ? null : instantOf(addDays(date, 1), midnight, zone, rules);
}

/** When the practice of a date is asked again if it is put off at `now` (UTC ms); null if that would be past its day. */
export function putOff(date: LocalDate, now: number, zone: string, rules: ZoneRules): number | null {
  const ends = dayEnds(date, zone, rules);
  return ends === null || now + putOffFor >= ends ? null : now + putOffFor;
}

/**
 * Whether somebody has practised since an instant, by their latest practice and when it was saved last (UTC ms): they have
 * answered something, or are about to in one that they began themselves.
 */
export function hasPractised(session: PracticeSession | null, saved: number, since: number): boolean {
  if (session === null || saved < since) return false;
  return session.answers.length > 0 || (!isOver(session) && session.request.only === undefined);
}

/** The last date that can have no message any more; `zone` is that by which days are reckoned from now on. */
export function lastAsked(asked: AskedDay | null, zone: string, rules: ZoneRules): LocalDate | null {
  if (asked === null) return null;
  const shown = rules.resolve(zone) === null ? [] : [localDate(asked.at, zone, rules)];
  return [asked.date, ...shown].toSorted().at(-1) ?? null;
}
