import { expect, it } from 'vitest';
import { until } from '../until.ts';
import type { Chat, Shown } from './chat.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, refreshed, sees } from './steps.ts';

async function isOver({ store, scope }: Chat, channel: string): Promise<void> {
  await until(async () => {
    expect(await store.transact((unit) => unit.quizzes.liveIn(`${scope}:${channel}`))).toBeNull();
  });
}

async function askedOnce(chat: Chat, channel: string): Promise<Shown> {
  const { ada, bo, press } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 3 5s');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  await press(ada, message, right, message.at + 1000);
  return lobby;
}

it.each(platforms)('ends a quiz on $platform whose thread was deleted, and tells its host', async ({ open }) => {
  const chat = await open();
  const { ada, bo, channel, command, forward, deleteThread, direct } = chat;
  const lobby = await askedOnce(chat, channel);
  deleteThread(lobby);
  forward(6000);
  // The reveal cannot be shown any more, and the next question cannot be posted.
  await until(async () => {
    forward(5000);
    await isOver(chat, channel);
  });
  await until(() => expect(direct(ada)).toHaveLength(1));
  expect(direct(ada)[0]).toContain('Your quiz has ended');
  await sees(chat, channel, new RegExp(`the result.*${chat.named(ada)} 900 points`));
  expect(await command(ada, channel, 'leaderboard')).toContain('1 ada 900');
  await openQuiz(chat, channel, 'quiz 1 5s', bo);
});

it.each(platforms)('frees the channel on $platform of a paused quiz whose thread was deleted', async ({ open }) => {
  const chat = await open();
  const { ada, bo, channel, command, forward, deleteThread, direct } = chat;
  const lobby = await askedOnce(chat, channel);
  expect(await command(ada, channel, 'quiz pause')).toContain('Paused');
  await sees(chat, channel, /The quiz is paused/);
  deleteThread(lobby);
  forward(10_000);
  expect(await command(bo, channel, 'quiz 1 5s')).toContain('If it is not there any more');
  forward(10_000);
  await isOver(chat, channel);
  await until(() => expect(direct(ada)[0]).toContain('Your quiz has ended'));
  await openQuiz(chat, channel, 'quiz 1 5s', bo);
});

it.each(platforms)('goes on on $platform when one of its messages was deleted and not its thread', async ({ open }) => {
  const chat = await open();
  const { ada, bo, channel, press, forward, deleteMessage, direct } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 2 5s');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message } = await asked(chat, channel, 0);
  deleteMessage(message);
  forward(6000);
  await until(async () => {
    forward(5000);
    const next = await asked(chat, channel, 1);
    expect(next.message.thread).toBe(lobby.id);
  });
  expect(direct(ada)).toEqual([]);
});

it.each(platforms)('calls a quiz off on $platform whose card was deleted before it began', async ({ open }) => {
  const chat = await open();
  const { ada, bo, cy, channel, press, forward, deleteThread, direct } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 2 5s');
  await press(bo, lobby, 'Join');
  forward(3000);
  await until(() => expect(refreshed(chat, lobby).words).toContain('2 players'));
  deleteThread(lobby);
  await press(cy, lobby, 'Join');
  forward(3000);
  await isOver(chat, channel);
  await until(() => expect(direct(ada)[0]).toContain('Your quiz has ended'));
});

it.each(platforms)('ends a quiz on $platform whose channel was deleted', async ({ open }) => {
  const chat = await open();
  const { ada, channel, forward, deleteChannel, direct } = chat;
  const lobby = await askedOnce(chat, channel);
  deleteChannel(lobby);
  forward(6000);
  await until(async () => {
    forward(5000);
    await isOver(chat, channel);
  });
  await until(() => expect(direct(ada)).toHaveLength(1));
});

it.each(platforms)(
  'shows a deleted lobby anew on $platform to whoever starts a quiz, with all players',
  async ({ open }) => {
    const chat = await open();
    const { ada, bo, cy, channel, press, command, deleteMessage, messages, settled, direct } = chat;
    const lobby = await openQuiz(chat, channel, 'quiz 1 5s');
    await press(bo, lobby, 'Join');
    await settled();
    deleteMessage(lobby);
    expect(await command(cy, channel, 'quiz 1 5s')).toContain('then it comes anew');
    chat.forward(3000);
    const again = await until(() => {
      const found = messages(channel).findLast(({ words }) => /starts a quiz/.test(words));
      if (found === undefined || found.id === lobby.id) throw new Error('no lobby');
      return found;
    });
    expect(again.words).toMatch(
      new RegExp(`${chat.named(ada)} starts a quiz.*2 players: ${chat.named(ada)} and ${chat.named(bo)}`),
    );
    expect(await press(cy, again, 'Join')).toContain('You are in');
    await press(ada, again, 'Start now');
    const { message, right } = await asked(chat, channel, 0);
    expect(message.thread).toBe(again.id);
    for (const who of [ada, bo, cy]) await press(who, message, right, message.at + 1000);
    await sees(chat, channel, /· the result/);
    expect(direct(ada)).toEqual([]);
  },
);
