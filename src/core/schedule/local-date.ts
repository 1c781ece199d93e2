import { Temporal } from 'temporal-polyfill';

/** A date of the calendar without time or zone, as `YYYY-MM-DD`; such texts sort as the dates do. */
export type LocalDate = string;

/** Days of the week as ISO 8601 numbers them: Monday is 1, Sunday 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export type Weekday = (typeof weekdays)[number];

/**
 * The date that the clocks of a zone show at an instant (UTC ms). Here and below `zone` must be a name that
 * `readTimeZone` returned: an unknown one throws a RangeError.
 */
export function localDate(instant: number, zone: string): LocalDate {
  return toPlainDate(instant, zone).toString();
}

/** The date so many days later, or earlier for a negative number. Throws a RangeError if `date` is none. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The zone's date at an instant (UTC ms), to calculate with. */
export function toPlainDate(instant: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}
