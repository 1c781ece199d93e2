import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { once } from './once.ts';
import type { Absent, ZoneSource } from './source.ts';
import { findVersion, unknownZone } from './source.ts';
import type { Timeline } from './timeline.ts';
import { offsetOn } from './timeline.ts';

const name = 'moment-timezone';

/** The version is among the first characters. */
const beginning = 64;

type Packed = {
  readonly zones: readonly string[];
  readonly links: readonly string[];
  readonly countries: readonly string[];
};

/**
 * The rules of the npm package that is released within days of the database, up to the end of 2037. Only its data is
 * read, and only once a zone is asked for: 4 MB and 5 ms, where its code and the library below it take 10 MB and 20 ms
 * to give the same numbers.
 */
export function packageZones(file: string | null = dataFile()): ZoneSource | Absent {
  const version = file === null ? null : readVersion(file);
  if (file === null || version === null) return { name, absent: 'it is not installed' };
  const data = once(() => readData(file));
  const timelines = new Map<string, Timeline>();
  const timelineOf = (zone: string): Timeline => {
    const known = timelines.get(zone);
    if (known !== undefined) return known;
    const packed = data().packed.get(zone.toLowerCase());
    if (packed === undefined) throw unknownZone(zone);
    const made = unpack(packed);
    timelines.set(zone, made);
    return made;
  };
  return {
    name,
    version,
    get zones() {
      return data().zones;
    },
    resolve: (zone) => data().spellings.get(zone.toLowerCase()) ?? null,
    offsetAt: (zone, instant) => offsetOn(timelineOf(zone), instant),
  };
}

function dataFile(): string | null {
  try {
    return fileURLToPath(import.meta.resolve('moment-timezone/data/packed/latest.json'));
  } catch {
    return null;
  }
}

function readVersion(file: string): string | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    const bytes = Buffer.alloc(beginning);
    return findVersion(bytes.toString('latin1', 0, readSync(descriptor, bytes)));
  } finally {
    closeSync(descriptor);
  }
}

/** Packed zones by lower-case name; a link has the packed zone that it points to. */
function readData(file: string): {
  readonly zones: readonly string[];
  readonly spellings: ReadonlyMap<string, string>;
  readonly packed: ReadonlyMap<string, string>;
} {
  const { zones, links, countries } = JSON.parse(readFileSync(file, 'utf8')) as Packed;
  const packed = new Map(zones.map((zone) => [zone.slice(0, zone.indexOf('|')), zone]));
  for (const link of links) {
    const [target = '', alias = ''] = link.split('|');
    packed.set(alias, packed.get(target) ?? '');
  }
  const listed = countries.flatMap((country) => country.slice(country.indexOf('|') + 1).split(' '));
  return {
    zones: [...new Set(listed)].toSorted(),
    spellings: new Map([...packed.keys()].map((zone) => [zone.toLowerCase(), zone])),
    packed: new Map([...packed].map(([zone, text]) => [zone.toLowerCase(), text])),
  };
}

/**
 * Unpacks `name|abbreviations|offsets|indices|changes`: offsets in minutes behind UTC, a one-digit index into them for
 * each period, and the minutes from each change to the next, all in base 60.
 * https://momentjs.com/timezone/docs/#/data-formats/packed-format/
 */
function unpack(packed: string): Timeline {
  const [, , offsets = '', indices = '', changes = ''] = packed.split('|');
  const behind = offsets.split(' ').map(fromBase60);
  let at = 0;
  return {
    changes: (changes === '' ? [] : changes.split(' ')).map((minutes) => {
      at = Math.round(at + fromBase60(minutes) * 60_000);
      return at;
    }),
    offsets: [...indices].map((digit) => Math.round(-(behind[fromBase60(digit)] ?? 0) * 60_000) + 0),
    afterwards: null,
  };
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

/** `-2r.g` is minus (2 times 60 plus 27, and 16 sixtieths). */
function fromBase60(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const units = [...whole].reduce((sum, digit) => sum * 60 + digits.indexOf(digit), 0);
  const parts = [...fraction].reduceRight((sum, digit) => (sum + digits.indexOf(digit)) / 60, 0);
  return (text.startsWith('-') ? -1 : 1) * (units + parts);
}
