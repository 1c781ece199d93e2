import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../simulators/discord/simulator.ts';
import { until } from '../../until.ts';
import type { Bot } from './harness.ts';
import { answering, card, messengerOf, reply, startBot } from './harness.ts';

const server = '700000000000000001';
const room = '800000000000000001';
const address = { kind: 'channel', channel: `discord:${server}:${room}`, thread: null } as const;

let discord: DiscordSimulator;
let bot: Bot;
let forgotten: string[];

beforeEach(async () => {
  discord = await startDiscordSimulator();
  forgotten = [];
  const application = answering({ kind: 'now', reply: reply('x') });
  const forgetScope = async (scope: string) => void forgotten.push(scope);
  const limits = { start: 5000, stop: 1000, secondLook: 150 };
  bot = await startBot(discord, { ...application, forgetScope }, { limits });
});

afterEach(async () => {
  await bot.adapter.stop();
  await discord.stop();
});

const post = () => messengerOf(bot).post({ key: 'a', address, card: card('Daily'), ping: null });
const looks = () => discord.calls.filter(({ path }) => path === `/guilds/${server}`);

describe('a server that the bot was removed from', () => {
  it('is noticed when nothing can be sent there, and forgotten once that is certain', async () => {
    discord.closedServers.add(server);
    discord.channels.get(room).denied.add('view');
    expect(await post()).toMatchObject({ kind: 'refused' });
    await post();
    await until(() => expect(forgotten).toEqual([`discord:${server}`]));
    expect(looks()).toHaveLength(2);
  });

  it('is kept when the second look finds the bot there', async () => {
    discord.closedServers.add(server);
    discord.channels.remove(room);
    await post();
    await until(() => expect(looks()).toHaveLength(1));
    discord.closedServers.delete(server);
    await until(() => expect(looks()).toHaveLength(2));
    await pause(50);
    expect(forgotten).toEqual([]);
  });

  it('is looked for once in a while only, however much is refused', async () => {
    discord.channels.get(room).denied.add('send');
    await post();
    await post();
    await pause(50);
    expect(looks()).toHaveLength(1);
    await pause(250);
    expect([looks().length, forgotten]).toEqual([1, []]);
  });

  it('is kept while Discord is down', async () => {
    discord.closedServers.add(server);
    discord.channels.remove(room);
    discord.faults.next('GET', /^\/guilds/, { kind: 'status', status: 503, when: 'before' });
    await post();
    await until(() => expect(looks()).toHaveLength(1));
    await pause(300);
    expect([looks().length, forgotten]).toEqual([1, []]);
  });
});
