import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedAtOnce as askedBy, type CountedPost } from '../../../src/core/daily/asked-at-once.ts';
import { dateOf, freeKey, isPractice } from '../../../src/core/daily/post-key.ts';
import { addDays, localDate } from '../../../src/core/schedule/local-date.ts';
import { rules } from '../../zone-rules.ts';

const askedAtOnce = (situation: Omit<Parameters<typeof askedBy>[0], 'rules'>) => askedBy({ ...situation, rules });

const instant = (text: string) => Date.parse(text);
const nothing = { coming: [], counted: [] };

describe('a question that is asked for at once', () => {
  it('counts on a date that has none, and none to come', () => {
    expect(askedAtOnce({ now: instant('2026-11-25T12:00:00Z'), zone: 'UTC', ...nothing })).toEqual({ kind: 'counts' });
  });

  it('is practice on a date whose scheduled one is still to come, or late', () => {
    const now = instant('2026-11-25T12:00:00Z');
    for (const at of [now + 1, now - 60_000]) {
      const coming = [{ date: '2026-11-25', at }];
      expect(askedAtOnce({ now, zone: 'UTC', coming, counted: [] })).toEqual({
        kind: 'practice',
        because: 'coming',
        at: Math.max(at, now),
      });
    }
    const coming = [{ date: '2026-11-26', at: now + 1 }];
    expect(askedAtOnce({ now, zone: 'UTC', coming, counted: [] })).toEqual({ kind: 'counts' });
  });

  it('is practice on a date that has had one, of the schedule or asked for', () => {
    const now = instant('2026-11-25T12:00:00Z');
    for (const date of ['2026-11-25', '2026-11-25b', '2026-11-25c']) {
      expect(askedAtOnce({ now, zone: 'UTC', coming: [], counted: [{ date, since: now - 60_000 }] })).toEqual({
        kind: 'practice',
        because: 'had',
      });
    }
    const yesterday = [{ date: '2026-11-24', since: now - 86_400_000 }];
    expect(askedAtOnce({ now, zone: 'UTC', coming: [], counted: yesterday })).toEqual({ kind: 'counts' });
  });

  it('is practice when only the zone has changed since, to either side of the date line', () => {
    const asked = { date: '2026-11-25b', since: instant('2026-11-25T20:00:00Z') };
    const later = asked.since + 5 * 60_000;
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Honolulu', 'America/New_York']) {
      expect(askedAtOnce({ now: later, zone, coming: [], counted: [asked] }), zone).toMatchObject({ because: 'had' });
    }
  });

  it('counts once on each date, whatever zones the channel is set to and when', () => {
    const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/Nuuk', 'Asia/Kolkata'];
    const order = fc.record({ zone: fc.constantFrom(...zones), minutes: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 80 }), (orders) => {
        let now = instant('2026-10-23T00:00:00Z');
        const counted: CountedPost[] = [];
        for (const { zone, minutes } of orders) {
          now += minutes * 60_000;
          if (askedAtOnce({ now, zone, coming: [], counted }).kind === 'counts')
            counted.push({ date: `${localDate(now, zone, rules)}b`, since: now });
        }
        const dates = counted.map(({ date }) => dateOf(date));
        expect(new Set(dates).size).toBe(dates.length);
      }),
    );
  });

  it('counts anew at the local midnight, through changes of the clocks', () => {
    const zone = 'Europe/Berlin';
    // On 25 October 2026 the clocks are put back; the date has 25 hours.
    const asked = { date: '2026-10-25b', since: instant('2026-10-24T22:30:00Z') };
    const last = { zone, coming: [], counted: [asked] };
    expect(askedAtOnce({ ...last, now: instant('2026-10-25T22:59:59Z') }).kind).toBe('practice');
    expect(askedAtOnce({ ...last, now: instant('2026-10-25T23:00:00Z') }).kind).toBe('counts');
  });
});

describe('the key of a post', () => {
  it('tells its date, and practice from what counts', () => {
    const keys = ['2026-11-25', '2026-11-25b', '2026-11-25z7', '2026-11-25-1', '2026-11-25-30'];
    expect(keys.map(dateOf)).toEqual(keys.map(() => '2026-11-25'));
    expect(keys.filter(isPractice)).toEqual(['2026-11-25-1', '2026-11-25-30']);
  });

  it('is another one for every post of a date, however many there are', () => {
    for (const practice of [true, false]) {
      const taken: string[] = ['2026-11-25', `${addDays('2026-11-25', 1)}-1`];
      for (let no = 0; no < 60; no += 1) taken.push(freeKey('2026-11-25', practice, taken));
      expect(new Set(taken).size).toBe(62);
      expect(taken.slice(2).every((key) => /^2026-11-25[-b-z0-9]+$/.test(key))).toBe(true);
      expect(taken.slice(2).map(isPractice)).toEqual(taken.slice(2).map(() => practice));
    }
  });
});
