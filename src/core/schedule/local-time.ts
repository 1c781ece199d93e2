import type { LocalDate } from './local-date.ts';
import { localDate } from './local-date.ts';
import type { ZoneRules } from './zone-rules.ts';

/** A wall-clock time. */
export type TimeOfDay = { readonly hour: number; readonly minute: number };

/** In ms. No zone has ever changed its offset by more, and no two changes are closer together than this. */
const day = 24 * 60 * 60_000;
const minutes = 60_000;

/**
 * The instant (UTC ms) of a local date and time in a zone. A time that is skipped when clocks go forward is moved by
 * the size of the gap; of a time that occurs twice, the first is taken ("compatible" in RFC 5545 and Temporal). Throws
 * a RangeError for a zone that the rules do not know.
 */
export function instantOf(date: LocalDate, { hour, minute }: TimeOfDay, zone: string, rules: ZoneRules): number {
  const shown = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * minutes;
  const [before, after] = [rules.offsetAt(zone, shown - day), rules.offsetAt(zone, shown + day)];
  const meant = [shown - before, shown - after].filter((at) => at + rules.offsetAt(zone, at) === shown);
  return meant.length === 0 ? shown - before : Math.min(...meant);
}

/** False for a whole date that a zone skipped: Pacific/Apia had no 30 December 2011. */
export function hasDate(date: LocalDate, zone: string, rules: ZoneRules): boolean {
  return localDate(instantOf(date, { hour: 0, minute: 0 }, zone, rules), zone, rules) === date;
}
