import type { ZoneRules } from './zone-rules.ts';

/**
 * A UTC offset that was typed in place of a zone, in minutes east. `inverted`: written the POSIX way, where `Etc/GMT+5`
 * is five hours behind UTC.
 */
export type TypedOffset = { readonly minutes: number; readonly inverted: boolean };

/** No place is further from UTC than Kiritimati, 14 hours ahead. */
const furthest = 14 * 60;

/** In ms. */
const month = 30 * 24 * 60 * 60_000;

/**
 * Parses `+02:00`, `UTC+5`, `GMT -3`, `UTC+0530` and `Etc/GMT+5`; null for everything else, `Etc/GMT` included, which
 * is a zone.
 */
export function parseOffset(text: string): TypedOffset | null {
  const typed = text.normalize('NFKC').trim().replace(/[−–]/g, '-');
  const [, word, sign, hours, minutes = '0'] =
    /^(etc\/gmt|etc\/utc|utc|gmt|z)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/i.exec(typed) ?? [];
  if (hours === undefined) return null;
  const inverted = word?.toLowerCase() === 'etc/gmt';
  const distance = Number(hours) * 60 + Number(minutes);
  const isAhead = (sign === '+') !== inverted;
  return { minutes: isAhead || distance === 0 ? distance : -distance, inverted };
}

/** The zones with this offset at an instant (UTC ms), in the order of the rules. */
export function zonesAt({ minutes }: TypedOffset, rules: ZoneRules, now: number): readonly string[] {
  if (Math.abs(minutes) > furthest) return [];
  return rules.zones.filter((zone) => rules.offsetAt(zone, now) === minutes * 60_000);
}

/** True if the clocks of a zone change within a year of an instant (UTC ms). */
export function shifts(zone: string, rules: ZoneRules, now: number): boolean {
  const later = Array.from({ length: 12 }, (_, count) => now + (count + 1) * month);
  return later.some((instant) => rules.offsetAt(zone, instant) !== rules.offsetAt(zone, now));
}
