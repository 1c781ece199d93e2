import { describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';

describe('a quiz whose lobby cannot be posted', () => {
  it('is over, with the host told once, and holds the channel no longer', async () => {
    const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
    house.platform.fault = (call, key) =>
      call === 'post' && key.startsWith('quiz:') && key.endsWith(':lobby') ? 'forbidden' : null;
    await house.command('quiz 2', { manages: false });
    for (let step = 0; step < 10; step += 1) await house.pass(5000);
    await until(async () => {
      expect(await house.store.transact((unit) => unit.quizzes.live())).toEqual([]);
      expect(house.platform.messages.map(({ where }) => where)).toEqual(['@sim:S:ada']);
    });
  });
});
