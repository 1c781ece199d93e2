import type { ZoneRules } from './zone-rules.ts';

/** A calendar date without time or zone, as `YYYY-MM-DD`; these texts sort chronologically. */
export type LocalDate = string;

/** Days of the week as ISO 8601 numbers them: Monday is 1, Sunday 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export type Weekday = (typeof weekdays)[number];

/**
 * The date in a zone at an instant (UTC ms). Here and below `zone` must be known to `rules`: an unknown one throws a
 * RangeError.
 */
export function localDate(instant: number, zone: string, rules: ZoneRules): LocalDate {
  return new Date(instant + rules.offsetAt(zone, instant)).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The date this many days later, or earlier if negative. Throws a RangeError if `date` is invalid. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** A date's day of the week, and its ISO 8601 week, whose year is not always the date's. */
export function inCalendar(date: LocalDate): {
  readonly weekday: number;
  readonly week: number;
  readonly yearOfWeek: number;
} {
  const { dayOfWeek, weekOfYear, yearOfWeek, year } = Temporal.PlainDate.from(date);
  return { weekday: dayOfWeek, week: weekOfYear ?? 0, yearOfWeek: yearOfWeek ?? year };
}
