import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newestKnown } from '../../src/zones/choose.ts';
import type { ZoneSource } from '../../src/zones/source.ts';
import { systemDirectory, systemZones } from '../../src/zones/system-zones.ts';
import { packaged, runtime } from '../zone-rules.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 1);
const years = 2 * 365 * day;

const system = systemZones();
const sources = [runtime, packaged, ...('version' in system ? [system] : [])];

/** Where two years from `start` on are otherwise than in the releases before; up to 2026c in one, back to 2025b. */
const changed: Readonly<Record<string, readonly string[]>> = {
  '2026c': [
    ...['Africa/Casablanca', 'Africa/El_Aaiun', 'Europe/Chisinau'],
    ...['America/Edmonton', 'America/Vancouver', 'America/Yellowknife'],
  ],
  '2026d': ['America/Inuvik'],
  '2026e': ['America/Winnipeg', 'Canada/Central'],
  '2026f': ['America/Havana', 'Cuba'],
};

/** The zones in which two sources differ within the two years, looked at every day. */
function differing(one: ZoneSource, other: ZoneSource, names: readonly string[]): readonly string[] {
  const instants = Array.from({ length: years / day }, (_, index) => start + index * day);
  const isOther = (zone: string) => instants.some((at) => one.offsetAt(zone, at) !== other.offsetAt(zone, at));
  return names.filter((zone) => one.resolve(zone) !== null && other.resolve(zone) !== null && isOther(zone));
}

/** The instants (UTC ms) within the two years at which the clocks of a zone are changed, found by halving. */
function changesIn(zone: string): readonly number[] {
  const offset = (at: number) => packaged.offsetAt(zone, at);
  const days = Array.from({ length: years / day }, (_, index) => start + index * day);
  return days
    .filter((at) => offset(at) !== offset(at + day))
    .map((at) => {
      let [before, after] = [at, at + day];
      while (after - before > 1000) {
        const middle = before + Math.floor((after - before) / 2000) * 1000;
        if (offset(middle) === offset(at)) before = middle;
        else after = middle;
      }
      return after;
    });
}

describe('the sources of time zone rules', () => {
  const pairs = sources.flatMap((one, index) => sources.slice(index + 1).map((other) => [one, other] as const));

  it.each(pairs.map(([one, other]) => [one.name, other.name, one, other] as const))(
    'agree in every zone for two years, but for what releases between them have changed: %s and %s',
    (_, __, one, other) => {
      const [older, newer] = [one.version, other.version].toSorted();
      const between = Object.entries(changed).filter(
        ([version]) => version > (older ?? '') && version <= (newer ?? ''),
      );
      const names = [...new Set([...one.zones, ...other.zones, 'US/Pacific', 'Canada/Central', 'Cuba', 'UTC'])];
      const allowed = new Set(between.flatMap(([, zones]) => zones));
      expect(names.length).toBeGreaterThan(400);
      const others = differing(one, other, names).filter((zone) => !allowed.has(zone));
      // What a release after this test changes nobody knows; it has never been much.
      if ((newer ?? '') > newestKnown) expect(others.length).toBeLessThan(20);
      else expect(others).toEqual([]);
    },
  );

  it('have the same changes to the second', () => {
    const stable = packaged.zones.filter((zone) => !Object.values(changed).flat().includes(zone));
    const changes = stable.flatMap((zone) => changesIn(zone).map((at) => [zone, at] as const));
    expect(changes.length).toBeGreaterThan(200);
    for (const [zone, at] of changes) {
      for (const source of sources) {
        const around = [at - 1000, at].map((instant) => source.offsetAt(zone, instant));
        expect([zone, at, around]).toEqual([
          zone,
          at,
          [at - 1000, at].map((instant) => packaged.offsetAt(zone, instant)),
        ]);
      }
    }
  });

  it.each(sources.map((source) => [source.name, source] as const))(
    'spell names and refuse what is none: %s',
    (_, source) => {
      expect(source.resolve('europe/berlin')).toBe('Europe/Berlin');
      expect(source.resolve('UTC')).toBe('UTC');
      for (const text of [
        '',
        'Europe',
        'Europe/Atlantis',
        '+02:00',
        '../../etc/passwd',
        'posix/UTC',
        'zone.tab',
        'Z'.repeat(99),
      ])
        expect([text, source.resolve(text)]).toEqual([text, null]);
      expect(() => source.offsetAt('Europe/Atlantis', start)).toThrow(RangeError);
      expect(() => source.offsetAt('../UTC', start)).toThrow(RangeError);
      expect(source.zones.filter((zone) => source.resolve(zone) === null)).toEqual([]);
    },
  );

  it('are right for the past that they are asked about, too', () => {
    for (const source of sources) {
      expect(source.offsetAt('Pacific/Apia', Date.parse('2011-12-30T09:59:59Z'))).toBe(-10 * hour);
      expect(source.offsetAt('Pacific/Apia', Date.parse('2011-12-30T10:00:00Z'))).toBe(14 * hour);
      expect(source.offsetAt('Europe/Amsterdam', Date.parse('1800-01-01T00:00:00Z')) / 1000).toBeGreaterThan(1000);
    }
  });
});

describe.skipIf(!existsSync(systemDirectory))('the compiled files of this system', () => {
  const zdump = ['/usr/bin/zdump', '/usr/sbin/zdump'].find(existsSync);

  it.skipIf(zdump === undefined)('are read as the system’s own zdump reads them, in every zone for two years', () => {
    if ('absent' in system) throw new Error(system.absent);
    const names = system.zones;
    const changes = changesOf(execFileSync(zdump ?? '', ['-v', '-c', '2026,2029', ...names], { encoding: 'utf8' }));
    expect(changes.length).toBeGreaterThan(500);
    const wrong = changes.filter(({ zone, at, offset }) => system.offsetAt(zone, at) !== offset);
    expect(wrong).toEqual([]);
  });

  it('go on by their last rule for a hundred years', () => {
    if ('absent' in system) throw new Error(system.absent);
    const ruled = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo'];
    const more = ['Asia/Gaza', 'America/Nuuk', 'Europe/Dublin', 'Asia/Kolkata', 'Pacific/Easter'];
    // Where releases differ the rules may, too.
    const same = [...ruled, ...more].filter((zone) => differing(system, runtime, [zone]).length === 0);
    expect(same.length).toBeGreaterThan(5);
    for (const zone of same) {
      for (let at = Date.UTC(2038, 0, 1); at < Date.UTC(2130, 0, 1); at += 5 * day + hour) {
        expect([zone, at, system.offsetAt(zone, at)]).toEqual([zone, at, runtime.offsetAt(zone, at)]);
      }
    }
  });
});

/** The instants on both sides of each change, of lines such as `Europe/Berlin  Sun Mar 29 00:59:59 2026 UT = … gmtoff=3600`. */
function changesOf(text: string): readonly { zone: string; at: number; offset: number }[] {
  return text.split('\n').flatMap((line) => {
    const [, zone = '', date = '', offset = ''] = /^(\S+)\s+\w+ (.+) UTC? = .* gmtoff=(-?\d+)$/.exec(line) ?? [];
    const at = Date.parse(`${date} UTC`);
    return Number.isNaN(at) || at < Date.UTC(2026, 0, 1) ? [] : [{ zone, at, offset: Number(offset) * 1000 }];
  });
}
