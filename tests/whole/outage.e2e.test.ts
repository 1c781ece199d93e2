import { expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, refreshed, sees } from './steps.ts';

it.each(platforms)('gives back the time on $platform in which no click could arrive', async ({ open }) => {
  const chat = await open();
  const { ada, bo, channel, press, forward, settled, store, scope, cutOff, letIn } = chat;
  const phase = async () => (await store.transact((unit) => unit.quizzes.liveIn(`${scope}:${channel}`)))?.state;
  const lobby = await openQuiz(chat, channel, 'quiz 4 5s');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  await asked(chat, channel, 0);
  cutOff();
  await until(() => expect(chat.lines.map(({ message }) => message)).toContainEqual(expect.stringMatching(/is lost/)));
  for (let second = 0; second < 25; second += 1) {
    forward(1000);
    await settled();
  }
  expect((await phase())?.closed).toHaveLength(0);
  letIn();
  // What is told is how long it was, a little more than the 25 seconds that were set forward.
  await sees(chat, channel, /For \d\d seconds nothing that you pressed or typed reached me/);
  const { message, right } = await asked(chat, channel, 0);
  expect(await press(bo, message, right, message.at + 1000)).toContain('locked in');
  forward(5000);
  await until(() => expect(refreshed(chat, message).words).toContain('· the answer'));
  forward(5000);
  await asked(chat, channel, 1);
});
