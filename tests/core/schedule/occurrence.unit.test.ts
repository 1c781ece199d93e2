import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/fault.ts';
import { addDays, localDate, type Weekday, weekdays } from '../../../src/core/schedule/local-date.ts';
import { nextOccurrence, occurrenceOn, type Schedule } from '../../../src/core/schedule/occurrence.ts';
import { runs } from '../../corpora/runs.ts';
import { rules } from '../../zone-rules.ts';
import { firstInstant, wallClock } from './wall-clock.ts';

const hour = 60 * 60 * 1000;

function daily(zone: string, time: string, days: readonly Weekday[] = weekdays): Schedule {
  const [hours, minutes] = time.split(':').map(Number);
  return { zone, time: { hour: hours ?? 0, minute: minutes ?? 0 }, days };
}

function iso(schedule: Schedule, date: string): string | undefined {
  const occurrence = occurrenceOn(schedule, date, rules);
  return occurrence === null ? undefined : new Date(occurrence.at).toISOString();
}

describe('the instant of a local time', () => {
  it.each([
    ['Europe/Berlin', '09:00', '2026-01-15', '2026-01-15T08:00:00.000Z'],
    ['Europe/Berlin', '09:00', '2026-07-15', '2026-07-15T07:00:00.000Z'],
    ['Asia/Kolkata', '09:00', '2026-11-25', '2026-11-25T03:30:00.000Z'],
    ['Asia/Kathmandu', '09:00', '2026-11-25', '2026-11-25T03:15:00.000Z'],
    ['UTC', '23:59', '2028-02-29', '2028-02-29T23:59:00.000Z'],
  ])('is right in %s at %s on %s', (zone, time, date, instant) => {
    expect(iso(daily(zone, time), date)).toBe(instant);
  });

  it.each([
    ['Europe/Berlin', '02:30', '2026-03-29', '2026-03-29T01:30:00.000Z'],
    ['America/New_York', '02:30', '2026-03-08', '2026-03-08T07:30:00.000Z'],
    ['Australia/Sydney', '02:30', '2026-10-04', '2026-10-03T16:30:00.000Z'],
    ['America/Santiago', '00:30', '2026-09-06', '2026-09-06T04:30:00.000Z'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-03T15:45:00.000Z'],
  ])('comes as much later as clocks jump over it: %s at %s on %s', (zone, time, date, instant) => {
    expect(iso(daily(zone, time), date)).toBe(instant);
  });

  it.each([
    ['Europe/Berlin', '02:30', '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30:00.000Z'],
    ['Australia/Sydney', '02:30', '2026-04-05', '2026-04-04T15:30:00.000Z'],
    ['Australia/Lord_Howe', '01:45', '2026-04-05', '2026-04-04T14:45:00.000Z'],
  ])('is the first of two when clocks show it twice: %s at %s on %s', (zone, time, date, instant) => {
    expect(iso(daily(zone, time), date)).toBe(instant);
  });

  it('agrees with what Intl says the clocks show, around every change of the clocks of a year', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'America/Santiago',
      'America/Nuuk',
      'Africa/Cairo',
      'Africa/Casablanca',
    ];
    const south = [
      'Australia/Sydney',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Asia/Beirut',
    ];
    for (const zone of [...zones, ...south]) {
      for (const date of datesOfChange(zone, 2024)) {
        for (const time of ['00:00', '00:30', '01:45', '02:15', '03:00', '09:00', '23:30']) {
          const wall = Date.parse(`${date}T${time}Z`);
          expect([zone, date, time, occurrenceOn(daily(zone, time), date, rules)?.at]).toEqual([
            zone,
            date,
            time,
            firstInstant(wall, zone),
          ]);
        }
      }
    }
  });
});

/** The dates of the clocks' changes in a year and their neighbours; the turn of the year in zones without any. */
function datesOfChange(zone: string, year: number): readonly string[] {
  const noons = Array.from({ length: 366 }, (_, index) => Date.UTC(year, 0, 1, 12) + index * 24 * hour);
  const changes = noons.filter(
    (noon) => wallClock(noon, zone) - noon !== wallClock(noon - 24 * hour, zone) - noon + 24 * hour,
  );
  const dates = changes.length === 0 ? [`${year}-01-01`] : changes.map((noon) => localDate(noon, zone, rules));
  return dates.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]);
}

describe('the next occurrence', () => {
  const berlin = daily('Europe/Berlin', '09:00');

  it('is today until its instant, then tomorrow', () => {
    const at = Date.parse('2026-11-25T08:00:00Z');
    expect(nextOccurrence(berlin, { instant: at - 1 }, rules)).toEqual({ date: '2026-11-25', at });
    expect(nextOccurrence(berlin, { instant: at }, rules)).toEqual({ date: '2026-11-26', at: at + 24 * hour });
  });

  it('comes after the date of the last one even if the clock was set back or the time was put later', () => {
    const instant = Date.parse('2026-11-25T07:00:00Z');
    expect(nextOccurrence(berlin, { instant, date: '2026-11-25' }, rules).date).toBe('2026-11-26');
    expect(nextOccurrence(daily('Europe/Berlin', '21:00'), { instant, date: '2026-11-25' }, rules).date).toBe(
      '2026-11-26',
    );
  });

  it('leaves dates before the instant out, however old the last one is', () => {
    const instant = Date.parse('2026-11-25T10:00:00Z');
    expect(nextOccurrence(berlin, { instant, date: '2026-01-01' }, rules).date).toBe('2026-11-26');
  });

  it('keeps to the chosen days of the week, by the channel’s calendar', () => {
    const weekend = daily('Pacific/Auckland', '08:00', [6, 7]);
    // Friday evening in UTC is Saturday morning in Auckland.
    expect(nextOccurrence(weekend, { instant: Date.parse('2026-11-27T18:00:00Z') }, rules).date).toBe('2026-11-28');
    expect(nextOccurrence(weekend, { date: '2026-11-29' }, rules).date).toBe('2026-12-05');
  });

  it('does not miss 29 February', () => {
    expect(nextOccurrence(berlin, { date: '2028-02-28' }, rules).date).toBe('2028-02-29');
    expect(nextOccurrence(berlin, { date: '2027-02-28' }, rules).date).toBe('2027-03-01');
  });

  it('is keyed by the date that was meant when clocks jump over midnight (America/Nuuk, 30 March 2024)', () => {
    const late = daily('America/Nuuk', '23:30');
    const pushed = nextOccurrence(late, { date: '2024-03-29' }, rules);
    expect(pushed).toEqual({ date: '2024-03-30', at: Date.parse('2024-03-31T01:30:00Z') });
    expect(localDate(pushed.at, 'America/Nuuk', rules)).toBe('2024-03-31');
    expect(nextOccurrence(late, { instant: pushed.at - 1 }, rules)).toEqual(pushed);
    expect(nextOccurrence(late, { instant: pushed.at }, rules).date).toBe('2024-03-31');
  });

  it('leaves out a date that a zone left out (Pacific/Apia, 30 December 2011)', () => {
    expect(nextOccurrence(daily('Pacific/Apia', '09:00'), { date: '2011-12-29' }, rules).date).toBe('2011-12-31');
    expect(nextOccurrence(daily('Pacific/Apia', '09:00', [5]), { date: '2011-12-29' }, rules).date).toBe('2012-01-06');
  });

  it('cannot be told without a day of the week', () => {
    expect(() => nextOccurrence(daily('UTC', '09:00', []), { date: '2026-01-01' }, rules)).toThrow(Fault);
  });

  it('brings every chosen local date exactly once, in order, in every zone', () => {
    const left = new Map([
      ['Pacific/Apia', '2011-12-30'],
      ['Pacific/Fakaofo', '2011-12-30'],
    ]);
    const from = Date.UTC(2000, 0, 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) }),
        fc.subarray([...weekdays], { minLength: 1 }),
        fc.integer({ min: from, max: Date.UTC(2040, 0, 1) }),
        (zone, time, days, instant) => {
          const schedule = { zone, time, days };
          const found = [nextOccurrence(schedule, { instant }, rules)];
          for (let step = 0; step < 40; step += 1) {
            const last = found.at(-1) ?? { date: '', at: 0 };
            // By date and by instant it must be the same.
            const next = nextOccurrence(schedule, { date: last.date }, rules);
            expect(nextOccurrence(schedule, { instant: last.at }, rules)).toEqual(next);
            expect(next.at).toBeGreaterThan(last.at);
            expect([next.date, addDays(next.date, 1)]).toContain(localDate(next.at, zone, rules));
            found.push(next);
          }
          const [first = { date: '', at: 0 }, last = first] = [found[0], found.at(-1)];
          expect(first.at).toBeGreaterThan(instant);
          const expected: string[] = [];
          for (let date = first.date; date <= last.date; date = addDays(date, 1)) {
            const weekday = ((new Date(date).getUTCDay() + 6) % 7) + 1;
            if (days.some((chosen) => chosen === weekday) && left.get(zone) !== date) expected.push(date);
          }
          expect(found.map(({ date }) => date)).toEqual(expected);
        },
      ),
      runs(40),
    );
  });
});
