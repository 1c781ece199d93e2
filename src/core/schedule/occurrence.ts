import { Temporal } from 'temporal-polyfill';
import { Fault } from '../fault.ts';
import { type LocalDate, toPlainDate, type Weekday } from './local-date.ts';

/** A time by a clock on the wall. */
export type TimeOfDay = { readonly hour: number; readonly minute: number };

/** A time of day on certain days of the week, by the clocks of a zone. */
export type Schedule = {
  readonly time: TimeOfDay;
  /** At least one. */
  readonly days: readonly Weekday[];
  /** A name that `readTimeZone` returned. */
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
 * Fault if the schedule has no day.
 */
export function nextOccurrence(schedule: Schedule, after: After): Occurrence {
  if (schedule.days.length === 0) {
    throw new Fault('schedule-without-days', 'A schedule has no day of the week.', 'Choose at least one day.');
  }
  for (let date = firstCandidate(schedule, after); ; date = date.add({ days: 1 })) {
    const occurrence = occurrenceOn(schedule, date.toString());
    if (occurrence !== null && occurrence.at > (after.instant ?? Number.NEGATIVE_INFINITY)) return occurrence;
  }
}

/**
 * The occurrence meant for a date, or null if the schedule leaves out its day of the week or the zone the whole date
 * (Pacific/Apia had no 30 December 2011). A time that the clocks jump over comes as much later as they jump; a time
 * that they show twice comes the first time ("compatible" in RFC 5545 and Temporal).
 */
export function occurrenceOn({ time, days, zone }: Schedule, date: LocalDate): Occurrence | null {
  const day = Temporal.PlainDate.from(date);
  if (!days.some((weekday) => weekday === day.dayOfWeek)) return null;
  if (!day.toZonedDateTime(zone).toPlainDate().equals(day)) return null;
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return { date: day.toString(), at: at.epochMilliseconds };
}

/** The earliest date worth trying. The one before the instant's own may still be to come, pushed over midnight. */
function firstCandidate({ zone }: Schedule, after: After): Temporal.PlainDate {
  if (after.instant === undefined) return Temporal.PlainDate.from(after.date).add({ days: 1 });
  const byInstant = toPlainDate(after.instant, zone).subtract({ days: 1 });
  if (after.date === undefined) return byInstant;
  const byDate = Temporal.PlainDate.from(after.date).add({ days: 1 });
  return Temporal.PlainDate.compare(byDate, byInstant) > 0 ? byDate : byInstant;
}
