import { Fault } from '../fault.ts';
import { addDays, inCalendar, type LocalDate, localDate, type Weekday } from './local-date.ts';
import { hasDate, instantOf, type TimeOfDay } from './local-time.ts';
import type { ZoneRules } from './zone-rules.ts';

/** A time of day on certain days of the week, by the clocks of a zone. */
export type Schedule = {
  readonly time: TimeOfDay;
  /** At least one. */
  readonly days: readonly Weekday[];
  /** A name that `readTimeZone` returned; the rules of a later day may not know it. */
  readonly zone: string;
};

/**
 * One time of a schedule. `date` is the date that was meant and the key under which it happens at most once; `at` is
 * its instant (UTC ms). When clocks are put forward over midnight `at` may lie on the date after.
 */
export type Occurrence = { readonly date: LocalDate; readonly at: number };

/** What an occurrence has to come after; it comes strictly after every bound that is given. */
export type After =
  | { readonly instant: number; readonly date?: LocalDate }
  | { readonly instant?: undefined; readonly date: LocalDate };

/**
 * The first occurrence after an instant (UTC ms), after the intended date of an earlier one, or after both. With the
 * date of the last post given, no date comes twice, whatever happens to the clock, the time or the zone. Throws a
 * Fault if the schedule has no day, and a RangeError if the rules do not know its zone.
 */
export function nextOccurrence(schedule: Schedule, after: After, rules: ZoneRules): Occurrence {
  if (schedule.days.length === 0) {
    throw new Fault('schedule-without-days', 'A schedule has no day of the week.', 'Choose at least one day.');
  }
  for (let date = firstCandidate(schedule, after, rules); ; date = addDays(date, 1)) {
    const occurrence = occurrenceOn(schedule, date, rules);
    if (occurrence !== null && occurrence.at > (after.instant ?? Number.NEGATIVE_INFINITY)) return occurrence;
  }
}

/**
 * The occurrence meant for a date, or null if the schedule leaves out its day of the week or the zone the whole date.
 * See `instantOf` for a time that the clocks jump over or show twice.
 */
export function occurrenceOn({ time, days, zone }: Schedule, date: LocalDate, rules: ZoneRules): Occurrence | null {
  const { weekday } = inCalendar(date);
  if (!days.some((day) => day === weekday) || !hasDate(date, zone, rules)) return null;
  return { date, at: instantOf(date, time, zone, rules) };
}

/** The earliest date worth trying. The one before the instant's own may still be to come, pushed over midnight. */
function firstCandidate({ zone }: Schedule, after: After, rules: ZoneRules): LocalDate {
  if (after.instant === undefined) return addDays(after.date, 1);
  const byInstant = addDays(localDate(after.instant, zone, rules), -1);
  if (after.date === undefined) return byInstant;
  const byDate = addDays(after.date, 1);
  const isLater = byDate > byInstant;
  return isLater ? byDate : byInstant;
}
