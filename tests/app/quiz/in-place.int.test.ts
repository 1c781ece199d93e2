import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { ada, bo, button, channel, lobby, start } from './played.ts';

it('plays a quiz in the channel itself where that is a thread, from the card to the result', async () => {
  const house = await openHouse(standingClock(start));
  const { card: opened } = await house.command('quiz 1 5s', { ...ada, thread: 'whole' });
  expect(wordsOf(opened)).toContain('The questions come here.');
  await until(() => expect(lobby(house)).toBeDefined());
  expect(wordsOf((await house.press(button(lobby(house), 'Join'), bo)).card)).toContain('The questions come here.');
  await house.press(button(lobby(house), 'Start now'), ada);
  await until(() => expect(house.platform.in(channel).map(({ card }) => card.title)).toContain('Question 1 of 1'));
  await house.pass(3000);
  expect(wordsOf(house.platform.in(channel)[0]?.card ?? { body: [] })).toContain('It is on, below.');
  for (const _ of [1, 2, 3, 4]) await house.pass(6000);
  expect(house.platform.inThreads(channel)).toEqual([]);
  expect(house.platform.threads.size).toBe(0);
  const results = house.platform.in(channel).filter(({ card }) => /is over|the result/.test(card.title ?? ''));
  expect(results).toHaveLength(1);
  expect(results[0]?.card.body.map(({ kind }) => kind)).toContain('actions');
});

it('links to the card for a host who has started it from a thread of the channel', async () => {
  const house = await openHouse(standingClock(start));
  const { card } = await house.command('quiz 1 5s', { ...ada, thread: 'part' });
  expect(wordsOf(card)).toContain('Its card stands in the channel that this thread belongs to');
  const [posted] = house.platform.in(channel);
  expect(JSON.stringify(card)).toContain(`https://chat.example/${channel}/${posted?.message}`);
});

it('answers without a link where the card is long on its way', async () => {
  const house = await openHouse(standingClock(start));
  house.platform.fault = () => 'later';
  const { card } = await house.command('quiz 1 5s', { ...ada, thread: 'part' });
  expect(wordsOf(card)).toContain('Its card stands in the channel that this thread belongs to');
  expect(JSON.stringify(card)).not.toContain('https:');
});
