import { expect, it } from 'vitest';
import { asked, openQuiz, openServer, revealed, sees } from './whole-steps.ts';

const channel = '800000000000000171';
/** The longest name that Discord allows has 32 characters. */
const people = Array.from({ length: 30 }, (_, index) => ({
  id: `1000000000000007${10 + index}`,
  name: index % 2 === 0 ? '😀'.repeat(32) : '`*_<@'.repeat(6),
}));

it('has room on Discord for thirty players with the longest names', async () => {
  const server = await openServer();
  const { press, use, forward } = server;
  const [first = { id: '', name: '' }] = people;
  const lobby = await openQuiz(server, channel, { count: 1, teams: 2 }, first);
  await Promise.all(people.map((who) => press(who, lobby, 'Any team')));
  forward(2500);
  await press(first, lobby, 'Start now');
  const { message, right } = await asked(server, channel, 0);
  await Promise.all(people.map((who) => press(who, message, right, message.at + 1000)));
  await revealed(server, message);
  expect((await sees(server, channel, /The quiz is over/)).words).toContain('and 22 more who share a place');
  await sees(server, channel, /the result/);
  expect(await use(first, channel, 'leaderboard', null)).toContain('1 to 10 of 30');
});
