import { describe, expect, it } from 'vitest';
import {
  type AskedDay,
  dayBegan,
  dayEnds,
  dayRequest,
  hasPractised,
  lastAsked,
  putOff,
} from '../../../src/core/practice/daily-practice.ts';
import type { PracticeSession } from '../../../src/core/practice/session.ts';
import { weekdays } from '../../../src/core/schedule/local-date.ts';
import { otherRules, rules } from '../../zone-rules.ts';

const berlin = 'Europe/Berlin';
const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const settings = { time: { hour: 8, minute: 0 }, zone: berlin, days: weekdays };

const session: PracticeSession = {
  ...{ id: 'p', request: { count: 10, topics: [], level: null }, stopped: false, wish: null, answers: [] },
  items: [{ question: 'stride', item: 'i', asked: 'h', order: 0, why: 'due' }],
};
const answered: PracticeSession = { ...session, answers: [{ place: 0, correct: true, due: 1 }] };

describe('the local day of a message', () => {
  it('begins at midnight there, also on a day on which the clocks change', () => {
    expect(dayBegan({ date: '2026-11-02', at: 0 }, settings, rules)).toBe(at('2026-11-01T23:00:00Z'));
    expect(dayBegan({ date: '2026-03-29', at: 0 }, settings, rules)).toBe(at('2026-03-28T23:00:00Z'));
    const length = (date: string) => (dayEnds(date, berlin, rules) ?? 0) - dayBegan({ date, at: 0 }, settings, rules);
    expect(['2026-03-29', '2026-10-25', '2026-11-02'].map((date) => length(date) / hour)).toEqual([23, 25, 24]);
  });

  it('is reckoned from its own hour where the rules do not know the zone, and nobody can tell its end', () => {
    const without = otherRules('2026b', berlin, null);
    expect(dayBegan({ date: '2026-11-02', at: 9 * hour }, settings, without)).toBe(hour);
    expect(dayEnds('2026-11-02', berlin, without)).toBeNull();
    expect(putOff('2026-11-02', at('2026-11-02T09:00:00Z'), berlin, without)).toBeNull();
  });
});

describe('putting off', () => {
  it.each([
    ['2026-11-02T09:00:00Z', '2026-11-02T12:00:00Z'],
    ['2026-11-02T19:59:59.999Z', '2026-11-02T22:59:59.999Z'],
    ['2026-11-02T20:00:00Z', null],
    ['2026-11-02T23:30:00Z', null],
  ])('is for three hours, and not past the day: at %s', (now, again) => {
    expect(putOff('2026-11-02', at(now), berlin, rules)).toBe(again === null ? null : at(again));
  });
});

describe('whether somebody has practised on that day', () => {
  it.each([
    ['nobody ever did', null, 0, false],
    ['they answered something', answered, 10, true],
    ['that was the day before', answered, 9, false],
    ['they have begun one', session, 10, true],
    ['they stopped before the first answer', { ...session, stopped: true }, 10, false],
    ['a message began it', { ...session, request: dayRequest }, 10, false],
    ['they answered in a message', { ...answered, request: dayRequest }, 10, true],
  ] as const)('%s', (_, latest, saved, practised) => {
    expect(hasPractised(latest, saved, 10)).toBe(practised);
  });
});

describe('the last date that had its message', () => {
  const asked: AskedDay = { date: '2026-11-02', at: at('2026-11-02T23:30:00Z'), round: 0, state: 'asked', again: null };

  it('is the intended one, or what the clocks of the new zone showed then', () => {
    expect(lastAsked(null, berlin, rules)).toBeNull();
    expect(lastAsked(asked, berlin, rules)).toBe('2026-11-03');
    expect(lastAsked(asked, 'America/New_York', rules)).toBe('2026-11-02');
    expect(lastAsked(asked, berlin, otherRules('2026b', berlin, null))).toBe('2026-11-02');
  });
});
