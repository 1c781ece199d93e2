import { expect, it } from 'vitest';
import { orderOf } from '../../src/core/permutation.ts';
import type { Chat, Person } from './chat.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, revealed } from './steps.ts';

const day = 86_400_000;
const monday = Date.UTC(2026, 10, 2, 7);

/** The letters that are right and wrong in the question of somebody's practice that is asked now. */
async function letters(
  { store, scope }: Chat,
  { id }: Person,
): Promise<{ right: string; wrong: string; title: string }> {
  const session = await store.transact((unit) => unit.practice.lock(`${scope}:${id}`));
  const { asked: hash = '', order = 0 } = session?.items[session.answers.length] ?? {};
  const found = (await store.transact((unit) => unit.items.find([hash]))).get(hash);
  const place = orderOf(order).findIndex((index) => found?.item.options[index]?.correct === true);
  return { right: 'ABCD'[place] ?? '', wrong: 'ABCD'[(place + 1) % 4] ?? '', title: found?.question.title ?? '' };
}

it.each(platforms)('is practised on $platform alone with the bot, and comes back the next day', async ({ open }) => {
  const chat = await open(monday);
  const { ada, commandAlone, pressPrivately, forward } = chat;
  const first = await commandAlone(ada, 'practice 2 tensors');
  expect(first).toMatch(
    /^Practice: question 1 of 2 (?:-# )?2 questions, all new to you\. Only you see this, and it gives no points\./,
  );
  const missed = await letters(chat, ada);
  const verdict = await pressPrivately(ada, missed.wrong);
  expect(verdict).toMatch(
    /^Not quite .*You chose .*The right answer is .*1 of 2, 0 right\. This comes back tomorrow\./,
  );
  expect(await pressPrivately(ada, 'Next')).toMatch(/^Practice: question 2 of 2 /);
  expect(await pressPrivately(ada, (await letters(chat, ada)).right)).toMatch(/^Right .*This comes back in 4 days\./);
  expect(await pressPrivately(ada, 'See how it went')).toMatch(
    /^Practice: 1 of 2 right .*Tensors: 1 of 2 .*What comes back: 1 tomorrow and 1 in 4 days\./,
  );
  forward(day);
  expect(await commandAlone(ada, 'practice 3 tensors')).toMatch(/3 questions: 1 back again and 2 new to you\./);
  expect((await letters(chat, ada)).title).toBe(missed.title);
});

it.each(platforms)(
  'is practised in a channel on $platform by oneself, with what a quiz has shown',
  async ({ open }) => {
    const chat = await open(monday);
    const { ada, bo, channel, press, command, pressPrivately, messages, forward } = chat;
    const lobby = await openQuiz(chat, channel, 'quiz 1 5s', ada);
    for (const who of [ada, bo]) await press(who, lobby, 'Join');
    await press(ada, lobby, 'Start now');
    const { message, right, wrong } = await asked(chat, channel, 0);
    await press(bo, message, right, message.at + 1000);
    await press(ada, message, wrong, message.at + 2000);
    await revealed(chat, message);
    await chat.settled();
    forward(day);
    const before = messages(channel).length;
    expect(await command(ada, channel, 'practice 5')).toMatch(/5 questions: 1 back again and 4 new to you\./);
    expect(await pressPrivately(ada, (await letters(chat, ada)).right)).toMatch(/^Right /);
    expect(await pressPrivately(ada, 'Stop here')).toMatch(/^Practice: 1 of 1 right /);
    expect(await command(ada, channel, 'practice 2')).toMatch(/^Practice: question 1 of 2/);
    await pressPrivately(ada, (await letters(chat, ada)).wrong);
    expect(await command(ada, channel, 'practise')).toMatch(
      /^You are in the middle of a practice You have answered 1 of 2 questions\. Go on with it, or begin anew with 10 questions\?/,
    );
    expect(await pressPrivately(ada, 'Go on')).toMatch(/^Practice: question 2 of 2/);
    expect(messages(channel)).toHaveLength(before);
  },
);

it.each(platforms)('is one memory on $platform, of whatever was answered wherever', async ({ open }) => {
  const chat = await open(monday);
  const { ada, channel, command, commandAlone, pressPrivately } = chat;
  await command(ada, channel, 'practice 3');
  await pressPrivately(ada, (await letters(chat, ada)).wrong);
  expect(await commandAlone(ada, 'practice')).toMatch(/^You are in the middle of a practice/);
  expect(await pressPrivately(ada, 'Go on')).toMatch(/^Practice: question 2 of 3/);
  expect(await commandAlone(ada, 'quiz 2')).toMatch(/^You are in the middle/);
  expect(await pressPrivately(ada, 'Begin anew')).toMatch(/^Practice: question 1 of 2/);
});
