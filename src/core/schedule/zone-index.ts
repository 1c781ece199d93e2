import { universalZone, type ZoneRules } from './zone-rules.ts';

/** A zone under its display name, with every folded spelling that finds it. */
export type ZoneEntry = {
  readonly zone: string;
  /** Full names, present and former: `europe kyiv`, `europe kiev`. */
  readonly names: readonly string[];
  /** The names without the area, and without the region if there is one: `knox`, `indiana knox`. */
  readonly places: readonly string[];
};

/** Zones that runtimes still list under a former name only, with their present name in the IANA database (2024b). */
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

const earlierNames = new Map(Object.entries(todaysNames).map(([earlier, today]) => [today, earlier]));

const indexes = new WeakMap<ZoneRules, readonly ZoneEntry[]>();

/** Every zone that the rules offer, and UTC, indexed for search; built once per set of rules. */
export function zoneIndex(rules: ZoneRules): readonly ZoneEntry[] {
  const made = indexes.get(rules);
  if (made !== undefined) return made;
  const spellings = new Map<string, Set<string>>([[universalZone, new Set([universalZone, 'Etc/UTC'])]]);
  for (const name of rules.zones) {
    const today = todaysNames[name] ?? name;
    const zone = rules.resolve(today) ?? name;
    const earlier = earlierNames.get(today);
    const names = earlier === undefined ? [name] : [name, earlier];
    spellings.set(zone, new Set([...(spellings.get(zone) ?? [zone]), ...names]));
  }
  const index = [...spellings].map(([zone, names]) => toEntry(zone, [...names]));
  indexes.set(rules, index);
  return index;
}

/** Text normalised for comparison: no case, accents or apostrophes, and one space for any separator. */
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
