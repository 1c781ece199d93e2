import { expect, it } from 'vitest';
import { ada, bo, boss, cy, dailyLetters, openServer, refreshed, sees, until } from './whole-steps.ts';

const channel = '800000000000000121';
const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 7);

it('keeps a daily question on Discord from its first day to its last', async () => {
  const server = await openServer({ begin: monday });
  const { use, press, forward } = server;
  const posts = () => server.messages(channel).filter(({ words }) => words.startsWith('Daily question'));
  expect(await use(boss, channel, 'daily', 'on', { time: '09:00', zone: 'Europe/Berlin', days: 'weekdays' })).toMatch(
    /The daily question is on.*09:00 Europe\/Berlin, Monday to Friday/,
  );
  expect(await use(bo, channel, 'daily', 'off')).toContain('for those who run this channel');
  expect(posts()).toEqual([]);

  forward(hour);
  const first = await sees(server, channel, /Daily question · 2 November.*nobody has answered yet/);
  const { right, wrong } = await dailyLetters(server, channel);
  expect(await press(ada, first, right)).toMatch(/Right.*\+500 points/);
  expect(await press(bo, first, wrong)).toMatch(
    new RegExp(`Not quite.*You chose ${wrong} .*The right answer is ${right} `),
  );
  expect(await press(bo, first, right)).toMatch(
    new RegExp(`You have answered ${wrong} already.*The first answer counts`),
  );
  expect(await press(cy, first, right)).toContain('+500 points');
  forward(15_000);
  await until(() => expect(refreshed(server, first).words).toContain('3 people answered'));
  expect(refreshed(server, first).words).not.toContain('✅');
  expect(await use(bo, channel, 'daily', 'status')).toMatch(/is on.*Europe\/Berlin.*Asked so far.*1 question,/);

  forward(24 * hour);
  const second = await sees(server, channel, /Daily question · 3 November/);
  await until(() => expect(refreshed(server, first).words).toContain('2 November · the answer'));
  const reveal = refreshed(server, first).words;
  expect(reveal).toContain(`The right answer is ${right}`);
  expect(reveal).toContain(`3 people answered, 2 of them right (67%). First right: <@${ada.id}>.`);
  expect(await press({ id: '100000000000000069', name: 'Eve' }, first, right)).toContain('That daily question is over');
  expect(await press(ada, second, (await dailyLetters(server, channel)).right)).toContain('2 daily questions in a row');

  expect(await use(boss, channel, 'daily', 'skip')).toContain('No daily question on 4 November');
  expect(await use(boss, channel, 'daily', 'off')).toContain('No more will be posted here');
  expect(await use(boss, channel, 'daily', 'off')).toContain('It was off already');
  forward(48 * hour);
  await until(() => expect(refreshed(server, second).words).toContain('3 November · the answer'));
  expect(refreshed(server, second).words).toContain('1 person answered, and got it right.');
  expect(await use(bo, channel, 'daily', 'status')).toContain('The daily question is off');
  expect(posts()).toHaveLength(2);
  expect(await use(ada, channel, 'leaderboard', null)).toMatch(/1 Ada 1,000 100%.* 2 Cy 500 100%.* 3 Bo 0 0%/);
});
