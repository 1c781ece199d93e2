import { expect, it } from 'vitest';
import { defaultScene } from '../../simulators/discord/fixtures.ts';
import { until } from '../../until.ts';
import { openDiscordChat } from '../../whole/discord-chat.ts';
import { answersFromNothing, beginsAnew, daysPass, inTheMiddle } from '../../whole/removal.ts';
import { rowsOf } from '../../whole/steps.ts';

it('forgets a server that the bot is removed from in the middle of everything, and goes quiet', async () => {
  const chat = await openDiscordChat(Date.UTC(2026, 10, 2, 8));
  const { channel, elsewhere, simulator, forward } = chat;
  const left = await inTheMiddle(chat);
  expect((await rowsOf(chat)).length).toBeGreaterThan(10);

  simulator.closedServers.add(defaultScene.guild ?? '');
  for (const id of [channel, elsewhere, left.lobby.id]) simulator.channels.get(id).denied.add('view');
  const before = simulator.calls.length;
  forward(5000);
  const looks = () => simulator.calls.slice(before).filter(({ path }) => path.startsWith('/guilds/'));
  await until(() => expect(looks()).not.toEqual([]));
  await until(async () => expect(await rowsOf(chat)).toEqual([]));
  // What was on its way at that moment arrives, and every first look at the server is followed by its second.
  await chat.settled();
  await until(() => expect(looks().length % 2).toBe(0));
  const tries = simulator.calls.slice(before);
  expect(tries.length).toBeLessThan(15);
  expect(chat.lines.filter(({ message: words }) => words.startsWith('The bot was removed'))).toHaveLength(1);
  await daysPass(chat);
  expect(simulator.calls.slice(before + tries.length)).toEqual([]);
  await answersFromNothing(chat, left);
  simulator.closedServers.clear();
  simulator.channels.get(channel).denied.clear();
  await beginsAnew(chat);
});
