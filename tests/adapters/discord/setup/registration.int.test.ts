import { describe, expect, it } from 'vitest';
import { registerDiscordCommands } from '../../../../src/cli/discord-register.ts';
import { shipped } from '../../../search/bank.ts';
import { botToken } from '../../../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { useDiscord } from '../harness.ts';

let discord: DiscordSimulator;
useDiscord((simulator) => {
  discord = simulator;
});

describe('discord:register', () => {
  async function register(guildId?: string): Promise<readonly string[]> {
    const printed: string[] = [];
    const print = { line: (text: string) => void printed.push(text), error: (text: string) => void printed.push(text) };
    const config = { token: botToken, apiUrl: discord.apiUrl, ...(guildId === undefined ? {} : { guildId }) };
    expect(await registerDiscordCommands(config, shipped.subject, print)).toBe(0);
    return printed;
  }

  const writes = () => discord.calls.filter(({ method }) => method === 'PUT');

  it('says of each command what became of it, and does nothing the second time', async () => {
    expect(await register()).toEqual([
      'created    /pytorch',
      'created    “Look this up”',
      'created    /daily',
      'created    /quiz',
      'created    /practice',
      'created    /interview',
      'created    /remind',
      'created    /leaderboard',
      'created    /season',
      'created    /me',
      'created    /suggest',
      'created    /suggestions',
      'created    /forget-me',
      expect.stringContaining('13 of 13 commands'),
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
    await registerDiscordCommands(config, shipped.subject, print, true);
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
    const fault: unknown = await registerDiscordCommands(config, shipped.subject, {
      line: () => {},
      error: () => {},
    }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'discord-token' });
    expect(String(fault) + JSON.stringify(fault)).not.toContain('secret');
  });
});
