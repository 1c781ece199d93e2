import type { LocalDate } from './local-date.ts';
import { localDate } from './local-date.ts';
import type { ZoneRules } from './zone-rules.ts';

/** A time by a clock on the wall. */
export type TimeOfDay = { readonly hour: number; readonly minute: number };

/** In ms. No zone has ever changed its offset by more, and around none does another change come so soon. */
const day = 24 * 60 * 60_000;
const minutes = 60_000;

/**
 * The instant (UTC ms) at which the clocks of a zone show a date and time. A time that they jump over comes as much later
 * as they jump; a time that they show twice comes the first time ("compatible" in RFC 5545 and Temporal). Throws a
 * RangeError for a zone that the rules do not know.
 */
export function instantOf(date: LocalDate, { hour, minute }: TimeOfDay, zone: string, rules: ZoneRules): number {
  const shown = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * minutes;
  const [before, after] = [rules.offsetAt(zone, shown - day), rules.offsetAt(zone, shown + day)];
  const meant = [shown - before, shown - after].filter((at) => at + rules.offsetAt(zone, at) === shown);
  return meant.length === 0 ? shown - before : Math.min(...meant);
}

/** False for a whole date that the clocks of a zone jump over: Pacific/Apia had no 30 December 2011. */
export function hasDate(date: LocalDate, zone: string, rules: ZoneRules): boolean {
  return localDate(instantOf(date, { hour: 0, minute: 0 }, zone, rules), zone, rules) === date;
}
