import { describe, expect, it } from 'vitest';
import { catchUp, dailyGrace, dueNow } from '../../../src/core/schedule/due.ts';
import { weekdays } from '../../../src/core/schedule/local-date.ts';
import { nextOccurrence } from '../../../src/core/schedule/occurrence.ts';
import { rules } from '../../zone-rules.ts';

const hour = 60 * 60 * 1000;
const schedule = { zone: 'Europe/Berlin', time: { hour: 9, minute: 0 }, days: weekdays };
const due = nextOccurrence(schedule, { date: '2026-11-24' }, rules);

function dates(now: number) {
  const { skipped, post, next } = catchUp(schedule, due, now, rules);
  return { skipped: skipped.map(({ date }) => date), post: post?.date, next: next.date };
}

describe('what is due', () => {
  it('is posted from its instant to the end of the grace, and left out after it', () => {
    const verdicts = [-1, 0, dailyGrace, dailyGrace + 1].map((late) => dueNow({ at: due.at, now: due.at + late }));
    expect(verdicts).toEqual(['wait', 'post', 'post', 'skip']);
    expect(dueNow({ at: 0, now: 20, grace: 10 })).toBe('skip');
  });

  it('waits if it is still to come, also when the clock was set back', () => {
    expect(dates(due.at - 1)).toEqual({ skipped: [], post: undefined, next: '2026-11-25' });
    expect(dates(due.at - 100 * hour)).toEqual({ skipped: [], post: undefined, next: '2026-11-25' });
  });

  it('is posted late after an hour of downtime', () => {
    expect(dates(due.at + hour)).toEqual({ skipped: [], post: '2026-11-25', next: '2026-11-26' });
  });

  it('loses its dates but the last after three days of downtime, and that one too if the grace is over', () => {
    const skipped = ['2026-11-25', '2026-11-26', '2026-11-27'];
    expect(dates(due.at + 73 * hour)).toEqual({ skipped, post: '2026-11-28', next: '2026-11-29' });
    expect(dates(due.at + 71 * hour)).toEqual({ skipped, post: undefined, next: '2026-11-28' });
  });

  it('is one post at most, even if the grace covers several dates', () => {
    const { skipped, post } = catchUp(schedule, due, due.at + 49 * hour, rules, 100 * hour);
    expect([skipped.map(({ date }) => date), post?.date]).toEqual([['2026-11-25', '2026-11-26'], '2026-11-27']);
  });
});
