import { expect, it } from 'vitest';
import type { Chat } from './chat.ts';
import { platforms } from './platforms.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** 08:00 in Berlin. */
const monday = Date.UTC(2026, 10, 2, 7);

/** Ada misses two questions in a practice on Monday, and wants what is due at nine. */
async function begin(open: (begin: number) => Promise<Chat>): Promise<Chat> {
  const chat = await open(monday);
  const { ada, channel, command, commandAlone, pressPrivately } = chat;
  await commandAlone(ada, 'practice 2 tensors');
  await pressPrivately(ada, 'A');
  await pressPrivately(ada, 'Next');
  await pressPrivately(ada, 'A');
  const on = await command(ada, channel, 'practice daily 09:00 Europe/Berlin');
  expect(on).toMatch(/^Daily practice is on .*When:? .*09:00 Europe\/Berlin, every day on which anything is due/);
  // What was answered rightly comes back in four days.
  await comeTo(chat, 4 * day + hour);
  return chat;
}

/** So long after Monday, 08:00 in Berlin. */
async function comeTo({ forward, now, settled }: Chat, after: number): Promise<void> {
  forward(monday + after - now());
  await settled();
}

const days = ({ direct, ada }: Chat) => direct(ada).filter((words) => words.startsWith('Today’s practice')).length;

it.each(platforms)('what is due comes on $platform by direct message, and is answered in it', async ({ open }) => {
  const chat = await begin(open);
  const { ada, channel, messages, readDirect, pressPrivately, settled } = chat;
  expect(days(chat)).toBe(1);
  expect(readDirect(ada)).toMatch(/^Today’s practice: (one question is|2 questions are) back .*Only you see/);
  const later = await pressPrivately(ada, 'Later');
  expect(later).toMatch(/^Later, then I ask you again at /);
  await comeTo(chat, 4 * day + 4 * hour + 60_000);
  expect(readDirect(ada)).toMatch(/^Today’s practice: /);
  expect(await pressPrivately(ada, 'A')).toMatch(/^(Right|Not quite) .*This comes back /);
  await settled();
  await comeTo(chat, 5 * day + hour + 60_000);
  const before = days(chat);
  await comeTo(chat, 5 * day + 20 * hour);
  expect(days(chat)).toBe(before);
  expect(messages(channel)).toEqual([]);
});

it.each(platforms)('ends on $platform with a press, and says when it comes where one asks', async ({ open }) => {
  const chat = await begin(open);
  const { ada, channel, command, readDirect, pressPrivately } = chat;
  readDirect(ada);
  expect(await pressPrivately(ada, 'Not today')).toMatch(
    /^Not today, then What is due stays due\. The next message comes on Saturday, 7 November, at 09:00\./,
  );
  expect(await command(ada, channel, 'practice daily')).toMatch(/^Daily practice is on .*Saturday, 7 November, 09:00/);
  await comeTo(chat, 5 * day + hour);
  readDirect(ada);
  const before = chat.direct(ada).length;
  expect(await pressPrivately(ada, 'Stop these')).toMatch(/^Daily practice is off I write you no more of these\./);
  expect(await command(ada, channel, 'practice daily')).toMatch(/^Daily practice is off/);
  await comeTo(chat, 9 * day);
  expect(chat.direct(ada)).toHaveLength(before);
});

it.each(platforms)('leaves alone on $platform who takes no direct messages, and says so once', async ({ open }) => {
  const chat = await open(monday);
  const { ada, channel, command, pressPrivately, closeDirect } = chat;
  await command(ada, channel, 'practice 1');
  await pressPrivately(ada, 'A');
  await command(ada, channel, 'practice daily 09:00 Europe/Berlin');
  closeDirect(ada);
  await comeTo(chat, 4 * day + hour);
  const told = await command(ada, channel, 'me');
  expect(told).toMatch(/Daily practice was turned off It comes by direct message, and mine was refused/);
  expect(await command(ada, channel, 'practice daily')).toMatch(/^Daily practice is off/);
});
