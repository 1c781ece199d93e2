import { describe, expect, it } from 'vitest';
import { createRecent } from '../../../../src/adapters/slack/inbound/recent.ts';
import { createBudget } from '../../../../src/adapters/slack/outbound/budget.ts';
import { createTokenBucket } from '../../../../src/adapters/slack/outbound/token-bucket.ts';

describe('a bucket', () => {
  it('gives its burst, then one an interval, and tells everybody who waits a place of their own', () => {
    let clock = 0;
    const bucket = createTokenBucket(1000, 2, () => clock);
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 1000]);
    clock = 400;
    expect(bucket.take()).toBe(1600);
    clock = 1000;
    expect([bucket.take(), bucket.take()]).toEqual([0, 2000]);
    clock = 1_000_000;
    expect([bucket.isFull(), bucket.take(), bucket.take(), bucket.take()]).toEqual([true, 0, 0, 1000]);
  });
});

describe('a budget', () => {
  it('takes nothing from a channel when the workspace has no room', () => {
    let clock = 0;
    const budget = createBudget(() => clock);
    for (let turn = 0; turn < 20; turn += 1) expect(budget.post(`C${turn}`)).toBe(0);
    for (let turn = 1; turn <= 10; turn += 1) expect(budget.post('C99')).toBe(turn * 200);
    clock = 600;
    expect([budget.post('C99'), budget.post('C99'), budget.post('C99')]).toEqual([0, 0, 0]);
  });

  it('forgets channels that have been quiet', () => {
    let clock = 0;
    const budget = createBudget(() => clock);
    for (let turn = 0; turn < 3000; turn += 1) {
      expect(budget.post(`C${turn}`)).toBe(0);
      clock += 200;
    }
  });
});

describe('recent entries', () => {
  it('are kept at least as many as asked for, and at most twice as many', () => {
    const recent = createRecent<number>(10);
    for (let turn = 0; turn < 100; turn += 1) {
      recent.set(`k${turn}`, turn);
      for (let back = 0; back < 10 && back <= turn; back += 1) expect(recent.get(`k${turn - back}`)).toBe(turn - back);
      expect(recent.get(`k${turn - 20}`)).toBeUndefined();
    }
  });
});
