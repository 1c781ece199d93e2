import { Temporal } from 'temporal-polyfill';

/** A zone under the name to show, with every folded spelling by which it is found. */
export type ZoneEntry = {
  readonly zone: string;
  /** Whole names, today's and earlier ones: `europe kyiv`, `europe kiev`. */
  readonly names: readonly string[];
  /** The names without the area, and without the region if there is one: `knox`, `indiana knox`. */
  readonly places: readonly string[];
};

/** Zones that runtimes still list under an earlier name only, and today's name in the IANA database (2024b). */
const todaysNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const indexes = new WeakMap<readonly string[], readonly ZoneEntry[]>();

/** Every known zone and UTC, ready to be searched; made once for each list. */
export function zoneIndex(known: readonly string[]): readonly ZoneEntry[] {
  const made = indexes.get(known);
  if (made !== undefined) return made;
  const spellings = new Map<string, Set<string>>([['UTC', new Set(['UTC', 'Etc/UTC'])]]);
  for (const name of known) {
    const today = todaysNames[name] ?? name;
    const zone = toTimeZone(today) ?? name;
    spellings.set(zone, (spellings.get(zone) ?? new Set([zone])).add(name));
  }
  const index = [...spellings].map(([zone, names]) => toEntry(zone, [...names]));
  indexes.set(known, index);
  return index;
}

/**
 * The zone of that IANA name (aliases such as `US/Pacific` included, in any case) as the runtime spells it, or null.
 * An offset (`+02:00`) is none, for it would be an hour out for half of the year.
 */
export function toTimeZone(name: string): string | null {
  if (!/^[a-z][\w+/-]{0,63}$/i.test(name)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

/** Text as it is compared: without case, accents and apostrophes, with one space for whatever separates words. */
export function foldZone(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i');
  return letters
    .replace(/['’.]/g, '')
    .replace(/[\s_/,-]+/g, ' ')
    .trim();
}

function toEntry(zone: string, names: readonly string[]): ZoneEntry {
  const parts = names.map((name) => name.split('/'));
  const places = parts.flatMap((name) => name.slice(1).map((_, start) => foldZone(name.slice(start + 1).join(' '))));
  return { zone, names: names.map(foldZone), places: [...new Set(places)] };
}
