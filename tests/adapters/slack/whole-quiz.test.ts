import { expect, it } from 'vitest';
import { ada, asked, bo, cy, openQuiz, openWorkspace, refreshed, revealed, sees, until } from './whole-steps.ts';

const channel = 'C11';

it('plays a quiz alone on Slack, from the lobby to the rematch', async () => {
  const workspace = await openWorkspace();
  const { press, forward } = workspace;
  const lobby = await openQuiz(workspace, channel, 'quiz 2 5s');
  for (const who of [ada, bo, cy]) expect(await press(who, lobby, 'Join')).toContain('You are in');
  expect(await press(bo, lobby, 'Join')).toContain('You are in already');
  forward(2500);
  await sees(workspace, channel, /3 players: ada, bo and cy/);
  expect(await press(ada, lobby, 'Start now')).toContain('Here we go');

  const first = await asked(workspace, channel, 0);
  expect(first.message.thread).toBe(lobby.id);
  const { at } = first.message;
  expect(await press(ada, first.message, first.right, at + 1000)).toContain(`${first.right} locked in`);
  expect(await press(bo, first.message, first.right, at + 1000)).toContain('locked in');
  expect(await press(cy, first.message, first.wrong, at + 500)).toContain('locked in');
  const reveal = await revealed(workspace, first.message);
  expect(reveal.words).toContain(`The right answer is ${first.right}`);
  // A tie; who of the two is named first depends on a millisecond.
  for (const tied of [/1\. ada 900.*3\. cy 0/, /1\. bo 900.*3\. cy 0/]) expect(reveal.words).toMatch(tied);

  const second = await asked(workspace, channel, 1);
  for (const tied of ['1. ada 900', '1. bo 900']) expect(second.message.words).toContain(tied);
  const opened = second.message.at;
  await press(bo, second.message, second.wrong, opened + 500);
  expect(await press(bo, second.message, second.right, opened + 700)).toContain(
    `You chose ${second.wrong} already; the first choice counts`,
  );
  forward(opened + 6000 - workspace.now());
  await until(() => expect(refreshed(workspace, second.message).words).toContain('Nobody had it right'));
  expect(await press(ada, second.message, second.right, opened + 4900)).toContain('locked in');
  expect(await press(cy, second.message, second.right, opened + 5200)).toContain('Too late');
  forward(1500);
  await until(() => expect(refreshed(workspace, second.message).words).toMatch(/Fastest: ada/));
  forward(5000);

  const result = await sees(workspace, channel, /The quiz is over.*ada 1,410 points.*bo 900 points/);
  expect(result.thread).toBe(lobby.id);
  const inChannel = await sees(workspace, channel, /the result.*🥇 ada 1,410 points/);
  expect(inChannel.thread).toBeNull();
  await until(() => expect(workspace.simulator.workspace.files).toHaveLength(1));
  expect(await press({ id: 'U9', name: 'eve' }, second.message, second.right, opened + 4800)).toContain('Too late');
  expect(await press(cy, result, 'Review my mistakes')).toContain('2 questions to look at again');
  expect(await press(ada, result, 'Review my mistakes')).toContain('No mistakes');
  expect(await press({ id: 'U9', name: 'eve' }, result, 'Review my mistakes')).toContain('did not play');
  expect(await press(ada, first.message, first.wrong)).toMatch(/Too late|already/);
  expect(await workspace.command(bo, channel, 'leaderboard')).toMatch(/1 ada 1,410 100% 1.* 2 bo 900 50% 0/);
  expect(await press(bo, inChannel, 'Rematch')).toContain('The quiz is open, and you are its host');
  const rematch = await sees(workspace, channel, /bo starts a quiz/);
  await press(bo, rematch, 'Join');
  await press(bo, rematch, 'Start now');
  const again = await asked(workspace, channel, 0);
  expect([first.message.words, second.message.words]).not.toContain(again.message.words);
});

it('plays a quiz in teams on Slack, in which a bigger team has no advantage', async () => {
  const workspace = await openWorkspace();
  const { press } = workspace;
  const lobby = await openQuiz(workspace, channel, 'quiz 1 5s teams');
  expect(await press(ada, lobby, 'Join Red')).toContain('team Red');
  expect(await press(bo, lobby, 'Join Red')).toContain('team Red');
  expect(await press(bo, lobby, 'Join Blue')).toContain('team Blue');
  expect(await press(cy, lobby, 'Join Blue')).toContain('team Blue');
  expect(await press(cy, lobby, 'Join Blue')).toContain('in team Blue already');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(workspace, channel, 0);
  await press(ada, message, right, message.at + 1000);
  await press(bo, message, right, message.at + 500);
  await press(cy, message, wrong, message.at + 500);
  expect((await revealed(workspace, message)).words).toContain('1. Blue 950 · 2. Red 900');
  const result = await sees(workspace, channel, /The quiz is over.*Blue won: Blue 950 · Red 900/);
  expect(result.words).toMatch(/🥇 bo 950 points.*🥈 ada 900 points/);
  expect(await workspace.command(ada, channel, 'leaderboard teams')).toMatch(/1 Blue 1 1 950.*2 Red 0 1 900/);
});
