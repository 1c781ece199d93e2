import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asNpmDoes } from '../as-npm-does.ts';
import { botToken } from '../simulators/discord/fixtures.ts';
import type { DiscordSimulator } from '../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../simulators/discord/simulator.ts';
import type { SlackSimulator } from '../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../simulators/slack/simulator.ts';
import { until } from '../until.ts';

let slack: SlackSimulator;
let discord: DiscordSimulator;
let directory: string;
let children: ChildProcess[];

beforeEach(async () => {
  slack = await startSlackSimulator();
  discord = await startDiscordSimulator();
  directory = await mkdtemp(join(tmpdir(), 'health-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await slack.stop();
  await discord.stop();
  await rm(directory, { recursive: true });
});

const onDiscord = () => ({ DISCORD_TOKEN: botToken, DISCORD_API_URL: discord.apiUrl });
const onSlack = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});

/** The real program; `output` is all that it has said. */
function begin(variables: Readonly<Record<string, string>>) {
  const env = {
    PATH: process.env['PATH'],
    HOME: directory,
    PORT: '0',
    DATABASE_URL: `file:${join(directory, 'bot.sqlite')}`,
    ...variables,
  };
  const child = spawn(process.execPath, [...asNpmDoes, 'src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const ended = once(child, 'close').then(([code]) => code);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  return { child, ended, output: () => output };
}

async function start(variables: Readonly<Record<string, string>>) {
  const bot = begin(variables);
  const address = await until(() => {
    const found = /"address":"([^"]+)","msg":"ready"/.exec(bot.output())?.[1];
    if (found === undefined) throw new Error(`It is not ready: ${bot.output()}`);
    return found;
  });
  const ready = async () => {
    const answer = await fetch(`${address}/readyz`);
    return { status: answer.status, body: await answer.json() };
  };
  const metrics = async () => (await fetch(`${address}/metrics`)).text();
  return { ...bot, ready, metrics };
}

describe('a bot on two platforms', () => {
  it('is not ready while one of them is not connected, and says which, since when and what to do', async () => {
    const bot = await start({ ...onDiscord(), ...onSlack() });
    expect(await bot.ready()).toMatchObject({
      status: 200,
      body: { ready: true, platforms: { slack: { connected: true }, discord: { connected: true } } },
    });
    discord.gateway.mute = true;
    discord.gateway.drop();
    await until(async () =>
      expect(await bot.ready()).toMatchObject({
        status: 503,
        body: {
          ready: false,
          database: 'answers',
          platforms: {
            slack: { connected: true },
            discord: {
              connected: false,
              since: expect.stringMatching(/^\d{4}-/),
              cure: expect.stringContaining('discordstatus.com'),
            },
          },
        },
      }),
    );
    expect(await bot.metrics()).toContain('bot_platform_connected{platform="discord"} 0');
    expect(await bot.metrics()).toContain('bot_platform_connected{platform="slack"} 1');
    discord.gateway.mute = false;
    discord.gateway.drop();
    await until(async () => expect((await bot.ready()).status).toBe(200));
    slack.setWeather((method) =>
      method === 'apps.connections.open' ? { kind: 'refused', error: 'invalid_auth' } : null,
    );
    slack.sockets.cut();
    await until(async () =>
      expect(await bot.ready()).toMatchObject({
        status: 503,
        body: { platforms: { slack: { cure: expect.stringContaining('SLACK_APP_TOKEN') } } },
      }),
    );
  });
});

describe('a bot whose token was reset', () => {
  it('says what to do and ends with a code of its own', async () => {
    const bot = await start(onDiscord());
    discord.gateway.close(4004);
    expect(await bot.ended).toBe(77);
    expect(bot.output()).toContain('Discord does not accept the bot token.\nSet DISCORD_TOKEN to the token');
    expect(bot.output()).toMatch(/"level":"error".*"cure":"Set DISCORD_TOKEN/);
    expect(bot.output()).toContain('"msg":"stopped"');
  });

  it('cannot start, with the same code', async () => {
    const bot = begin({ ...onDiscord(), DISCORD_TOKEN: `${botToken}x` });
    expect(await bot.ended).toBe(77);
  });
});

describe('a bot that is told to end', () => {
  it('while it starts, ends', async () => {
    slack.setWeather((method) => (method === 'apps.connections.open' ? { kind: 'silent' } : null));
    const bot = begin(onSlack());
    await until(() => expect(slack.calls.map(({ method }) => method)).toContain('apps.connections.open'));
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.output()).not.toContain('could not be reached');
  });

  it('while Slack makes no connection, ends after everything is closed', async () => {
    const bot = await start(onSlack());
    slack.setWeather((method) => (method === 'apps.connections.open' ? { kind: 'silent' } : null));
    slack.sockets.cut();
    await until(async () => expect((await bot.ready()).status).toBe(503));
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.output()).toContain('"msg":"stopped"');
  });

  it('while Discord makes no connection, ends after everything is closed', async () => {
    const bot = await start(onDiscord());
    discord.gateway.mute = true;
    discord.gateway.drop();
    await until(async () => expect((await bot.ready()).status).toBe(503));
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.output()).toContain('"msg":"stopped"');
  });
});
