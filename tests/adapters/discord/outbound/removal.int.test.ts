import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { patience } from '../../../patience.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import type { Bot } from '../harness.ts';
import { answering, card, messengerOf, reply, startBot } from '../harness.ts';

const server = '700000000000000001';
const room = '800000000000000001';
const address = { kind: 'channel', channel: `discord:${server}:${room}`, thread: null } as const;

let discord: DiscordSimulator;
let bot: Bot;
let rooms = 0n;
let forgotten: string[];
/** How often the bot had looked for the server each time it forgot one. */
let looked: number[];

beforeEach(async () => {
  discord = await startDiscordSimulator();
  forgotten = [];
  looked = [];
  const application = answering({ kind: 'now', reply: reply('x') });
  const forgetScope = async (scope: string) => {
    forgotten.push(scope);
    looked.push(looks().length);
  };
  const limits = { start: patience, stop: 1000, secondLook: 150 };
  bot = await startBot(discord, { ...application, forgetScope }, { limits });
});

afterEach(async () => {
  await bot.adapter.stop();
  await discord.stop();
});

const post = () => messengerOf(bot).post({ key: 'a', address, card: card('Daily'), ping: null });
/** Something is refused by the server, in another channel each time: one channel takes only so many posts in a while. */
const refuse = async () => {
  rooms += 1n;
  const id = String(BigInt(room) + rooms);
  discord.channels.get(id).denied.add('view');
  const refused = { kind: 'channel', channel: `discord:${server}:${id}`, thread: null } as const;
  await messengerOf(bot).post({ key: `a${rooms}`, address: refused, card: card('Daily'), ping: null });
};

/** A suspicion is over when the next refusal makes a new one: it is tried until the bot has looked so often. */
const suspectedAgain = (times: number) =>
  until(async () => {
    await refuse();
    expect(looks()).toHaveLength(times);
  });
const looks = () => discord.calls.filter(({ path }) => path === `/guilds/${server}`);

describe('a server that the bot was removed from', () => {
  it('is noticed when it happens, though nothing was sent there, and forgotten once that is certain', async () => {
    discord.closedServers.add(server);
    discord.gateway.loseGuild(server);
    await until(() => expect(forgotten).toEqual([`discord:${server}`]));
    expect(looks()).toHaveLength(2);
  });

  it('is kept when it was added again before the second look', async () => {
    discord.closedServers.add(server);
    discord.gateway.loseGuild(server);
    await until(() => expect(looks()).toHaveLength(1));
    discord.closedServers.delete(server);
    await until(() => expect(looks()).toHaveLength(2));
    await suspectedAgain(3);
    expect(forgotten).toEqual([]);
  });

  it('is not suspected when it is out of reach for a while', async () => {
    discord.gateway.loseGuild(server, true);
    // The news of another server comes after it.
    const other = '700000000000000002';
    discord.closedServers.add(other);
    discord.gateway.loseGuild(other);
    await until(() => expect(forgotten).toEqual([`discord:${other}`]));
    expect(looks()).toHaveLength(0);
  });

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
    await suspectedAgain(3);
    expect(forgotten).toEqual([]);
  });

  it('is looked for once in a while only, however much is refused', async () => {
    discord.channels.get(room).denied.add('send');
    await post();
    await post();
    await until(() => expect(looks()).toHaveLength(1));
    await suspectedAgain(2);
    expect(forgotten).toEqual([]);
  });

  it('is kept while Discord is down', async () => {
    discord.closedServers.add(server);
    discord.channels.remove(room);
    discord.faults.next('GET', /^\/guilds/, { kind: 'status', status: 503, when: 'before' });
    await post();
    await until(() => expect(looks()).toHaveLength(1));
    // The bot is not there any more, for which Discord has to say so twice.
    await until(async () => {
      await refuse();
      expect(forgotten).toEqual([`discord:${server}`]);
    });
    expect(looked[0]).toBeGreaterThanOrEqual(1 + 2);
  });
});
