import { expect, it } from 'vitest';
import { uninstalled } from '../../simulators/slack/event-payloads.ts';
import { until } from '../../until.ts';
import { answersFromNothing, beginsAnew, daysPass, inTheMiddle } from '../../whole/removal.ts';
import type { SlackChat } from '../../whole/slack-chat.ts';
import { openSlackChat } from '../../whole/slack-chat.ts';
import { rowsOf } from '../../whole/steps.ts';

const hour = 3_600_000;

/** Days pass; nothing is sent, and nothing asked over and over. */
async function staysSilent(chat: SlackChat): Promise<void> {
  const { calls } = chat.simulator;
  // What was on its way at that moment arrives.
  await chat.settled();
  const before = calls.length;
  await daysPass(chat);
  expect(calls.slice(before).map(({ method, arguments: { text } }) => [method, text])).toEqual([]);
}

const begin = Date.UTC(2026, 10, 2, 8);

/** A workspace that has removed the app refuses its token, before it says that it has. */
const tokenRefused = /^The platform does not take what the bot sends/;

it('forgets a workspace that the app is removed from in the middle of everything', async () => {
  const chat = await openSlackChat(begin);
  const { simulator } = chat;
  chat.excuse(tokenRefused);
  const left = await inTheMiddle(chat);
  expect((await rowsOf(chat)).length).toBeGreaterThan(10);
  simulator.workspace.removed = 'account_inactive';
  await simulator.sockets.deliver('events_api', uninstalled());
  await until(async () => expect(await rowsOf(chat)).toEqual([]));
  await staysSilent(chat);
  await answersFromNothing(chat, left);
  simulator.workspace.removed = null;
  await beginsAnew(chat);
});

it('makes no storm of calls when the app is gone before its workspace is told to be', async () => {
  const chat = await openSlackChat(begin);
  const { simulator, forward } = chat;
  chat.excuse(tokenRefused);
  await inTheMiddle(chat);
  const before = simulator.calls.length;
  simulator.workspace.removed = 'account_inactive';
  for (const step of [6000, 6000, 6000, 60_000, hour, 24 * hour, 24 * hour]) {
    forward(step);
    // What is on its way arrives before the clock leaps over the end of its lease.
    await chat.settled();
  }
  const tries = simulator.calls.slice(before);
  expect(tries.length).toBeGreaterThan(0);
  expect(tries.length).toBeLessThan(30);
  await simulator.sockets.deliver('events_api', uninstalled());
  await until(async () => expect(await rowsOf(chat)).toEqual([]));
  await staysSilent(chat);
});
