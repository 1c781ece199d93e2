import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonZones, familiarPlaces, timeAbbreviations } from '../../../src/core/schedule/familiar-zones.ts';
import { completeTimeZone, readTimeZone } from '../../../src/core/schedule/time-zones.ts';
import { rules, runtime } from '../../zone-rules.ts';

const now = Date.parse('2026-11-30T12:00:00Z');

describe('readTimeZone', () => {
  it('takes every zone that the rules list, in any case and with spaces', () => {
    for (const zone of rules.zones) {
      expect(readTimeZone(zone, rules, now)).toEqual({ kind: 'zone', zone });
      const spoken = readTimeZone(` ${zone.toLowerCase().replaceAll('_', ' ')} `, rules, now);
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
    expect(readTimeZone(text, rules, now)).toEqual({ kind: 'zone', zone });
  });

  it.each([
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['us/pacific', 'US/Pacific'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['America/Nuuk', 'America/Nuuk'],
    ['Etc/UTC', 'Etc/UTC'],
    ['America/Buenos_Aires', 'America/Buenos_Aires'],
    ['Japan', 'Japan'],
  ])('takes the alias %s', (text, zone) => {
    expect(readTimeZone(text, rules, now)).toEqual({ kind: 'zone', zone });
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
    const reading = readTimeZone(text, rules, now);
    expect(reading).toEqual({ kind: 'unknown', suggestions: expect.arrayContaining([zone]) });
  });

  it.each(['', ' ', 'qqqqqq', '2026-01-01T00:00[Europe/Berlin]', 'constructor', '9'.repeat(50_000)])(
    'has no idea of %j',
    (text) => {
      expect(readTimeZone(text, rules, now)).toEqual({ kind: 'unknown', suggestions: [] });
    },
  );

  it.each([
    ['+02:00', 'Africa/Johannesburg', 120],
    ['UTC+2', 'Europe/Kyiv', 120],
    ['GMT+1', 'Europe/Berlin', 60],
    ['UTC+05:30', 'Asia/Kolkata', 330],
    ['utc+0530', 'Asia/Kolkata', 330],
    ['GMT-5', 'America/New_York', -300],
    ['UTC−8', 'America/Los_Angeles', -480],
    ['UTC+5', 'Asia/Karachi', 300],
    ['+0', 'UTC', 0],
    ['GMT+0', 'Europe/London', 0],
    ['Etc/GMT+5', 'America/New_York', -300],
    ['etc/gmt-9', 'Asia/Tokyo', 540],
    ['Etc/GMT+3', 'America/Sao_Paulo', -180],
  ])('takes %s for no zone but suggests places there, such as %s', (text, zone, minutes) => {
    const reading = readTimeZone(text, rules, now);
    expect(reading).toMatchObject({
      kind: 'unknown',
      suggestions: expect.arrayContaining([zone]),
      offset: { minutes, inverted: /etc/i.test(text) },
    });
    const suggested = reading.kind === 'unknown' ? reading.suggestions : [];
    expect(suggested.map((name) => rules.offsetAt(name, now) / 60_000)).toEqual(suggested.map(() => minutes));
    expect(suggested.filter((name) => name.startsWith('Antarctica/'))).toEqual([]);
  });

  it('says of an offset whether clocks there are put forward, and offers a place where they are not', () => {
    expect(readTimeZone('UTC+1', rules, now)).toMatchObject({ offset: { shifts: true } });
    expect(readTimeZone('UTC+1', rules, now)).toMatchObject({ suggestions: expect.arrayContaining(['Africa/Lagos']) });
    expect(readTimeZone('UTC+05:30', rules, now)).toMatchObject({ offset: { shifts: false } });
    expect(readTimeZone('UTC+25', rules, now)).toMatchObject({ kind: 'unknown', suggestions: [] });
  });

  it.each(['Calcutta', 'saigon', 'Kiev'])('knows the city %s by its earlier name, whichever the rules list', (text) => {
    for (const any of [rules, runtime]) expect(readTimeZone(text, any, now)).toMatchObject({ kind: 'zone' });
  });

  it('gives for any text either a usable zone or up to five usable suggestions', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z /_]{1,12}$/)),
        (text) => {
          const reading = readTimeZone(text, rules, now);
          const zones = reading.kind === 'zone' ? [reading.zone] : reading.suggestions;
          expect(zones.length).toBeLessThanOrEqual(5);
          expect(new Set(zones).size).toBe(zones.length);
          for (const zone of zones) expect(rules.resolve(zone)).toBe(zone);
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
    expect(completeTimeZone(typed, rules, 25)[0]).toBe(zone);
  });

  it('offers the zones of many people before anything is typed, and never more than asked for', () => {
    expect(completeTimeZone('', rules, 25)).toEqual(commonZones);
    expect(completeTimeZone('a', rules, 3)).toHaveLength(3);
  });

  it('offers only what can be read back', () => {
    for (const typed of ['', 'a', 'eu', 'us', 'pacific', 'est', 'indiana', 'kie', 'saigon']) {
      for (const zone of completeTimeZone(typed, rules, 25)) {
        expect(readTimeZone(zone, rules, now)).toEqual({ kind: 'zone', zone });
      }
    }
  });
});

describe('the familiar names', () => {
  it('lead to zones that exist', () => {
    const zones = [...commonZones, ...[...timeAbbreviations.values(), ...familiarPlaces.values()].flat()];
    expect(zones.filter((zone) => rules.resolve(zone) !== zone)).toEqual([]);
  });
});
