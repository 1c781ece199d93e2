import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from './once.ts';
import type { Absent, ZoneSource } from './source.ts';
import { findVersion, isZoneName, unknownZone } from './source.ts';
import type { Timeline } from './timeline.ts';
import { offsetOn } from './timeline.ts';
import { parseTzif } from './tzif.ts';

/** Where Unix-like systems keep the compiled database. */
export const systemDirectory = '/usr/share/zoneinfo';

/** Files that contain the version: everywhere, on BSD and macOS, on older FreeBSD. */
const versionFiles = ['tzdata.zi', '+VERSION', 'VERSION'];

/** Entries that are not zones of their own: other variants of the same data, and the machine's own choice. */
const noZones = new Set(['posix', 'right', 'localtime', 'posixrules', 'Factory', 'VERSION']);

/** Read once to check the rules before they are trusted. */
const samples = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

/**
 * The compiled database of the system, or of another folder in that form. Files are read when their zone is first asked
 * for; a damaged file counts as missing.
 */
export function systemZones(directory: string = systemDirectory): ZoneSource | Absent {
  const version = readVersion(directory);
  if (version === null) return { name: directory, absent: 'no rules there, or none that tell their version' };
  const timelines = new Map<string, Timeline | null>();
  const timelineOf = (zone: string): Timeline | null => {
    const known = timelines.get(zone);
    if (known !== undefined) return known;
    const read = readZone(directory, zone);
    timelines.set(zone, read);
    return read;
  };
  const damaged = samples.filter((zone) => timelineOf(zone) === null);
  if (damaged.length > 0) return { name: directory, absent: `${damaged.join(', ')} cannot be read` };
  const spellings = once(() => new Map(listNames(directory).map((zone) => [zone.toLowerCase(), zone])));
  const listed = once(() => readListed(directory, spellings()));
  return {
    name: directory,
    version,
    get zones() {
      return listed();
    },
    resolve: (zone) => {
      const spelled = spellings().get(zone.toLowerCase()) ?? null;
      return spelled === null || timelineOf(spelled) === null ? null : spelled;
    },
    offsetAt: (zone, instant) => {
      const timeline = timelineOf(spellings().get(zone.toLowerCase()) ?? '');
      if (timeline === null) throw unknownZone(zone);
      return offsetOn(timeline, instant);
    },
  };
}

/** The names of all possible zones in a folder and its subfolders, with `/` between the parts. */
function listNames(directory: string, folder = ''): readonly string[] {
  const entries = readdirSync(join(directory, folder), { withFileTypes: true });
  return entries
    .map((entry) => ({ entry, path: folder === '' ? entry.name : `${folder}/${entry.name}` }))
    .filter(({ path }) => isZoneName(path) && !noZones.has(path))
    .flatMap(({ entry, path }) => (entry.isDirectory() ? listNames(directory, path) : [path]))
    .toSorted();
}

function readVersion(directory: string): string | null {
  for (const file of versionFiles) {
    const version = findVersion(readText(join(directory, file))?.slice(0, 80) ?? '');
    if (version !== null) return version;
  }
  return null;
}

function readZone(directory: string, zone: string): Timeline | null {
  if (!isZoneName(zone)) return null;
  try {
    return parseTzif(readFileSync(join(directory, zone)));
  } catch {
    return null;
  }
}

/** Present-day zones by country, from a list with the name in its third column; all zones if there is no such list. */
function readListed(directory: string, spellings: ReadonlyMap<string, string>): readonly string[] {
  const lines = readText(join(directory, 'zone.tab'))?.split('\n') ?? [];
  const listed = lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split('\t')[2] ?? []);
  const there = listed.filter((zone) => spellings.has(zone.toLowerCase()));
  return there.length === 0 ? [...spellings.values()] : [...new Set(there)].toSorted();
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
