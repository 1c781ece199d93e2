import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { uninstalled } from '../../simulators/slack/event-payloads.ts';
import type { SlackChat } from '../../whole/slack-chat.ts';
import { openSlackChat } from '../../whole/slack-chat.ts';
import { asked, dailyLetters, openQuiz, rowsOf, sees, until } from '../../whole/steps.ts';

const hour = 3_600_000;

/** A daily question that people have answered, and a quiz in the middle of its first question. */
async function inTheMiddle(chat: SlackChat) {
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
  return { daily, message, right };
}

/** Days pass; nothing is sent, and nothing asked over and over. */
async function staysSilent({ simulator, forward }: SlackChat): Promise<void> {
  // What was on its way at that moment arrives.
  await pause(150);
  const before = simulator.calls.length;
  for (const step of [6000, 6000, 60_000, hour, 24 * hour, 24 * hour]) {
    forward(step);
    await pause(30);
  }
  expect(simulator.calls.slice(before).map(({ method, arguments: { text } }) => [method, text])).toEqual([]);
}

const begin = Date.UTC(2026, 10, 2, 8);

it('forgets a workspace that the app is removed from in the middle of everything', async () => {
  const chat = await openSlackChat(begin);
  const { bo, channel, simulator, press, command } = chat;
  const { daily, message, right } = await inTheMiddle(chat);
  expect((await rowsOf(chat)).length).toBeGreaterThan(10);
  simulator.workspace.removed = 'account_inactive';
  await simulator.sockets.deliver('events_api', uninstalled());
  await until(async () => expect(await rowsOf(chat)).toEqual([]));
  await staysSilent(chat);
  // What stood in the channel can still be pressed for a moment.
  expect(await press(bo, message, right)).toContain('No quiz here');
  expect(await press(bo, daily, 'A')).toContain('out of date');
  expect(await command(bo, channel, 'quiz stop')).toContain('No quiz here');
  expect(await rowsOf(chat)).toEqual([]);
  // Installed again, it begins anew.
  simulator.workspace.removed = null;
  expect(await command(bo, channel, 'leaderboard all')).not.toContain('ada');
  expect(await command(bo, channel, 'quiz 1 5s')).toContain('The quiz is open');
  const fresh = await sees(chat, channel, /bo starts a quiz/);
  expect(await press(bo, fresh, 'Join')).toContain('You are in');
});

it('makes no storm of calls when the app is gone before its workspace is told to be', async () => {
  const chat = await openSlackChat(begin);
  const { simulator, forward } = chat;
  await inTheMiddle(chat);
  const before = simulator.calls.length;
  simulator.workspace.removed = 'account_inactive';
  for (const step of [6000, 6000, 6000, 60_000, hour, 24 * hour, 24 * hour]) {
    forward(step);
    await pause(30);
  }
  const tries = simulator.calls.slice(before);
  expect(tries.length).toBeGreaterThan(0);
  expect(tries.length).toBeLessThan(15);
  await simulator.sockets.deliver('events_api', uninstalled());
  await until(async () => expect(await rowsOf(chat)).toEqual([]));
  await staysSilent(chat);
});
