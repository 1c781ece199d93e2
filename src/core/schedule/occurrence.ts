import { Fault } from '../fault.ts';
import { addDays, inCalendar, type LocalDate, localDate, type Weekday } from './local-date.ts';
import { hasDate, instantOf, type TimeOfDay } from './local-time.ts';
import type { ZoneRules } from './zone-rules.ts';

/** A time of day on certain days of the week, in a time zone. */
export type Schedule = {
  readonly time: TimeOfDay;
  /** At least one. */
  readonly days: readonly Weekday[];
  /** A name that `readTimeZone` returned; later rules may not know it. */
  readonly zone: string;
};

/**
 * One occurrence of a schedule. `date` is the intended date, and the key under which it happens at most once; `at` is
 * its instant (UTC ms). When clocks go forward over midnight, `at` may fall on the date after.
 */
export type Occurrence = { readonly date: LocalDate; readonly at: number };

/** Lower bounds; the occurrence comes strictly after each one given. */
export type After =
  | { readonly instant: number; readonly date?: LocalDate }
  | { readonly instant?: undefined; readonly date: LocalDate };

/**
 * The first occurrence after an instant (UTC ms), after the intended date of an earlier one, or after both. Given the
 * date of the last post, no date comes twice, whatever happens to the clock, the time or the zone. Throws a Fault if
 * the schedule has no days, and a RangeError if the rules do not know its zone.
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
 * The occurrence for a date, or null if the schedule excludes that day of the week or the zone skipped the whole date.
 * See `instantOf` for times that are skipped or occur twice.
 */
export function occurrenceOn({ time, days, zone }: Schedule, date: LocalDate, rules: ZoneRules): Occurrence | null {
  const { weekday } = inCalendar(date);
  if (!days.some((day) => day === weekday) || !hasDate(date, zone, rules)) return null;
  return { date, at: instantOf(date, time, zone, rules) };
}

/** The earliest date worth trying. The one before the instant's own may still come, if it was moved past midnight. */
function firstCandidate({ zone }: Schedule, after: After, rules: ZoneRules): LocalDate {
  if (after.instant === undefined) return addDays(after.date, 1);
  const byInstant = addDays(localDate(after.instant, zone, rules), -1);
  if (after.date === undefined) return byInstant;
  const byDate = addDays(after.date, 1);
  const isLater = byDate > byInstant;
  return isLater ? byDate : byInstant;
}
