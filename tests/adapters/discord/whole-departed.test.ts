import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { defaultScene } from '../../simulators/discord/fixtures.ts';
import { ada, asked, bo, boss, dailyLetters, openQuiz, openServer, rowsOf, sees, until } from './whole-steps.ts';

const channel = '800000000000000141';
const elsewhere = '800000000000000142';
const hour = 3_600_000;

it('forgets a server that the bot is removed from in the middle of everything, and goes quiet', async () => {
  const server = await openServer({ begin: Date.UTC(2026, 10, 2, 8) });
  const { discord, use, press, forward } = server;
  await use(boss, elsewhere, 'daily', 'on', { time: '09:00', zone: 'UTC' });
  forward(hour);
  const daily = await sees(server, elsewhere, /Daily question/);
  await press(ada, daily, (await dailyLetters(server, elsewhere)).right);
  const lobby = await openQuiz(server, channel, { count: 3, teams: 2 });
  await press(ada, lobby, 'Join Red');
  await press(bo, lobby, 'Join Blue');
  await press(ada, lobby, 'Start now');
  const { message, right } = await asked(server, channel, 0);
  await press(ada, message, right);
  expect((await rowsOf(server)).length).toBeGreaterThan(10);

  discord.closedServers.add(defaultScene.guild ?? '');
  for (const id of [channel, elsewhere, lobby.id]) discord.channels.get(id).denied.add('view');
  const before = discord.calls.length;
  forward(5000);
  await until(() => expect(discord.calls.slice(before).some(({ path }) => path.startsWith('/guilds/'))).toBe(true));
  await until(async () => expect(await rowsOf(server)).toEqual([]));
  // What was on its way at that moment arrives.
  await pause(150);
  const tries = discord.calls.slice(before);
  expect(tries.length).toBeLessThan(15);
  expect(server.lines.filter(({ message: words }) => words.startsWith('The bot was removed'))).toHaveLength(1);
  for (const step of [6000, 6000, 60_000, hour, 24 * hour, 24 * hour]) {
    forward(step);
    await pause(30);
  }
  expect(discord.calls.slice(before + tries.length)).toEqual([]);
  // What stood on the screen can still be pressed for a moment.
  expect(await press(bo, message, right)).toContain('No quiz here');
  expect(await press(bo, daily, 'A')).toContain('out of date');
  expect(await use(bo, channel, 'quiz', 'stop')).toContain('No quiz here');
  expect(await rowsOf(server)).toEqual([]);
  // Invited again, it begins anew.
  discord.closedServers.clear();
  discord.channels.get(channel).denied.clear();
  expect(await use(bo, channel, 'leaderboard', null, { period: 'all' })).not.toContain('Ada');
  const known = server.messages(channel).map(({ id }) => id);
  await use(bo, channel, 'quiz', 'start', { count: 1 });
  const fresh = await until(() => {
    const found = server
      .messages(channel)
      .find(({ id, words }) => !known.includes(id) && words.includes('starts a quiz'));
    if (found === undefined) throw new Error('no new lobby');
    return found;
  });
  expect(await press(bo, fresh, 'Join')).toContain('You are in');
});
