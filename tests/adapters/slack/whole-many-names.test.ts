import { expect, it } from 'vitest';
import { asked, openQuiz, openWorkspace, revealed, sees } from './whole-steps.ts';

const channel = 'C71';
/** The longest name that Slack allows has 80 characters. */
const people = Array.from({ length: 30 }, (_, index) => ({
  id: `U7${index}`,
  name: index % 2 === 0 ? '😀'.repeat(80) : '`*_<@'.repeat(16),
}));

it('has room on Slack for thirty players with the longest names', async () => {
  const workspace = await openWorkspace();
  const { press, command, forward } = workspace;
  const [first = { id: '', name: '' }] = people;
  const lobby = await openQuiz(workspace, channel, 'quiz 1 5s teams', first);
  await Promise.all(people.map((who) => press(who, lobby, 'Any team')));
  forward(2500);
  await press(first, lobby, 'Start now');
  const { message, right } = await asked(workspace, channel, 0);
  await Promise.all(people.map((who) => press(who, message, right, message.at + 1000)));
  await revealed(workspace, message);
  expect((await sees(workspace, channel, /The quiz is over/)).words).toContain('and 22 more who share a place');
  await sees(workspace, channel, /the result/);
  expect(await command(first, channel, 'leaderboard')).toContain('1 to 10 of 30');
});
