import { expect, it } from 'vitest';
import { ada, asked, bo, cy, openQuiz, openWorkspace, refreshed, revealed, sees, until } from './whole-steps.ts';

const channel = 'C31';
const minute = 60_000;

it('is stopped mid-way on Slack by its host, and by nobody else', async () => {
  const workspace = await openWorkspace({ managers: [cy.id] });
  const { command, press, forward } = workspace;
  const lobby = await openQuiz(workspace, channel, 'quiz 3 5s');
  await press(ada, lobby, 'Join');
  await press(bo, lobby, 'Join');
  expect(await press(bo, lobby, 'Start now')).toContain('Only ada');
  expect(await press(bo, lobby, 'Call it off')).toContain('Only ada');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(workspace, channel, 0);
  await press(ada, message, right, message.at + 1000);
  for (const word of ['pause', 'skip', 'stop']) {
    expect(await command(bo, channel, `quiz ${word}`)).toContain('Only ada');
  }
  for (const label of ['Pause', 'Skip', 'Stop']) expect(await press(bo, message, label)).toContain('Only ada');
  expect(await command(cy, channel, 'quiz pause')).toContain('Paused');
  await sees(workspace, channel, /The quiz is paused. The time left is kept/);
  expect(await press(bo, message, right)).toContain('The quiz is paused');
  expect(await command(ada, channel, 'quiz resume')).toContain('On we go');
  expect(await press(ada, message, 'Stop')).toContain('Stopped');
  forward(3000);
  await sees(workspace, channel, /The quiz is over.*🥇 ada 900 points/);
  await sees(workspace, channel, /the result/);
  await until(() =>
    expect(refreshed(workspace, lobby).words).toContain('It was stopped early. ada led with 900 points'),
  );
  forward(minute);
  expect(await press(bo, message, right)).toMatch(/Too late|over/);
  expect(await command(ada, channel, 'quiz skip')).toContain('No quiz here');
  expect(workspace.messages(channel).filter(({ words }) => words.includes('Question 2'))).toEqual([]);
});

it('pauses itself on Slack when nobody answers, and ends when nobody comes back', async () => {
  const workspace = await openWorkspace();
  const { press, forward } = workspace;
  const lobby = await openQuiz(workspace, channel, 'quiz 5 5s');
  await press(ada, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  for (const no of [0, 1, 2]) {
    const { message } = await asked(workspace, channel, no);
    forward(5000);
    expect((await revealed(workspace, message)).words).toContain('Nobody answered.');
  }
  await sees(workspace, channel, /Paused Nobody answered three questions in a row/);
  forward(31 * minute);
  await sees(workspace, channel, /The quiz is over/);
  await until(() => expect(refreshed(workspace, lobby).words).toContain('It ended early: nobody answered any more'));
  await openQuiz(workspace, channel, 'quiz 1 5s', bo);
});

it('is one at a time on Slack: a second start gets a link to the first', async () => {
  const workspace = await openWorkspace();
  const lobby = await openQuiz(workspace, channel, 'quiz 1 5s');
  const second = await workspace.command(bo, channel, 'quiz 2 5s');
  expect(second).toContain('A quiz is running here');
  expect(second).toContain(`https://simulated.slack.com/archives/${channel}/p${lobby.id.replace('.', '')}`);
  const both = await Promise.all([ada, bo].map((who) => workspace.command(who, 'C32', 'quiz 1 5s')));
  expect(both.filter((words) => words.includes('The quiz is open'))).toHaveLength(1);
  expect(both.filter((words) => words.includes('A quiz is running here'))).toHaveLength(1);
  await sees(workspace, 'C32', /starts a quiz/);
  workspace.forward(30_000);
  await until(() => expect(refreshed(workspace, lobby).words).toContain('Nobody joined, so it was called off'));
  await sees(workspace, 'C32', /Nobody joined/);
  expect(workspace.messages('C32')).toHaveLength(1);
});
