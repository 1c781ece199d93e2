import { expect, it } from 'vitest';
import type { Chat } from './chat.ts';
import { platforms } from './platforms.ts';

const monday = Date.UTC(2026, 10, 2, 7);
const minute = 60_000;
const said = 'It joins them, and <!channel> @everyone can *see* that.';

/** Nobody else has seen anything, and nothing of what was written is in what the bot has logged or keeps. */
async function expectKeptPrivate({ messages, channel, lines, database }: Chat): Promise<void> {
  expect(messages(channel)).toEqual([]);
  const rows = await Promise.all(
    ['interviews', 'events', 'outgoings'].map((table) => database.read(`select * from ${table}`)),
  );
  expect(JSON.stringify([rows, lines])).not.toContain('It joins them');
}

it.each(platforms)('is interviewed on $platform in a channel, and nobody else sees a word', async ({ open }) => {
  const chat = await open(monday);
  const { ada, channel, command, pressPrivately, write, forward } = chat;
  const first = await command(ada, channel, 'interview 5 tensors');
  expect(first).toMatch(
    /^Interview: question 1 .*5 minutes of open questions\. .*Only you see this, and what you write is not kept\. .*\? .*Tensors · \w+ · time ends /,
  );
  const answer = await write(ada, 'Answer', said);
  expect(answer).toMatch(/You said: ?It joins them, .*Which of these did you say\? .*0 of \d points/);
  expect(await pressPrivately(ada, '2')).toMatch(/2\. ✓ .*1 of \d points/);
  expect(await pressPrivately(ada, '2 ✓')).toMatch(/^[^✓]*0 of \d points/);
  await pressPrivately(ada, '1');
  expect(await pressPrivately(ada, 'Next question')).toMatch(/^Interview: question 2 /);
  const shown = await pressPrivately(ada, 'Show the answer');
  expect(shown).toMatch(/Which of these did you say\?/);
  expect(shown).not.toMatch(/You said/);
  forward(6 * minute);
  expect(await pressPrivately(ada, '3')).toMatch(/the time is up/);
  expect(await pressPrivately(ada, 'See how it went')).toMatch(
    /^Interview: 2 of \d+ points, in 2 questions .*Tensors: 2 of \d+ points .*To read again: .*To practise what was weakest, Tensors: /,
  );
  await expectKeptPrivate(chat);
});

it.each(platforms)(
  'is interviewed on $platform alone with the bot, and practises what fell short',
  async ({ open }) => {
    const chat = await open(monday);
    const { ada, commandAlone, pressPrivately, write, forward } = chat;
    await commandAlone(ada, 'interview');
    expect(await write(ada, 'Answer', said)).toMatch(/You said: ?It joins them/);
    expect(await pressPrivately(ada, 'End')).toMatch(/^Interview: 0 of \d points, in 1 question /);
    forward(24 * 60 * minute);
    expect(await commandAlone(ada, 'practice 1')).toMatch(/1 question, all back again\./);
  },
);
