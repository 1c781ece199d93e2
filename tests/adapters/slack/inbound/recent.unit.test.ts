import { expect, it } from 'vitest';
import { createRecent } from '../../../../src/adapters/slack/inbound/recent.ts';

it('recent entries are kept at least as many as asked for, and at most twice as many', () => {
  const recent = createRecent<number>(10);
  for (let turn = 0; turn < 100; turn += 1) {
    recent.set(`k${turn}`, turn);
    for (let back = 0; back < 10 && back <= turn; back += 1) expect(recent.get(`k${turn - back}`)).toBe(turn - back);
    expect(recent.get(`k${turn - 20}`)).toBeUndefined();
  }
});
