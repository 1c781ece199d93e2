import { describe, expect, it } from 'vitest';
import { chooseFrom, chooseZones, newestKnown } from '../../src/zones/choose.ts';
import { packageZones } from '../../src/zones/package-zones.ts';
import type { ZoneSource } from '../../src/zones/source.ts';
import { findVersion } from '../../src/zones/source.ts';

const zone = (name: string, version: string, zones: readonly string[], ahead = 0): ZoneSource => ({
  name,
  version,
  zones,
  resolve: (asked) => zones.find((known) => known.toLowerCase() === asked.toLowerCase()) ?? null,
  offsetAt: () => ahead,
});

describe('the choice of time zone rules', () => {
  it('falls on the newest, wherever they are from', () => {
    const [old, middle, young] = [
      zone('a', '2025b', ['UTC']),
      zone('b', '2026c', ['UTC']),
      zone('c', '2026f', ['UTC']),
    ];
    for (const candidates of [
      [old, middle, young],
      [young, old, middle],
      [middle, young, old],
    ]) {
      const chosen = chooseFrom(candidates);
      expect([chosen.source, chosen.rules.version, chosen.outdated]).toEqual(['c', '2026f', false]);
      expect(chosen.others.map(({ name }) => name).toSorted()).toEqual(['a', 'b']);
    }
    expect(chooseFrom([young, zone('d', '2027a', ['UTC'])]).source).toBe('d');
    expect(chooseFrom([zone('z', '2026z', []), zone('za', '2026za', [])]).source).toBe('za');
  });

  it('falls on the first of equals, and passes over what has none', () => {
    const one = zone('first', '2026f', ['UTC']);
    expect(chooseFrom([{ name: 'none', absent: 'why' }, one, zone('second', '2026f', ['UTC'])]).source).toBe('first');
    expect(() => chooseFrom([{ name: 'none', absent: 'why' }])).toThrow(RangeError);
  });

  it('says when all are older than a release that this version knows of', () => {
    expect(chooseFrom([zone('a', '2025b', []), zone('b', '2026c', [])]).outdated).toBe(true);
    expect(chooseFrom([zone('a', '2025b', []), zone('b', newestKnown, [])]).outdated).toBe(false);
    expect(chooseZones(null).outdated).toBe(false);
  });

  it('asks the others for a name that the newest do not have, and for no other', () => {
    const { rules } = chooseFrom([
      zone('old', '2025b', ['UTC', 'US/Pacific'], 1),
      zone('new', '2026g', ['UTC', 'Europe/Berlin'], 2),
    ]);
    expect(rules.resolve('us/pacific')).toBe('US/Pacific');
    expect(['UTC', 'Europe/Berlin', 'US/Pacific'].map((name) => rules.offsetAt(name, 0))).toEqual([2, 2, 1]);
    expect(rules.zones).toEqual(['UTC', 'Europe/Berlin']);
    expect(rules.resolve('Europe/Atlantis')).toBeNull();
    expect(() => rules.offsetAt('Europe/Atlantis', 0)).toThrow(RangeError);
  });

  it('does without the package where it is not installed', () => {
    expect(packageZones(null)).toHaveProperty('absent');
    expect(packageZones('/nowhere/latest.json')).toHaveProperty('absent');
  });

  it.each([
    ['2026f', '2026f'],
    ['# version 2026f\n', '2026f'],
    ['{"version": "2026f",', '2026f'],
    ['2026f-1', '2026f'],
    ['2026za', '2026za'],
    ['2026', null],
    ['12026f', null],
    ['', null],
  ])('reads the version out of %j', (text, version) => {
    expect(findVersion(text)).toBe(version);
  });
});
