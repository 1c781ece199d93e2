import { expect } from 'vitest';
import type { QuizState, Round } from '../../src/core/quiz/state.ts';
import { openQuestion } from '../../src/core/quiz/state.ts';
import { until } from '../until.ts';
import type { Chat, Shown } from './chat.ts';

/** The letters of a question's options that are right and wrong. */
type Letters = { readonly right: string; readonly wrong: string };

/** The newest message of a channel or its threads that has these words, once it is there. */
export async function sees(chat: Chat, channel: string, words: RegExp): Promise<Shown> {
  return until(() => {
    const all = chat.messages(channel);
    const found = all.findLast((message) => words.test(message.words));
    if (found === undefined) throw new Error(`no ${words} in\n${all.map((each) => each.words).join('\n')}`);
    return found;
  });
}

/** The message again, as it is now. */
export function refreshed(chat: Chat, { channel, id }: Shown): Shown {
  const found = chat.messages(channel).find((message) => message.id === id);
  if (found === undefined) throw new Error(`There is no message ${id}.`);
  return found;
}

/** Somebody opens a quiz; gives its lobby. */
export async function openQuiz(chat: Chat, channel: string, text: string, host = chat.ada): Promise<Shown> {
  expect(await chat.command(host, channel, text)).toContain('The quiz is open');
  return sees(chat, channel, /starts a quiz/);
}

/**
 * The question that is asked, once its time runs. The instant of its message is the one from which on its time counts: a
 * platform that was slow to answer costs nobody any.
 */
export async function asked(chat: Chat, channel: string, no: number): Promise<Letters & { readonly message: Shown }> {
  return until(async () => {
    const quiz = await chat.store.transact((unit) => unit.quizzes.liveIn(`${chat.scope}:${channel}`));
    expect(quiz?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
    expect(quiz?.state.closed).toHaveLength(no);
    const message = chat
      .messages(channel)
      .findLast(({ buttons }) => buttons.some(({ id }) => id.startsWith(`pick:${quiz?.id}:${no}:`)));
    if (message === undefined) throw new Error(`Question ${no} is not there.`);
    const { openedAt, breaks } = roundOf(quiz?.state);
    const at = breaks.reduce((sum, { from, to }) => sum + to - from, openedAt);
    return { message: { ...message, at }, ...lettersOf(quiz?.state.questions[no]?.correct ?? 0) };
  });
}

function roundOf(state: QuizState | undefined): Round {
  const question = state === undefined ? null : openQuestion(state);
  if (question?.kind !== 'posted') throw new Error('No question is open.');
  return question.round;
}

/** Lets a reveal's time pass once it stands there. */
export async function revealed(chat: Chat, message: Shown): Promise<Shown> {
  await until(() => expect(refreshed(chat, message).words).toContain('· the answer'));
  chat.forward(5000);
  return refreshed(chat, message);
}

/** What Ada, who hosts it, and Bo do in a quiz of one question: she is right, and he is not. */
export async function playedByTwo(chat: Chat): Promise<void> {
  const { ada, bo, channel, press } = chat;
  const lobby = await openQuiz(chat, channel, 'quiz 1 5s');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(chat, channel, 0);
  await press(ada, message, right, message.at + 1000);
  await press(bo, message, wrong, message.at + 2000);
  await revealed(chat, message);
}

/** All rows of the database that name the workspace or server, by table. */
export async function rowsOf({ database, scope }: Chat): Promise<readonly string[]> {
  const tables = await database.read("select name from sqlite_master where type = 'table'");
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.read(`select * from "${String(name)}"`);
    found.push(...rows.map((row) => `${String(name)} ${JSON.stringify(row)}`).filter((row) => row.includes(scope)));
  }
  return found;
}

/** A daily question by its key, once it is there and takes answers. */
export async function standing(chat: Chat, channel: string, key: string): Promise<Shown> {
  return until(async () => {
    const post = await chat.store.transact((unit) => unit.daily.post(`${chat.scope}:${channel}`, key));
    expect(post?.state).toBe('open');
    const found = chat.messages(channel).find(({ buttons }) => buttons.some(({ id }) => id === `daily:${key}:0`));
    if (found === undefined) throw new Error(`${key} is not there.`);
    return found;
  });
}

/** Those of the daily question that stands open in a channel, the oldest or the one with a key. */
export async function dailyLetters({ store, scope }: Chat, channel: string, key?: string): Promise<Letters> {
  return store.transact(async (unit) => {
    const posts = await unit.daily.openPosts(`${scope}:${channel}`);
    const post = posts.find(({ date }) => key === undefined || date === key);
    const asked = (await unit.items.find([post?.asked ?? ''])).get(post?.asked ?? '');
    return lettersOf(post?.order.findIndex((index) => asked?.item.options[index]?.correct === true) ?? -1);
  });
}

function lettersOf(place: number): Letters {
  return { right: 'ABCD'[place] ?? '', wrong: 'ABCD'[(place + 1) % 4] ?? '' };
}
