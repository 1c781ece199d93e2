import { expect } from 'vitest';
import type { Chat, Person, Shown } from './chat.ts';
import { asked, dailyLetters, openQuiz, revealed, sees } from './steps.ts';

const hour = 3_600_000;

/** When such a day begins, UTC ms. */
export const morning = Date.UTC(2026, 10, 2, 8);

/** What a day of four people leaves on the screen, the names in it. */
export type Day = {
  /** The lobby that the first of them has opened, with all players in it. */
  readonly lobby: Shown;
  readonly reveal: Shown;
  /** In the thread, and in the channel. */
  readonly result: Shown;
  readonly announced: Shown;
  readonly dailyReveal: Shown;
  /** What the second of them is told who presses the first one's buttons. */
  readonly refusals: readonly string[];
  readonly board: string;
};

/** Four people bring their names everywhere: into a daily question, a quiz to its end, a second lobby and a board. */
export async function bringNames(chat: Chat, people: readonly Person[]): Promise<Day> {
  const { boss, channel, press, pressPrivately, command, forward } = chat;
  const [first = boss, second = boss] = people;
  await command(boss, channel, 'daily on 09:00 UTC');
  forward(hour);
  const daily = await sees(chat, channel, /Daily question/);
  const { right: letter } = await dailyLetters(chat, channel);
  for (const who of people) await press(who, daily, letter);

  const opened = await openQuiz(chat, channel, 'quiz 1 5s', first);
  for (const who of people) await press(who, opened, 'Join');
  forward(2500);
  const lobby = await sees(chat, channel, /4 players: /);
  const refusals = [await press(second, opened, 'Start now')];
  await press(first, opened, 'Start now');
  const { message, right } = await asked(chat, channel, 0);
  for (const [index, who] of people.entries()) await press(who, message, right, message.at + 1000 * (index + 1));
  const reveal = await revealed(chat, message);
  const result = await sees(chat, channel, /The quiz is over/);
  const announced = await sees(chat, channel, /· the result/);
  const board = await command(first, channel, 'leaderboard');
  expect(board).toContain('1,400');

  const again = await openQuiz(chat, channel, 'quiz 1 5s', first);
  refusals.push(await press(second, again, 'Call it off'));
  await press(boss, again, 'Call it off');
  expect(await pressPrivately(boss, 'Yes, call it off')).toContain('Stopped');
  forward(24 * hour);
  const dailyReveal = await sees(chat, channel, /First right/);
  return { lobby, reveal, result, announced, dailyReveal, refusals, board };
}
