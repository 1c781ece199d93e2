import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyPoints } from '../../../src/core/daily/points.ts';
import type { AnswerRecord, Streak } from '../../../src/core/daily/streak.ts';
import { aliveSince, freezesLeft, noStreak, settledStreak, streakOf } from '../../../src/core/daily/streak.ts';
import { addDays } from '../../../src/core/schedule/local-date.ts';

// A Wednesday to the next Tuesday without the weekend.
const posts = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'];

const of = (record: Partial<AnswerRecord>) => streakOf({ posts, answered: [], open: [], ...record });

/** Every day of a month but those, as dates. */
function november(...without: readonly number[]): readonly string[] {
  const days = Array.from({ length: 30 }, (_, day) => day + 1).filter((day) => !without.includes(day));
  return days.map((day) => `2026-11-${String(day).padStart(2, '0')}`);
}

describe('a streak', () => {
  it('is nothing before the first answer, and costs no freeze then', () => {
    expect(of({ posts: [] })).toEqual(noStreak);
    expect(of({ open: ['2026-12-01'] })).toMatchObject({ current: 0, longest: 0, used: [], kept: [] });
  });

  it('goes on over days without a post', () => {
    expect(of({ answered: posts })).toMatchObject({ current: 5, longest: 5, used: [] });
  });

  it('costs nothing while a post can still be answered', () => {
    expect(of({ answered: posts.slice(0, 4), open: ['2026-12-01'] })).toMatchObject({ current: 4, kept: [] });
  });

  it('is kept by a freeze where a post was missed, which neither lengthens nor ends it', () => {
    const kept = of({ answered: posts.slice(0, 4) });
    expect(kept).toMatchObject({ current: 4, longest: 4, kept: ['2026-12-01'], bridged: [] });
    expect(freezesLeft(kept, '2026-12-01')).toBe(1);
    const after = of({ answered: ['2026-11-25', '2026-11-26', '2026-11-30'], open: ['2026-12-01'] });
    expect(after).toMatchObject({ current: 3, kept: [], bridged: ['2026-11-27'] });
    expect(freezesLeft(after, '2026-11-30')).toBe(1);
  });

  it('has two freezes a calendar month, and ends with the third post that was missed', () => {
    const all = november();
    expect(streakOf({ posts: all, answered: november(10, 20), open: [] })).toMatchObject({ current: 28, longest: 28 });
    expect(streakOf({ posts: all, answered: november(10, 20, 29), open: [] })).toMatchObject({
      current: 1,
      longest: 26,
      used: ['2026-11-10', '2026-11-20'],
    });
    const inRow = streakOf({ posts: all, answered: november(10, 11, 12), open: [] });
    expect(inRow).toMatchObject({ current: 18, longest: 18 });
  });

  it('has two new ones with each month, four in a row over its end', () => {
    const around = ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'];
    const kept = streakOf({ posts: around, answered: ['2026-11-28', '2026-12-03'], open: [] });
    expect(kept).toMatchObject({ current: 2, bridged: around.slice(1, 5), used: ['2026-12-01', '2026-12-02'] });
    expect([freezesLeft(kept, '2026-12-03'), freezesLeft(kept, '2027-01-01')]).toEqual([0, 2]);
  });

  it('spends none on who has no streak to keep', () => {
    expect(of({ answered: ['2026-12-01'] })).toMatchObject({ current: 1, used: [] });
  });

  it('counts a date once, whichever of its posts was answered, and takes dates in any order', () => {
    const doubled = ['2026-11-26', '2026-11-25b', '2026-11-25'];
    expect(of({ posts: doubled, answered: ['2026-11-26', '2026-11-25b'] })).toMatchObject({ current: 2, longest: 2 });
  });

  it('takes no notice of answers to posts that are gone', () => {
    expect(of({ answered: ['2020-01-01', '2026-12-01'] })).toMatchObject({ current: 1, longest: 1 });
  });
});

/** A hundred days from the middle of a month: whether each had a post, and what became of it. */
const records = fc
  .array(fc.constantFrom('none', 'answered', 'answered', 'answered', 'missed', 'open'), { maxLength: 100 })
  .map((days) => {
    const dated = days.map((state, day) => ({ state, date: addDays('2026-01-15', day) }));
    const dates = (...states: readonly string[]) => dated.filter((d) => states.includes(d.state)).map((d) => d.date);
    return { posts: dates('answered', 'missed', 'open'), answered: dates('answered'), open: dates('open') };
  });

const month = (date: string) => date.slice(0, 7);

describe('for every record, a streak', () => {
  it('never has more than two freezes in a calendar month, each for a missed date', () => {
    fc.assert(
      fc.property(records, ({ posts, answered, open }) => {
        const frozen = new Set<string>();
        let streak: Streak = noStreak;
        for (const date of posts) {
          streak = streakOf({ posts: [date], answered, open }, streak);
          for (const each of streak.used) frozen.add(each);
        }
        for (const dates of Map.groupBy(frozen, month).values()) expect(dates.length).toBeLessThanOrEqual(2);
        for (const date of frozen) expect([answered.includes(date), open.includes(date)]).toEqual([false, false]);
        expect(streak).toEqual(streakOf({ posts, answered, open }));
      }),
    );
  });

  it('is the same from any date on from which it was settled', () => {
    fc.assert(
      fc.property(records, fc.nat(100), ({ posts, answered, open }, days) => {
        const until = addDays('2026-01-15', days);
        const before = { posts: posts.filter((date) => date < until), answered, open };
        const settled = settledStreak(before);
        const pending = before.posts.filter((date) => open.includes(date) && !answered.includes(date));
        for (const date of pending) expect(settled.until < date).toBe(true);
        expect(streakOf({ posts, answered, open }, settled)).toEqual(streakOf({ posts, answered, open }));
      }),
    );
  });

  it('does not change by days without a post, and grows by one with each answer', () => {
    fc.assert(
      fc.property(records, ({ posts, answered, open }) => {
        const before = streakOf({ posts, answered, open });
        const next = addDays('2026-01-15', 130);
        const after = streakOf({ posts: [...posts, next], answered: [...answered, next], open });
        expect(after.current).toBe(before.current + 1);
        expect(after.longest).toBe(Math.max(before.longest, after.current));
        expect(streakOf({ posts: [...posts, next], answered, open: [...open, next] })).toEqual(before);
      }),
    );
  });

  it('is alive exactly if its last answer is not before the date that is told for the freezes it had used', () => {
    fc.assert(
      fc.property(records, ({ posts, answered, open }) => {
        const last = answered.at(-1);
        if (last === undefined) return;
        const then = streakOf({ posts: posts.filter((date) => date <= last), answered, open });
        const isAlive = streakOf({ posts, answered, open }).current > 0;
        expect(last >= aliveSince({ posts, open }, then.used.length)).toBe(isAlive);
      }),
    );
  });
});

describe('the points of a daily question', () => {
  it('are 500 for a right answer, however late', () => {
    expect([dailyPoints(true), dailyPoints(false)]).toEqual([500, 0]);
  });
});
