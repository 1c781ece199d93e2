import { expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const channel = 'sim:S:C';

it('a quiz that the platform slows down says so once, and costs nobody points', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  let slow = true;
  house.platform.fault = (call, key) => (slow && call === 'post' && key.includes(':question:') ? 'later' : null);
  await house.command('quiz 2 10s');
  await until(() => expect(house.platform.in(channel)).toHaveLength(1));
  const press = (label: string) => {
    const lobby = house.platform.in(channel)[0]?.card ?? { body: [] };
    return house.press(buttonsOf(lobby).find((action) => action.label.startsWith(label))?.id ?? '');
  };
  await press('Join');
  await press('Start now');
  for (let waited = 0; waited < 8; waited += 1) await house.pass(1000);
  const inThread = () => house.platform.inThreads(channel);
  expect(inThread()).toHaveLength(0);
  slow = false;
  await house.pass(1000);
  await until(() => expect(inThread().some(({ card }) => wordsOf(card).includes('slowly'))).toBe(true));
  const question = inThread().find(({ key }) => key.includes(':question:0'));
  expect(question?.at).toBe(house.clock.wall());
  slow = true;
  await house.pass(10_000);
  await house.pass(5000);
  for (let waited = 0; waited < 8; waited += 1) await house.pass(1000);
  slow = false;
  await house.pass(1000);
  await until(() => expect(inThread().some(({ key }) => key.includes(':question:1'))).toBe(true));
  await house.pass(100);
  expect(inThread().filter(({ card }) => wordsOf(card).includes('slowly'))).toHaveLength(1);
});
