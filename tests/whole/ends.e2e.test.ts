import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, refreshed, revealed, sees } from './steps.ts';

const minute = 60_000;

it.each(platforms)('is stopped mid-way on $platform by its host, and by nobody else', async ({ open }) => {
  const chat = await open();
  const { ada, bo, boss, channel, command, press, pressPrivately, forward, named } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 3 5s');
  await press(bo, lobby, 'Join');
  const refused = `Only ${named(ada)}, its host`;
  expect(await press(bo, lobby, 'Start now')).toContain(refused);
  expect(await press(bo, lobby, 'Call it off')).toContain(refused);
  expect(await press(ada, lobby, 'Call it off')).toContain('Call the quiz off for everybody?');
  expect(await pressPrivately(ada, 'No')).toContain('It goes on.');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  forward(1000);
  await press(ada, message, right, message.at + 1000);
  for (const word of ['pause', 'skip', 'stop']) {
    expect(await command(bo, channel, `quiz ${word}`)).toContain(refused);
  }
  expect(await press(bo, message, 'Host controls')).toContain(refused);
  expect(message.buttons.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D', 'Host controls']);
  expect(await press(boss, message, 'Host controls')).toContain('Before it stops, I ask once more');
  expect(await pressPrivately(boss, 'Pause')).toContain('Paused');
  await sees(chat, channel, /The quiz is paused. The time left is kept/);
  expect(await press(bo, message, right)).toContain('The quiz is paused');
  expect(await command(ada, channel, 'quiz resume')).toContain('On we go');
  await press(ada, message, 'Host controls');
  expect(await pressPrivately(ada, 'Stop')).toContain('Stop the quiz for everybody?');
  expect(await pressPrivately(ada, 'Yes, stop it')).toContain('Stopped');
  forward(3000);
  await sees(chat, channel, new RegExp(`The quiz is over.*🥇 ${named(ada)} 900 points`));
  await sees(chat, channel, /· the result/);
  await until(() =>
    expect(refreshed(chat, lobby).words).toContain(`It was stopped early. ${named(ada)} led with 900 points`),
  );
  forward(minute);
  expect(await press(bo, message, right)).toMatch(/Too late|over/);
  expect(await command(ada, channel, 'quiz skip')).toContain('No quiz here');
  expect(chat.messages(channel).filter(({ words }) => words.includes('Question 2'))).toEqual([]);
});

it.each(platforms)(
  'pauses itself on $platform when nobody answers, and ends when nobody comes back',
  async ({ open }) => {
    const chat = await open();
    const { ada, bo, channel, press, forward } = chat;
    const lobby = await openQuiz(chat, channel, 'quiz 5 5s');
    await press(ada, lobby, 'Start now');
    for (const no of [0, 1, 2]) {
      const { message } = await asked(chat, channel, no);
      forward(5000);
      expect((await revealed(chat, message)).words).toContain('Nobody answered.');
    }
    await sees(chat, channel, /Paused Nobody answered three questions in a row/);
    forward(31 * minute);
    await sees(chat, channel, /The quiz is over/);
    await until(() => expect(refreshed(chat, lobby).words).toContain('It ended early: nobody answered any more'));
    await openQuiz(chat, channel, 'quiz 1 5s', bo);
  },
);

it.each(platforms)('is one at a time on $platform: a second start gets a link to the first', async ({ open }) => {
  const chat = await open();
  const { ada, bo, channel, elsewhere, command } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 1 5s');
  const second = await command(bo, channel, 'quiz 2 5s');
  expect(second).toContain('A quiz is running here');
  expect(second).toContain(chat.linkTo(lobby));
  const both = await Promise.all([ada, bo].map((who) => command(who, elsewhere, 'quiz 1 5s')));
  expect(both.filter((words) => words.includes('The quiz is open'))).toHaveLength(1);
  expect(both.filter((words) => words.includes('A quiz is running here'))).toHaveLength(1);
  await sees(chat, elsewhere, /starts a quiz/);
});

it.each(platforms)('plays with its host alone on $platform, who may leave it before', async ({ open }) => {
  const chat = await open();
  const { ada, channel, elsewhere, press, forward } = chat;
  await openQuiz(chat, channel, 'quiz 1 5s');
  const left = await openQuiz(chat, elsewhere, 'quiz 1 5s');
  expect(await press(ada, left, 'Leave')).toContain('You are out');
  forward(30_000);
  await asked(chat, channel, 0);
  await until(() => expect(refreshed(chat, left).words).toContain('Nobody was in it, so it was called off'));
  expect(chat.messages(elsewhere)).toHaveLength(1);
});
