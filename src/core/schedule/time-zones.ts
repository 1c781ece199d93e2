import { editDistance } from '../edit-distance.ts';
import { commonZones, familiarPlaces, timeAbbreviations } from './familiar-zones.ts';
import { foldZone, toTimeZone, type ZoneEntry, zoneIndex } from './zone-index.ts';

/** A zone to be used as it is, or the closest zones (at most five, perhaps none) when it is not clear which is meant. */
export type TimeZoneReading =
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

const suggested = 5;

/** No zone, place or abbreviation is longer; longer text is not searched. */
const longest = 64;

/**
 * Reads a time zone as people write it: an IANA name in any case and with spaces (`europe/berlin`, `America/New York`),
 * an alias (`US/Pacific`), or the city alone if only one zone has it (`berlin`). Abbreviations, countries, other cities
 * and typing errors are never guessed at: they give suggestions. `known` is the runtime's own list of zones.
 */
export function readTimeZone(text: string, known: readonly string[]): TimeZoneReading {
  const typed = foldZone(text.slice(0, longest + 1));
  if (typed === '' || text.trim().length > longest) return { kind: 'unknown', suggestions: [] };
  const meant = timeAbbreviations.get(typed);
  if (meant !== undefined) return { kind: 'unknown', suggestions: usable(meant).slice(0, suggested) };
  const zone = toZone(text, typed, zoneIndex(known));
  if (zone !== null) return { kind: 'zone', zone };
  const parts = [typed, ...text.split(',').map(foldZone)].filter((part) => part !== '');
  const suggestions = [...new Set(parts.flatMap((part) => closest(part, known)))];
  return { kind: 'unknown', suggestions: suggestions.slice(0, suggested) };
}

/**
 * The zones to offer for what has been typed so far, best first, at most `limit`. Each is a name that `readTimeZone`
 * takes. Nothing typed gives the zones of many people; a typing error gives the closest.
 */
export function completeTimeZone(typed: string, known: readonly string[], limit: number): readonly string[] {
  const folded = foldZone(typed.slice(0, longest));
  if (folded === '') return usable(commonZones).slice(0, limit);
  return closest(folded, known).slice(0, limit);
}

function toZone(text: string, typed: string, index: readonly ZoneEntry[]): string | null {
  const named = index.find(({ names }) => names.includes(typed));
  if (named !== undefined) return asTyped(text, named.zone);
  const alias = toTimeZone(
    text
      .trim()
      .replace(/\s*\/\s*/g, '/')
      .replace(/\s+/g, '_'),
  );
  if (alias !== null) return alias;
  const [only, ...others] = index.filter(({ places }) => places.includes(typed));
  return only !== undefined && others.length === 0 ? only.zone : null;
}

/** An earlier name is kept if it was typed (`Asia/Calcutta`): it is the same zone, and what the person will look for. */
function asTyped(text: string, zone: string): string {
  const typed = toTimeZone(text.trim().replace(/\s+/g, '_'));
  return typed === null || foldZone(typed) === foldZone(zone) ? zone : typed;
}

/** Zones by how well they fit: called so by people, beginning with it, containing it, nearly spelled so. */
function closest(typed: string, known: readonly string[]): readonly string[] {
  const familiar = [...timeAbbreviations, ...familiarPlaces];
  const called = familiar.flatMap(([name, zones]) => (name === typed ? zones : []));
  const ranked = zoneIndex(known).map((entry) => ({ zone: entry.zone, rank: rankOf(typed, entry) }));
  const found = ranked
    .filter(({ rank }) => rank < ranks.none)
    .sort((a, b) => a.rank - b.rank || byFame(a.zone, b.zone));
  const begun =
    typed.length < 3
      ? []
      : familiar.flatMap(([name, zones]) => (name.startsWith(typed) && name !== typed ? zones : []));
  const zones = usable([...called, ...found.map(({ zone }) => zone), ...begun]);
  return zones.length > 0 ? zones : misspelled(typed, familiar, known);
}

const ranks = { place: 0, name: 1, word: 2, inside: 3, none: 4 };

function rankOf(typed: string, { places, names }: ZoneEntry): number {
  if (places.some((place) => place.startsWith(typed))) return ranks.place;
  if (names.some((name) => name.startsWith(typed))) return ranks.name;
  if (names.some((name) => name.includes(` ${typed}`))) return ranks.word;
  return typed.length >= 3 && names.some((name) => name.includes(typed)) ? ranks.inside : ranks.none;
}

/** The zones whose name, city or familiar place is at most a third of its letters away, closest first. */
function misspelled(
  typed: string,
  familiar: readonly (readonly [string, readonly string[]])[],
  known: readonly string[],
): readonly string[] {
  const limit = Math.min(3, Math.floor(typed.length / 3));
  const entries = zoneIndex(known).map(({ zone, names, places }) => [[...names, ...places], [zone]] as const);
  const spelled = [...entries, ...familiar.map(([name, zones]) => [[name], zones] as const)];
  const near = spelled.map(([names, zones]) => ({
    zones,
    distance: Math.min(
      ...names.map((name) => (nearInLength(name, typed, limit) ? editDistance(name, typed) : limit + 1)),
    ),
  }));
  const ordered = near.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance);
  return usable(ordered.flatMap(({ zones }) => zones));
}

function nearInLength(a: string, b: string, limit: number): boolean {
  return Math.abs(a.length - b.length) <= limit;
}

function byFame(a: string, b: string): number {
  return Number(commonZones.includes(b)) - Number(commonZones.includes(a)) || (a < b ? -1 : 1);
}

/** Without doubles, and without names that this runtime does not have. */
function usable(zones: readonly string[]): readonly string[] {
  return [...new Set(zones)].filter((zone) => toTimeZone(zone) !== null);
}
