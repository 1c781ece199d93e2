import { expect, it } from 'vitest';
import { defaultScene } from '../../simulators/discord/fixtures.ts';
import { ada, asked, bo, boss, openQuiz, openServer, refreshed, revealed, sees, until } from './whole-steps.ts';

const channel = '800000000000000131';
const elsewhere = '800000000000000132';
const minute = 60_000;

it('is stopped mid-way on Discord by its host, and by nobody else', async () => {
  const server = await openServer();
  const { use, press, forward } = server;
  const lobby = await openQuiz(server, channel, { count: 3 });
  await press(ada, lobby, 'Join');
  await press(bo, lobby, 'Join');
  expect(await press(bo, lobby, 'Start now')).toContain('Only Ada');
  expect(await press(bo, lobby, 'Call it off')).toContain('Only Ada');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(server, channel, 0);
  await press(ada, message, right, message.at + 1000);
  for (const word of ['pause', 'skip', 'stop']) {
    expect(await use(bo, channel, 'quiz', word)).toContain('Only Ada');
  }
  for (const label of ['Pause', 'Skip', 'Stop']) expect(await press(bo, message, label)).toContain('Only Ada');
  expect(await use(boss, channel, 'quiz', 'pause')).toContain('Paused');
  await sees(server, channel, /The quiz is paused. The time left is kept/);
  expect(await press(bo, message, right)).toContain('The quiz is paused');
  expect(await use(ada, channel, 'quiz', 'resume')).toContain('On we go');
  expect(await press(ada, message, 'Stop')).toContain('Stopped');
  forward(3000);
  await sees(server, channel, new RegExp(`The quiz is over.*🥇 <@${ada.id}> 900 points`));
  await sees(server, channel, /the result/);
  await until(() =>
    expect(refreshed(server, lobby).words).toContain(`It was stopped early. <@${ada.id}> led with 900 points`),
  );
  forward(minute);
  expect(await press(bo, message, right)).toMatch(/Too late|over/);
  expect(await use(ada, channel, 'quiz', 'skip')).toContain('No quiz here');
  expect(server.messages(channel).filter(({ words }) => words.includes('Question 2'))).toEqual([]);
});

it('pauses itself on Discord when nobody answers, and ends when nobody comes back', async () => {
  const server = await openServer();
  const { press, forward } = server;
  const lobby = await openQuiz(server, channel, { count: 5 });
  await press(ada, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  for (const no of [0, 1, 2]) {
    const { message } = await asked(server, channel, no);
    forward(5000);
    expect((await revealed(server, message)).words).toContain('Nobody answered.');
  }
  await sees(server, channel, /Paused Nobody answered three questions in a row/);
  forward(31 * minute);
  await sees(server, channel, /The quiz is over/);
  await until(() => expect(refreshed(server, lobby).words).toContain('It ended early: nobody answered any more'));
  await openQuiz(server, channel, { count: 1 }, bo);
});

it('is one at a time on Discord: a second start gets a link to the first', async () => {
  const server = await openServer();
  const lobby = await openQuiz(server, channel, { count: 1 });
  const second = await server.use(bo, channel, 'quiz', 'start', { count: 2 });
  expect(second).toContain('A quiz is running here');
  expect(second).toContain(`https://discord.com/channels/${defaultScene.guild}/${channel}/${lobby.id}`);
  const both = await Promise.all([ada, bo].map((who) => server.use(who, elsewhere, 'quiz', 'start', { count: 1 })));
  expect(both.filter((words) => words.includes('The quiz is open'))).toHaveLength(1);
  expect(both.filter((words) => words.includes('A quiz is running here'))).toHaveLength(1);
  await sees(server, elsewhere, /starts a quiz/);
  server.forward(30_000);
  await until(() => expect(refreshed(server, lobby).words).toContain('Nobody joined, so it was called off'));
  await sees(server, elsewhere, /Nobody joined/);
  expect(server.messages(elsewhere)).toHaveLength(1);
});
