import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonZones, familiarPlaces, timeAbbreviations } from '../../../src/core/schedule/familiar-zones.ts';
import { completeTimeZone, readTimeZone } from '../../../src/core/schedule/time-zones.ts';
import { toTimeZone } from '../../../src/core/schedule/zone-index.ts';

const known = Intl.supportedValuesOf('timeZone');

describe('readTimeZone', () => {
  it('takes every zone that the runtime lists, in any case and with spaces', () => {
    for (const zone of known) {
      expect(readTimeZone(zone, known)).toEqual({ kind: 'zone', zone });
      const spoken = readTimeZone(` ${zone.toLowerCase().replaceAll('_', ' ')} `, known);
      expect([zone, spoken.kind]).toEqual([zone, 'zone']);
    }
  });

  it.each([
    ['berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Zürich', 'Europe/Zurich'],
    ['St. John’s', 'America/St_Johns'],
    ['port-au-prince', 'America/Port-au-Prince'],
    ['Knox', 'America/Indiana/Knox'],
    ['kolkata', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
  ])('knows the city alone: %s', (text, zone) => {
    expect(readTimeZone(text, known)).toEqual({ kind: 'zone', zone });
  });

  it.each([
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['us/pacific', 'US/Pacific'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['America/Nuuk', 'America/Nuuk'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['Japan', 'Japan'],
  ])('takes the alias %s', (text, zone) => {
    expect(readTimeZone(text, known)).toEqual({ kind: 'zone', zone });
  });

  it.each([
    ['CET', 'Europe/Berlin'],
    ['EST', 'America/New_York'],
    ['est', 'Australia/Sydney'],
    ['IST', 'Asia/Kolkata'],
    ['PST', 'America/Los_Angeles'],
    ['Munich', 'Europe/Berlin'],
    ['India', 'Asia/Kolkata'],
    ['Berlin, Germany', 'Europe/Berlin'],
    ['Berln', 'Europe/Berlin'],
    ['Europe/Brelin', 'Europe/Berlin'],
    ['America/New_Yrok', 'America/New_York'],
    ['san fransisco', 'America/Los_Angeles'],
    ['Argentina', 'America/Argentina/Buenos_Aires'],
  ])('does not guess at %s but suggests %s among others', (text, zone) => {
    const reading = readTimeZone(text, known);
    expect(reading).toEqual({ kind: 'unknown', suggestions: expect.arrayContaining([zone]) });
  });

  it.each(['', ' ', 'qqqqqq', '+02:00', 'UTC+2', '2026-01-01T00:00[Europe/Berlin]', 'constructor', '9'.repeat(50_000)])(
    'has no idea of %j',
    (text) => {
      expect(readTimeZone(text, known)).toEqual({ kind: 'unknown', suggestions: [] });
    },
  );

  it('gives for any text either a usable zone or up to five usable suggestions', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z /_]{1,12}$/)),
        (text) => {
          const reading = readTimeZone(text, known);
          const zones = reading.kind === 'zone' ? [reading.zone] : reading.suggestions;
          expect(zones.length).toBeLessThanOrEqual(5);
          expect(new Set(zones).size).toBe(zones.length);
          for (const zone of zones) expect(toTimeZone(zone)).toBe(zone);
        },
      ),
    );
  });
});

describe('completeTimeZone', () => {
  it.each([
    ['ber', 'Europe/Berlin'],
    ['europe/b', 'Europe/Berlin'],
    ['york', 'America/New_York'],
    ['los a', 'America/Los_Angeles'],
    ['CET', 'Europe/Berlin'],
    ['mumb', 'Asia/Kolkata'],
    ['kathm', 'Asia/Kathmandu'],
    ['brelin', 'Europe/Berlin'],
    ['utc', 'UTC'],
  ])('offers for %s first of all %s', (typed, zone) => {
    expect(completeTimeZone(typed, known, 25)[0]).toBe(zone);
  });

  it('offers the zones of many people before anything is typed, and never more than asked for', () => {
    expect(completeTimeZone('', known, 25)).toEqual(commonZones);
    expect(completeTimeZone('a', known, 3)).toHaveLength(3);
  });

  it('offers only what can be read back', () => {
    for (const typed of ['', 'a', 'eu', 'us', 'pacific', 'est', 'indiana', 'kie', 'saigon']) {
      for (const zone of completeTimeZone(typed, known, 25)) {
        expect(readTimeZone(zone, known)).toEqual({ kind: 'zone', zone });
      }
    }
  });
});

describe('the familiar names', () => {
  it('lead to zones that exist', () => {
    const zones = [...commonZones, ...[...timeAbbreviations.values(), ...familiarPlaces.values()].flat()];
    expect(zones.filter((zone) => toTimeZone(zone) !== zone)).toEqual([]);
  });
});
