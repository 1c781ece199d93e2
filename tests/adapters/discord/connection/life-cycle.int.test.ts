import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readShards } from '../../../../src/adapters/discord/connection/shards.ts';
import { registerDiscordCommands } from '../../../../src/cli/discord-register.ts';
import { patience } from '../../../patience.ts';
import { botToken } from '../../../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answering, createBot, reply, startBot } from '../harness.ts';

let discord: DiscordSimulator;

beforeEach(async () => {
  discord = await startDiscordSimulator();
});

afterEach(async () => {
  await discord.stop();
});

const application = answering({ kind: 'now', reply: reply('Stride') });

/** Another bot connects, loses its connection with all others, and is back: whoever still tried would be, too. */
async function comesBack(): Promise<void> {
  discord.gateway.mute = false;
  const { adapter } = await startBot(discord, application);
  const resumed = () => discord.gateway.received.filter((name) => name === 'resume').length;
  const before = resumed();
  discord.gateway.drop();
  await until(() => expect(resumed()).toBe(before + 1));
  await adapter.stop();
}

describe('the start', () => {
  it('gives up when the gateway does not answer', async () => {
    discord.gateway.mute = true;
    const { adapter } = createBot(discord, application, { limits: { start: 200, stop: 200, secondLook: 100 } });
    await expect(adapter.start()).rejects.toMatchObject({
      code: 'discord-unreachable',
      hint: expect.stringContaining('WebSocket'),
    });
    await adapter.stop();
    // The connection that was begun may still arrive; two are those of the other bot.
    await comesBack();
    expect(discord.gateway.connections).toBeLessThanOrEqual(1 + 2);
  });

  it('serves the shards that it was told', async () => {
    const { adapter } = await startBot(discord, application, { shards: { ids: [2], total: 4 } });
    expect(discord.gateway.shards).toEqual([[2, 4]]);
    await adapter.stop();
  });
});

describe('the stop', () => {
  it('does not wait for ever', async () => {
    const never = answering({ kind: 'later', audience: 'asker', place: 'new', act: () => new Promise(() => {}) });
    const { adapter, lines } = await startBot(discord, never, {
      limits: { start: patience, stop: 100, secondLook: 100 },
    });
    const interaction = discord.command('stride');
    await until(() => expect(interaction.accepted).toEqual([5]));
    await adapter.stop();
    expect(lines.map(({ message }) => message)).toContain('Stopped before everything was answered.');
  });
});

describe('a stop in the middle of an outage', () => {
  it('ends, and no connection is made any more', async () => {
    const { adapter } = await startBot(discord, application);
    discord.gateway.mute = true;
    const before = discord.gateway.connections;
    discord.gateway.drop();
    await until(() => expect(discord.gateway.connections).toBe(before + 1));
    await adapter.stop();
    await comesBack();
    expect(discord.gateway.connections).toBe(before + 1 + 2);
  });
});

describe('shards', () => {
  it.each([
    ['0/1', { ids: [0], total: 1 }],
    ['0,1/4', { ids: [0, 1], total: 4 }],
    [' 4-7 / 8 ', { ids: [4, 5, 6, 7], total: 8 }],
    ['0,2-3/4', { ids: [0, 2, 3], total: 4 }],
  ])('are read from %j', (text, shards) => {
    expect(readShards(text)).toEqual(shards);
  });

  it.each(['', '4', '4/4', '0/0', '1,1/4', '3-1/4', '0/2000', 'a/b', '-1/2', '0,/2'])(
    'are not read from %j',
    (text) => {
      expect(readShards(text)).toBeNull();
    },
  );
});

describe('discord:register', () => {
  async function register(guildId?: string): Promise<readonly string[]> {
    const printed: string[] = [];
    const print = { line: (text: string) => void printed.push(text), error: (text: string) => void printed.push(text) };
    const config = { token: botToken, apiUrl: discord.apiUrl, ...(guildId === undefined ? {} : { guildId }) };
    expect(await registerDiscordCommands(config, print)).toBe(0);
    return printed;
  }

  const writes = () => discord.calls.filter(({ method }) => method === 'PUT');

  it('says of each command what became of it, and does nothing the second time', async () => {
    expect(await register()).toEqual([
      'created    /pytorch',
      'created    “Look this up”',
      'created    /daily',
      'created    /quiz',
      'created    /leaderboard',
      'created    /me',
      'created    /forget-me',
      expect.stringContaining('7 of 7 commands'),
    ]);
    const second = await register();
    expect(second).toContain('unchanged  /daily');
    expect(second.at(-1)).toContain('Nothing to do');
    expect(writes()).toHaveLength(1);
  });

  it('tells what was changed and removed', async () => {
    await register();
    const [route = ''] = discord.commands.keys();
    const registered = discord.commands.get(route) ?? [];
    discord.commands.set(route, [
      ...registered
        .filter(({ name }) => name !== 'me')
        .map((command) => (command['name'] === 'quiz' ? { ...command, options: [] } : command)),
      { name: 'old', type: 1, description: 'Old' },
    ]);
    const printed = await register();
    expect(printed).toEqual(
      expect.arrayContaining(['changed    /quiz', 'created    /me', 'removed    /old', 'unchanged  /daily']),
    );
    expect(await register()).toContain('unchanged  /quiz');
  });

  it('sees a setting that is no longer wanted', async () => {
    await register();
    const [route = ''] = discord.commands.keys();
    const registered = discord.commands.get(route) ?? [];
    discord.commands.set(
      route,
      registered.map((command) =>
        command['name'] === 'me' ? { ...command, options: [{ type: 3, name: 'who', description: 'Whom' }] } : command,
      ),
    );
    expect(await register()).toContain('changed    /me');
  });

  it('can do so in one server', async () => {
    await register('700000000000000001');
    expect((await register('700000000000000001')).at(-1)).toContain('in the server 700000000000000001');
    expect(writes()).toHaveLength(1);
  });

  it('can take the commands of one server away, where they are registered everywhere as well', async () => {
    await register('700000000000000001');
    const printed: string[] = [];
    const print = { line: (text: string) => void printed.push(text), error: () => {} };
    const config = { token: botToken, apiUrl: discord.apiUrl, guildId: '700000000000000001' };
    await registerDiscordCommands(config, print, true);
    expect(printed).toContain('removed    /daily');
    expect([...discord.commands.values()]).toEqual([[]]);
  });

  it('in a server to which the bot was not added says how to add it', async () => {
    discord.closedServers.add('700000000000000009');
    await expect(register('700000000000000009')).rejects.toMatchObject({
      code: 'discord-server',
      hint: expect.stringContaining('https://discord.com/oauth2/authorize?client_id='),
    });
  });

  it('with a wrong token names the variable, and not the token', async () => {
    const config = { token: 'wrong.secret.part', apiUrl: discord.apiUrl };
    const fault: unknown = await registerDiscordCommands(config, { line: () => {}, error: () => {} }).catch(
      (error: unknown) => error,
    );
    expect(fault).toMatchObject({ code: 'discord-token' });
    expect(String(fault) + JSON.stringify(fault)).not.toContain('secret');
  });
});
