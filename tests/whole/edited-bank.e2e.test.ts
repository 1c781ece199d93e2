import { expect, it } from 'vitest';
import type { AskedItem } from '../../src/core/asked-item.ts';
import { edits } from '../app/edits.ts';
import { bank } from '../search/bank.ts';
import type { Chat } from './chat.ts';
import { platforms } from './platforms.ts';
import { asked, dailyLetters, openQuiz, refreshed, revealed, sees } from './steps.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 2, 7);

const everywhere = platforms.flatMap((platform) =>
  (
    [
      'the options stand in another order',
      'an item was put before the others',
      'the question was removed',
      'the key was changed',
    ] as const
  ).map((edit) => ({ ...platform, edit })),
);

/** Words as they stand in a message, without marks and with single spaces. */
const plain = (text: string) => text.replaceAll(/[`*_~\\]/g, '').replaceAll(/\s+/g, ' ');

async function snapshot({ store }: Chat, hash: string | null | undefined): Promise<AskedItem> {
  const found = await store.transact(async (unit) => (await unit.items.find([hash ?? ''])).get(hash ?? ''));
  if (found === undefined) throw new Error(`Nobody knows what ${hash} is.`);
  return found;
}

const rightOf = ({ item }: AskedItem) => plain(item.options.find(({ correct }) => correct)?.text ?? '');
const stemOf = ({ item }: AskedItem) => plain(item.stem);

it.each(everywhere)('stays what was posted on $platform when $edit', async ({ open, edit }) => {
  const chat = await open(monday);
  const { ada, bo, cy, boss, channel, elsewhere, command, press, forward, store, scope } = chat;
  await command(boss, elsewhere, 'daily on 08:00 UTC');
  forward(hour);
  const daily = await sees(chat, elsewhere, /Daily question · 2 November/);
  const letters = await dailyLetters(chat, elsewhere);
  const [post] = await store.transact((unit) => unit.daily.openPosts(`${scope}:${elsewhere}`));
  const dailyItem = await snapshot(chat, post?.asked);
  expect(await press(ada, daily, letters.right)).toContain('Right');
  const lobby = await openQuiz(chat, channel, 'quiz 1 60s');
  await press(bo, lobby, 'Join');
  await press(ada, lobby, 'Start now');
  const { message, right, wrong } = await asked(chat, channel, 0);
  const live = await store.transact((unit) => unit.quizzes.liveIn(`${scope}:${channel}`));
  const quizItem = await snapshot(chat, live?.state.questions[0]?.asked);
  await press(ada, message, right);

  await chat.useBank(edits[edit](bank));
  expect(plain(await press(bo, daily, letters.right))).toContain(rightOf(dailyItem));
  expect(plain(await press(cy, daily, letters.wrong))).toContain(
    `The right answer is ${letters.right} ${rightOf(dailyItem)}`,
  );
  await press(bo, message, wrong);
  const reveal = plain((await revealed(chat, message)).words);
  expect(reveal).toContain(stemOf(quizItem));
  expect(reveal).toContain(`✅ ${right} ${rightOf(quizItem)}`);
  const result = await sees(chat, channel, /The quiz is over/);
  const review = plain(await press(bo, result, 'Review my mistakes'));
  expect(review).toContain(stemOf(quizItem));
  expect(review).toContain(`Right: ${rightOf(quizItem)}`);
  forward(24 * hour);
  await sees(chat, elsewhere, /2 November · the answer/);
  const closed = plain(refreshed(chat, daily).words);
  expect(closed).toContain(stemOf(dailyItem));
  expect(closed).toContain(`✅ ${letters.right} ${rightOf(dailyItem)}`);
  expect(closed).toContain('3 people answered, 2 of them right');
});
