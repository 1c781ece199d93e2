import { describe, expect, it } from 'vitest';
import { dailyPoints } from '../../../src/core/daily/points.ts';
import { streakOf } from '../../../src/core/daily/streak.ts';

// A Wednesday to the next Tuesday without the weekend.
const posts = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'];

describe('a streak', () => {
  it('is nothing before the first answer', () => {
    expect(streakOf({ posts: [], answered: [], open: null })).toEqual({ current: 0, longest: 0 });
    expect(streakOf({ posts, answered: [], open: '2026-12-01' })).toEqual({ current: 0, longest: 0 });
  });

  it('goes on over days without a post', () => {
    expect(streakOf({ posts, answered: posts, open: '2026-12-01' })).toEqual({ current: 5, longest: 5 });
  });

  it('stays alive while the latest post can still be answered', () => {
    const answered = posts.slice(0, 4);
    expect(streakOf({ posts, answered, open: '2026-12-01' })).toEqual({ current: 4, longest: 4 });
  });

  it('ends when a post can no longer be answered', () => {
    expect(streakOf({ posts, answered: posts.slice(0, 4), open: null })).toEqual({ current: 0, longest: 4 });
    expect(streakOf({ posts, answered: posts.slice(0, 3), open: '2026-12-01' })).toEqual({ current: 0, longest: 3 });
  });

  it('begins anew after a gap, and the longest is kept', () => {
    const answered = ['2026-11-25', '2026-11-26', '2026-11-30'];
    expect(streakOf({ posts, answered, open: '2026-12-01' })).toEqual({ current: 1, longest: 2 });
  });

  it('counts a date once, whichever of its posts was answered, and takes dates in any order', () => {
    const doubled = ['2026-11-26', '2026-11-25b', '2026-11-25'];
    expect(streakOf({ posts: doubled, answered: ['2026-11-26', '2026-11-25b'], open: null })).toEqual({
      current: 2,
      longest: 2,
    });
  });

  it('takes no notice of answers to posts that are gone', () => {
    expect(streakOf({ posts, answered: ['2020-01-01', '2026-12-01'], open: null })).toEqual({ current: 1, longest: 1 });
  });
});

describe('the points of a daily question', () => {
  it('are 500 for a right answer, however late', () => {
    expect([dailyPoints(true), dailyPoints(false)]).toEqual([500, 0]);
  });
});
