import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';

it('a daily question of which nobody can tell whether it stands there is not asked again the next day', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T07:00:00Z')));
  const { platform, clock, store } = house;
  platform.canLook = false;
  await house.command('daily on 08:00 UTC');
  platform.fault = (call) => (call === 'post' ? 'done-but-lost' : null);
  const postOf = (date: string) => store.transact((unit) => unit.daily.post('sim:S:C', date));
  const goOnUntil = async (instant: string, date: string, state: string) => {
    clock.set(Date.parse(instant));
    await until(async () => {
      clock.set(clock.wall() + 500);
      house.bot.wake();
      expect((await postOf(date))?.state).toBe(state);
    });
  };
  await goOnUntil('2026-11-02T08:00:00Z', '2026-11-02', 'unverified');
  platform.fault = () => null;
  await goOnUntil('2026-11-03T08:00:00Z', '2026-11-03', 'open');
  const [first, second] = [await postOf('2026-11-02'), await postOf('2026-11-03')];
  expect(second?.question).not.toBe(first?.question);
  expect(platform.questionsIn('sim:S:C')).toHaveLength(2);
});
