import { expect } from 'vitest';
import type { Chat, Shown } from './chat.ts';
import { asked, dailyLetters, openQuiz, rowsOf, sees } from './steps.ts';

const hour = 3_600_000;

/** What stands on the screen when the bot is removed. */
export type Left = {
  readonly daily: Shown;
  readonly lobby: Shown;
  readonly message: Shown;
  readonly right: string;
};

/** A daily question that people have answered, and a quiz in the middle of its first question. */
export async function inTheMiddle(chat: Chat): Promise<Left> {
  const { ada, bo, boss, channel, elsewhere, command, press, forward } = chat;
  await command(boss, elsewhere, 'daily on 09:00 UTC');
  forward(hour);
  const daily = await sees(chat, elsewhere, /Daily question/);
  await press(ada, daily, (await dailyLetters(chat, elsewhere)).right);
  const lobby = await openQuiz(chat, channel, 'quiz 3 5s teams');
  await press(ada, lobby, 'Join Red');
  await press(bo, lobby, 'Join Blue');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  await press(ada, message, right);
  return { daily, lobby, message, right };
}

/** Lets two days pass, with whatever falls due in them. */
export async function daysPass({ forward, settled }: Chat): Promise<void> {
  for (const step of [6000, 6000, 60_000, hour, 24 * hour, 24 * hour]) {
    forward(step);
    await settled();
  }
}

/** What stood on the screen can still be pressed for a moment, and brings nothing back. */
export async function answersFromNothing(chat: Chat, { daily, message, right }: Left): Promise<void> {
  const { bo, channel, press, command } = chat;
  expect(await press(bo, message, right)).toContain('No quiz here');
  expect(await press(bo, daily, 'A')).toContain('out of date');
  expect(await command(bo, channel, 'quiz stop')).toContain('No quiz here');
  expect(await rowsOf(chat)).toEqual([]);
}

/** Invited again, the bot knows nobody and can be used. */
export async function beginsAnew(chat: Chat): Promise<void> {
  const { bo, channel, press, command, named } = chat;
  expect(await command(bo, channel, 'leaderboard all')).not.toContain('ada');
  expect(await command(bo, channel, 'quiz 1 5s')).toContain('The quiz is open');
  const fresh = await sees(chat, channel, new RegExp(`${named(bo)} starts a quiz`));
  expect(await press(bo, fresh, 'Join')).toContain('You are in');
}
