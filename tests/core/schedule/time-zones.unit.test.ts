import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commonZones, familiarPlaces, timeAbbreviations } from '../../../src/core/schedule/familiar-zones.ts';
import { completeTimeZone, readTimeZone } from '../../../src/core/schedule/time-zones.ts';
import { corpus } from '../../corpora/corpus.ts';
import { rules, runtime } from '../../zone-rules.ts';

const now = Date.parse('2026-11-30T12:00:00Z');

const traps = corpus(
  'time-zone',
  z.strictObject({
    zone: z.string().optional(),
    suggested: z.array(z.string()).optional(),
    offset: z.number().optional(),
  }),
);

describe('readTimeZone', () => {
  it('takes every zone that the rules list, in any case and with spaces', () => {
    for (const zone of rules.zones) {
      expect(readTimeZone(zone, rules, now)).toEqual({ kind: 'zone', zone });
      const spoken = readTimeZone(` ${zone.toLowerCase().replaceAll('_', ' ')} `, rules, now);
      expect([zone, spoken.kind]).toEqual([zone, 'zone']);
    }
  });

  it.each(traps.flatMap((entry) => (entry.zone === undefined ? [] : [[entry.trap, entry.typed, entry.zone] as const])))(
    'knows %s: %j is %s',
    (_, typed, zone) => {
      expect(readTimeZone(typed, rules, now)).toEqual({ kind: 'zone', zone });
    },
  );

  it.each(traps.filter(({ zone }) => zone === undefined))(
    'does not guess at $trap ($typed), but suggests $suggested',
    ({ typed, suggested = [], offset }) => {
      const reading = readTimeZone(typed, rules, now);
      const inverted = /etc/i.test(typed);
      const suggestions = suggested.length === 0 ? [] : expect.arrayContaining(suggested);
      if (offset === undefined) expect(reading).toEqual({ kind: 'unknown', suggestions });
      else expect(reading).toMatchObject({ kind: 'unknown', suggestions, offset: { minutes: offset, inverted } });
      if (offset === undefined || reading.kind === 'zone') return;
      const minutes = reading.suggestions.map((name) => rules.offsetAt(name, now) / 60_000);
      expect(minutes).toEqual(reading.suggestions.map(() => offset));
      expect(reading.suggestions.filter((name) => name.startsWith('Antarctica/'))).toEqual([]);
    },
  );

  it('does not search through fifty thousand letters', () => {
    expect(readTimeZone('9'.repeat(50_000), rules, now)).toEqual({ kind: 'unknown', suggestions: [] });
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
