import { expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';

const start = Date.UTC(2026, 10, 25, 9);
const lobbySeconds = 30;

it('gives a lobby its whole time from when its message is out, however long that took', async () => {
  const house = await openHouse(standingClock(start));
  const { platform } = house;
  platform.fault = (call) => (call === 'post' ? 'later' : null);
  await house.command('quiz 1');
  const pass = (seconds: number) => house.pass(seconds * 1000);
  for (let waited = 0; waited < 2 * lobbySeconds; waited += 5) await pass(5);
  expect(platform.messages).toEqual([]);
  platform.fault = () => null;
  await pass(1);
  await until(() => expect(platform.messages).toHaveLength(1));
  await pass(0);
  await pass(lobbySeconds - 2);
  const join = buttonsOf(platform.messages[0]?.card ?? { body: [] }).find(({ id }) => id.startsWith('join:'));
  const reply = await house.press(join?.id ?? '');
  expect(JSON.stringify(reply.card)).toContain('You are in');
  await pass(10);
  await until(() =>
    expect(platform.messages.some(({ card }) => buttonsOf(card).some(({ id }) => id.startsWith('pick:')))).toBe(true),
  );
});
