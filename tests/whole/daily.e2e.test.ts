import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { dailyLetters, refreshed, sees } from './steps.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 7);

it.each(platforms)('keeps a daily question on $platform from its first day to its last', async ({ open }) => {
  const chat = await open(monday);
  const { ada, bo, cy, eve, boss, channel, command, press, forward } = chat;
  const posts = () => chat.messages(channel).filter(({ words }) => words.startsWith('Daily question'));
  expect(await command(boss, channel, 'daily on 09:00 Europe/Berlin weekdays')).toMatch(
    /The daily question is on.*09:00 Europe\/Berlin, Monday to Friday/,
  );
  expect(await command(bo, channel, 'daily off')).toContain('for those who run this channel');
  expect(posts()).toEqual([]);

  forward(hour);
  const first = await sees(chat, channel, /Daily question · 2 November.*nobody has answered yet/);
  const { right, wrong } = await dailyLetters(chat, channel);
  expect(await press(ada, first, right)).toMatch(/Right.*\+500 points/);
  expect(await press(bo, first, wrong)).toMatch(
    new RegExp(`Not quite.*You chose ${wrong} .*The right answer is ${right} `),
  );
  expect(await press(bo, first, right)).toMatch(
    new RegExp(`You have answered ${wrong} already.*The first answer counts`),
  );
  expect(await press(cy, first, right)).toContain('+500 points');
  forward(15_000);
  await until(() => expect(refreshed(chat, first).words).toContain('3 people answered'));
  expect(refreshed(chat, first).words).not.toContain('✅');
  expect(await command(bo, channel, 'daily status')).toMatch(/is on.*Europe\/Berlin.*Asked so far.*1 question,/);

  forward(24 * hour);
  const second = await sees(chat, channel, /Daily question · 3 November/);
  await until(() => expect(refreshed(chat, first).words).toContain('2 November · the answer'));
  const reveal = refreshed(chat, first).words;
  expect(reveal).toContain(`The right answer is ${right}`);
  expect(reveal).toContain(`3 people answered, 2 of them right (67%). First right: ${chat.named(ada)}.`);
  expect(await press(eve, first, right)).toContain('That daily question is over');
  expect(await press(ada, second, (await dailyLetters(chat, channel)).right)).toContain('2 daily questions in a row');

  expect(await command(boss, channel, 'daily skip')).toContain('No daily question on 4 November');
  expect(await command(boss, channel, 'daily off')).toContain('No more will be posted here');
  expect(await command(boss, channel, 'daily off')).toContain('It was off already');
  forward(48 * hour);
  await until(() => expect(refreshed(chat, second).words).toContain('3 November · the answer'));
  expect(refreshed(chat, second).words).toContain('1 person answered, and got it right.');
  expect(await command(bo, channel, 'daily status')).toContain('The daily question is off');
  expect(posts()).toHaveLength(2);
  expect(await command(ada, channel, 'leaderboard')).toMatch(/1 ada 1,000 100%.* 2 cy 500 100%.* 3 bo 0 0%/);
});
