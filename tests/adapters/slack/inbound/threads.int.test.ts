import { afterEach, expect, it } from 'vitest';
import { mention } from '../../../simulators/slack/event-payloads.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot } from '../harness.ts';

let bot: Bot;
afterEach(() => bot.end());

it('who speaks or presses in a thread of a channel is known to, and nobody else', async () => {
  const application = echo();
  bot = await startBot('http', application);
  const root = '1700000001.000100';
  await bot.event(mention({ text: '<@UBOT> quiz', thread: root }));
  await bot.event(mention({ text: '<@UBOT> quiz' }));
  await bot.press({ id: 'a', thread: root, ts: '1700000002.000100', ephemeral: false });
  // The message that a thread hangs under stands in the channel.
  await bot.press({ id: 'b', thread: root, ts: root, ephemeral: false });
  await bot.press({ id: 'c', channel: 'D1', thread: root, ts: '1700000002.000100', ephemeral: false });
  await bot.stop();
  expect(application.heard.map(({ caller }) => caller.thread)).toEqual([
    'part',
    undefined,
    'part',
    undefined,
    undefined,
  ]);
});
