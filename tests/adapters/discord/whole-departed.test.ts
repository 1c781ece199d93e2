import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { defaultScene } from '../../simulators/discord/fixtures.ts';
import { openDiscordChat } from '../../whole/discord-chat.ts';
import { asked, dailyLetters, openQuiz, rowsOf, sees, until } from '../../whole/steps.ts';

const hour = 3_600_000;

it('forgets a server that the bot is removed from in the middle of everything, and goes quiet', async () => {
  const chat = await openDiscordChat(Date.UTC(2026, 10, 2, 8));
  const { ada, bo, boss, channel, elsewhere, simulator, command, press, forward } = chat;
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
  expect((await rowsOf(chat)).length).toBeGreaterThan(10);

  simulator.closedServers.add(defaultScene.guild ?? '');
  for (const id of [channel, elsewhere, lobby.id]) simulator.channels.get(id).denied.add('view');
  const before = simulator.calls.length;
  forward(5000);
  await until(() => expect(simulator.calls.slice(before).some(({ path }) => path.startsWith('/guilds/'))).toBe(true));
  await until(async () => expect(await rowsOf(chat)).toEqual([]));
  // What was on its way at that moment arrives.
  await pause(150);
  const tries = simulator.calls.slice(before);
  expect(tries.length).toBeLessThan(15);
  expect(chat.lines.filter(({ message: words }) => words.startsWith('The bot was removed'))).toHaveLength(1);
  for (const step of [6000, 6000, 60_000, hour, 24 * hour, 24 * hour]) {
    forward(step);
    await pause(30);
  }
  expect(simulator.calls.slice(before + tries.length)).toEqual([]);
  // What stood on the screen can still be pressed for a moment.
  expect(await press(bo, message, right)).toContain('No quiz here');
  expect(await press(bo, daily, 'A')).toContain('out of date');
  expect(await command(bo, channel, 'quiz stop')).toContain('No quiz here');
  expect(await rowsOf(chat)).toEqual([]);
  // Invited again, it begins anew.
  simulator.closedServers.clear();
  simulator.channels.get(channel).denied.clear();
  expect(await command(bo, channel, 'leaderboard all')).not.toContain('ada');
  expect(await command(bo, channel, 'quiz 1 5s')).toContain('The quiz is open');
  const fresh = await sees(chat, channel, new RegExp(`${chat.named(bo)} starts a quiz`));
  expect(await press(bo, fresh, 'Join')).toContain('You are in');
});
