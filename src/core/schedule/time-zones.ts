import { editDistance } from '../edit-distance.ts';
import { commonZones, familiarPlaces, timeAbbreviations } from './familiar-zones.ts';
import { parseOffset, shifts, type TypedOffset, zonesAt } from './typed-offset.ts';
import { foldZone, type ZoneEntry, zoneIndex } from './zone-index.ts';
import { universalZone, type ZoneRules } from './zone-rules.ts';

/**
 * A zone to use as is, or the closest zones (at most five, perhaps none) if it is not clear which is meant. `offset`:
 * the UTC offset that was typed, which says nothing about daylight saving time; `shifts`: a suggested zone changes its
 * clocks within a year, so the offset would be wrong for part of it.
 */
export type TimeZoneReading = { readonly kind: 'zone'; readonly zone: string } | UnknownZone;

export type UnknownZone = {
  readonly kind: 'unknown';
  readonly suggestions: readonly string[];
  readonly offset?: TypedOffset & { readonly shifts: boolean };
};

const suggested = 5;

/** Every zone that has a familiar name, the most populous first. */
const famous = [...new Set([...commonZones, ...[...timeAbbreviations.values(), ...familiarPlaces.values()].flat()])];

/** No zone, place or abbreviation is longer; longer text is not searched. */
const longest = 64;

/**
 * Reads a time zone as people write it: an IANA name in any case and with spaces (`europe/berlin`, `America/New York`),
 * an alias (`US/Pacific`), or the city alone if only one zone has it (`berlin`). Abbreviations, offsets, countries,
 * other cities and typing errors are never guessed: they lead to suggestions, for an offset the places that have it
 * `now` (UTC ms).
 */
export function readTimeZone(text: string, rules: ZoneRules, now: number): TimeZoneReading {
  const typed = foldZone(text.slice(0, longest + 1));
  if (text.trim().length > longest) return { kind: 'unknown', suggestions: [] };
  const offset = parseOffset(text);
  if (offset !== null) return placesAt(offset, rules, now);
  if (typed === '') return { kind: 'unknown', suggestions: [] };
  const meant = timeAbbreviations.get(typed);
  if (meant !== undefined) return { kind: 'unknown', suggestions: usable(meant, rules).slice(0, suggested) };
  const zone = toZone(text, typed, rules);
  if (zone !== null) return { kind: 'zone', zone };
  const parts = [typed, ...text.split(',').map(foldZone)].filter((part) => part !== '');
  const suggestions = [...new Set(parts.flatMap((part) => closest(part, rules)))];
  return { kind: 'unknown', suggestions: suggestions.slice(0, suggested) };
}

/**
 * The most populous zones first, research stations last. At least one without daylight saving time is included if there
 * is any: it may be what is meant.
 */
function placesAt(offset: TypedOffset, rules: ZoneRules, now: number): UnknownZone {
  const rank = (zone: string) => {
    if (famous.includes(zone)) return famous.indexOf(zone);
    return famous.length + Number(zone.startsWith('Antarctica/'));
  };
  const there = offset.minutes === 0 ? [universalZone, ...zonesAt(offset, rules, now)] : zonesAt(offset, rules, now);
  const places = there.toSorted((a, b) => rank(a) - rank(b));
  const first = places.slice(0, suggested);
  const steady = places.find((zone) => !shifts(zone, rules, now));
  const suggestions =
    steady === undefined || first.includes(steady) ? first : [...first.slice(0, suggested - 1), steady];
  return {
    kind: 'unknown',
    suggestions,
    offset: { ...offset, shifts: suggestions.some((zone) => shifts(zone, rules, now)) },
  };
}

/**
 * The zones to suggest for what has been typed so far, best first, at most `limit`. Each is a name that `readTimeZone`
 * accepts. Nothing typed gives the most populous zones; a typing error gives the closest.
 */
export function completeTimeZone(typed: string, rules: ZoneRules, limit: number): readonly string[] {
  const folded = foldZone(typed.slice(0, longest));
  if (folded === '') return usable(commonZones, rules).slice(0, limit);
  return closest(folded, rules).slice(0, limit);
}

function toZone(text: string, typed: string, rules: ZoneRules): string | null {
  const index = zoneIndex(rules);
  const named = index.find(({ names }) => names.includes(typed));
  if (named !== undefined) return asTyped(text, named.zone, rules);
  const alias = rules.resolve(
    text
      .trim()
      .replace(/\s*\/\s*/g, '/')
      .replace(/\s+/g, '_'),
  );
  if (alias !== null) return alias;
  const [only, ...others] = index.filter(({ places }) => places.includes(typed));
  return only !== undefined && others.length === 0 ? only.zone : null;
}

/** An older name is kept if it was typed (`Asia/Calcutta`): it is the same zone, and what the person will look for. */
function asTyped(text: string, zone: string, rules: ZoneRules): string {
  const typed = rules.resolve(text.trim().replace(/\s+/g, '_'));
  return typed === null || foldZone(typed) === foldZone(zone) ? zone : typed;
}

/** Zones by how well they match: called so by people, starting with it, containing it, spelled similarly. */
function closest(typed: string, rules: ZoneRules): readonly string[] {
  const familiar = [...timeAbbreviations, ...familiarPlaces];
  const called = familiar.flatMap(([name, zones]) => (name === typed ? zones : []));
  const ranked = zoneIndex(rules).map((entry) => ({ zone: entry.zone, rank: rankOf(typed, entry) }));
  const found = ranked
    .filter(({ rank }) => rank < ranks.none)
    .sort((a, b) => a.rank - b.rank || byFame(a.zone, b.zone));
  const begun =
    typed.length < 3
      ? []
      : familiar.flatMap(([name, zones]) => (name.startsWith(typed) && name !== typed ? zones : []));
  const zones = usable([...called, ...found.map(({ zone }) => zone), ...begun], rules);
  return zones.length > 0 ? zones : misspelled(typed, familiar, rules);
}

const ranks = { place: 0, name: 1, word: 2, inside: 3, none: 4 };

function rankOf(typed: string, { places, names }: ZoneEntry): number {
  if (places.some((place) => place.startsWith(typed))) return ranks.place;
  if (names.some((name) => name.startsWith(typed))) return ranks.name;
  if (names.some((name) => name.includes(` ${typed}`))) return ranks.word;
  return typed.length >= 3 && names.some((name) => name.includes(typed)) ? ranks.inside : ranks.none;
}

/** The zones whose name, city or familiar place differs in at most a third of its letters, closest first. */
function misspelled(
  typed: string,
  familiar: readonly (readonly [string, readonly string[]])[],
  rules: ZoneRules,
): readonly string[] {
  const limit = Math.min(3, Math.floor(typed.length / 3));
  const entries = zoneIndex(rules).map(({ zone, names, places }) => [[...names, ...places], [zone]] as const);
  const spelled = [...entries, ...familiar.map(([name, zones]) => [[name], zones] as const)];
  const near = spelled.map(([names, zones]) => ({
    zones,
    distance: Math.min(
      ...names.map((name) => (nearInLength(name, typed, limit) ? editDistance(name, typed) : limit + 1)),
    ),
  }));
  const ordered = near.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance);
  return usable(
    ordered.flatMap(({ zones }) => zones),
    rules,
  );
}

function nearInLength(a: string, b: string, limit: number): boolean {
  return Math.abs(a.length - b.length) <= limit;
}

function byFame(a: string, b: string): number {
  return Number(commonZones.includes(b)) - Number(commonZones.includes(a)) || (a < b ? -1 : 1);
}

/** Without duplicates, and without names that the rules do not have. */
function usable(zones: readonly string[], rules: ZoneRules): readonly string[] {
  return [...new Set(zones)].filter((zone) => rules.resolve(zone) !== null);
}
