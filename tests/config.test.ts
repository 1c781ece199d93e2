import { describe, expect, it } from 'vitest';
import type { Environment } from '../src/config.ts';
import { readConfiguration } from '../src/config.ts';
import { Fault } from '../src/core/fault.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_APP_TOKEN: 'xapp-1-abc' };

function problemOf(environment: Environment): string {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof Fault && error.code === 'configuration') return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('readConfiguration', () => {
  it('needs nothing at all', () => {
    expect(readConfiguration({})).toMatchObject({
      slack: null,
      discord: null,
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'warn',
      playground: true,
      web: false,
      database: { kind: 'sqlite', path: 'var/bot.sqlite' },
    });
  });

  it('takes a variable that is empty, as in .env.example, for one that is left out', () => {
    expect(readConfiguration({ SLACK_BOT_TOKEN: '', PORT: ' ', LOG_LEVEL: '' })).toMatchObject({
      slack: null,
      port: 3000,
    });
  });

  it('uses Socket Mode when there is an app token, else HTTP', () => {
    expect(readConfiguration({ ...slack, SLACK_SIGNING_SECRET: 'a'.repeat(32) }).slack?.mode.kind).toBe('socket');
    const { SLACK_BOT_TOKEN } = slack;
    expect(readConfiguration({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: 'a'.repeat(32) }).slack?.mode.kind).toBe('http');
  });

  it('reads Discord with its server and address', () => {
    const environment = {
      DISCORD_TOKEN: 'MTIz.Gabc.defghi',
      DISCORD_GUILD_ID: '123456',
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
    };
    expect(readConfiguration(environment).discord).toEqual({
      token: 'MTIz.Gabc.defghi',
      guildId: '123456',
      apiUrl: 'http://127.0.0.1:1/api',
    });
  });

  it.each([
    [
      'a bot token of another kind',
      { ...slack, SLACK_BOT_TOKEN: 'xoxp-1' },
      /SLACK_BOT_TOKEN must begin with xoxb-.*api\.slack\.com/,
    ],
    [
      'an app token of another kind',
      { ...slack, SLACK_APP_TOKEN: 'xoxb-1' },
      /SLACK_APP_TOKEN must begin with xapp-.*connections:write/,
    ],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is missing although SLACK_APP_TOKEN is set/],
    ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET .* is missing/],
    [
      'a Discord token with a space',
      { DISCORD_TOKEN: 'Bot a.b.c' },
      /DISCORD_TOKEN must have three parts.*discord\.com\/developers/,
    ],
    ['a port that is no number', { PORT: 'http' }, /PORT must be a number/],
    ['a port out of range', { PORT: '70000' }, /PORT must be from 0 to 65535/],
    ['an address that is none', { SLACK_API_URL: 'slack' }, /SLACK_API_URL must be a web address/],
    [
      'an unknown variable',
      { SLACK_TOKEN: 'xoxb-1' },
      /SLACK_TOKEN is no variable of this bot; did you mean SLACK_(BOT|APP)_TOKEN\?/,
    ],
    [
      'a name that another platform has',
      { DISCORD_BOT_TOKEN: 'abc' },
      /^DISCORD_BOT_TOKEN is no variable of this bot; did you mean DISCORD_TOKEN\?$/,
    ],
    ['a misspelt beginning', { SLAK_BOT_TOKEN: 'x' }, /^SLAK_BOT_TOKEN is no variable .* mean SLACK_BOT_TOKEN\?$/],
    ['a missing underscore', { DATABASEURL: 'x' }, /^DATABASEURL is no variable .* mean DATABASE_URL\?$/],
    ['misspelt ends', { DATABASE_URI: 'x', BANK_DIRS: 'x' }, /mean DATABASE_URL\?\nBANK_DIRS .* mean BANK_DIR\?$/],
    ['an unknown variable like no other', { SLACK_COLOURS: 'x' }, /^SLACK_COLOURS is no variable of this bot\.$/],
    ['several at once', { PORT: 'x', LOG_LEVEL: 'loud' }, /PORT .*\nLOG_LEVEL must be one of debug/],
  ])('names the variable, the fault and the cure for %s', (_, environment, message) => {
    expect(problemOf(environment)).toMatch(message);
  });

  it('leaves the variables of other programs alone', () => {
    const others = {
      POST: '1',
      HOSTS: 'x',
      WEB: 'off',
      LOG: 'x',
      BASH_ENV: 'x',
      PGDATABASE: 'x',
      LEVEL: '1',
      DB_URL: 'x',
    };
    expect(readConfiguration(others)).toMatchObject({ port: 3000 });
  });

  it('never says a secret back', () => {
    const secret = 'sekret-canary';
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'DISCORD_TOKEN', 'SLACK_TOKEN', 'DISCORD_GUILD_ID']) {
      expect(problemOf({ [name]: `${secret} with a space` })).not.toContain(secret);
    }
  });

  it('serves the playground where nothing else is configured, or where it is asked for', () => {
    expect(readConfiguration(slack)).toMatchObject({ playground: false, logLevel: 'info' });
    expect(readConfiguration({ ...slack, PLAYGROUND: 'on' }).playground).toBe(true);
    expect(readConfiguration({ ...slack, PLAYGROUND: 'off' }).playground).toBe(false);
    expect(problemOf({ PLAYGROUND: 'off' })).toMatch(/nothing to start/);
    expect(problemOf({ PLAYGROUND: 'yes' })).toMatch(/^PLAYGROUND must be on or off/);
  });

  it('takes a file or a PostgreSQL server for the memory', () => {
    const of = (url: string) => readConfiguration({ DATABASE_URL: url }).database;
    expect(of('file:/data/x.sqlite')).toEqual({ kind: 'sqlite', path: '/data/x.sqlite' });
    expect(of('postgres://u:p@h/db')).toEqual({ kind: 'postgres', url: 'postgres://u:p@h/db' });
    expect(problemOf({ DATABASE_URL: 'mysql://x' })).toMatch(/^DATABASE_URL must begin with postgres:/);
  });

  it('takes managers of Slack and shards of Discord, and says what is wrong with them', () => {
    expect(readConfiguration({ ...slack, SLACK_MANAGERS: 'U1, W2' }).slack?.managers).toEqual(['U1', 'W2']);
    expect(problemOf({ ...slack, SLACK_MANAGERS: '@ada' })).toMatch(/^SLACK_MANAGERS must be ids/);
    expect(problemOf({ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '4/4' })).toMatch(/^DISCORD_SHARDS must be/);
  });
});
