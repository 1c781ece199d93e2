import { describe, expect, it } from 'vitest';
import type { Environment } from '../src/config.ts';
import { readConfiguration } from '../src/config.ts';
import { Fault } from '../src/core/fault.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_APP_TOKEN: 'xapp-1-abc' };

const key = Buffer.alloc(32, 7).toString('base64');
const installs = {
  SLACK_CLIENT_ID: '111.222',
  SLACK_CLIENT_SECRET: 'a-client-secret',
  SLACK_STATE_SECRET: 'a-state-secret-of-some-length',
  SLACK_ENCRYPTION_KEYS: key,
};

function problemOf(environment: Environment, file: Environment = {}): string {
  try {
    readConfiguration(environment, file);
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

  it('lets workspaces install the app, with a token of one or without', () => {
    const { SLACK_APP_TOKEN } = slack;
    const second = Buffer.alloc(32, 8).toString('base64');
    const read = readConfiguration({
      ...installs,
      SLACK_APP_TOKEN,
      SLACK_ENCRYPTION_KEYS: `${key}, ${second}`,
      SLACK_EXTRAS: 'names',
    });
    expect(read.slack).toMatchObject({ botToken: null, mode: { kind: 'socket' } });
    expect(read.slack?.installs?.keys.map((each) => each[0])).toEqual([7, 8]);
    expect(read.slack?.installs?.scopes).toContain('users:read');
    expect(readConfiguration({ ...installs, ...slack }).slack).toMatchObject({
      botToken: 'xoxb-1-abc',
      installs: { clientId: '111.222' },
    });
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
    [
      'a client id alone',
      { SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: 'xapp-1' },
      /SLACK_CLIENT_SECRET is missing although SLACK_CLIENT_ID is set[\s\S]*SLACK_STATE_SECRET is missing[\s\S]*openssl/,
    ],
    ['installations without a way for events', installs, /SLACK_APP_TOKEN .* is missing beside SLACK_CLIENT_ID/],
    [
      'a key that is too short',
      { ...installs, SLACK_ENCRYPTION_KEYS: 'c2hvcnQ=' },
      /SLACK_ENCRYPTION_KEYS must be one or two/,
    ],
    [
      'the same key twice',
      { ...installs, SLACK_ENCRYPTION_KEYS: `${key},${key}` },
      /SLACK_ENCRYPTION_KEYS must be one or two/,
    ],
    [
      'extras that are none',
      { ...installs, SLACK_EXTRAS: 'names,all' },
      /SLACK_EXTRAS does not know all; it may have read-back/,
    ],
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
      /SLACK_TOKEN is not a variable of this bot; did you mean SLACK_(BOT|APP)_TOKEN\?/,
    ],
    [
      'a name that another platform has',
      { DISCORD_BOT_TOKEN: 'abc' },
      /^DISCORD_BOT_TOKEN is not a variable of this bot; did you mean DISCORD_TOKEN\?$/,
    ],
    ['small letters', { slack_bot_token: 'x' }, /^slack_bot_token is not a variable .* mean SLACK_BOT_TOKEN\?$/],
    ['a misspelt beginning', { SLAK_BOT_TOKEN: 'x' }, /^SLAK_BOT_TOKEN is not a variable .* mean SLACK_BOT_TOKEN\?$/],
    ['a missing underscore', { DATABASEURL: 'x' }, /^DATABASEURL is not a variable .* mean DATABASE_URL\?$/],
    ['a misspelt end', { DATABASE_URI: 'x' }, /^DATABASE_URI .* mean DATABASE_URL\?$/],
    ['an address that is none', { HOST: '999.1.1.1' }, /^HOST must be an address .* 127\.0\.0\.1/],
    ['an address with a port', { HOST: 'localhost:80' }, /^HOST must be an address/],
    ['a home folder', { BANK_DIR: '~/questions' }, /^BANK_DIR begins its path with ~, which only a shell replaces/],
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

  it('leaves what hosts and other tools set alone, with a warning', () => {
    const others = {
      BANK_PORT: 'tcp://10.0.0.1:80',
      BANK_SERVICE_HOST: '10.0.0.1',
      DATABASE_NAME: 'app',
      DATABASE_HOST: 'db',
      PLAYGROUND_PORT_80_TCP_ADDR: '10.0.0.2',
      SLACK_WEBHOOK_URL: 'https://hooks.slack.com/x',
      DISCORD_WEBHOOK_ID: '1',
    };
    const { warnings } = readConfiguration({ ...slack, ...others });
    expect(warnings).toHaveLength(1);
    for (const name of Object.keys(others)) expect(warnings[0]).toContain(name);
    expect(readConfiguration({ ...slack, BANK_DIRS: 'x' }).warnings).toEqual([
      'BANK_DIRS is not a variable of this bot; did you mean BANK_DIR?',
    ]);
    expect(readConfiguration(slack).warnings).toEqual([]);
  });

  it.each([
    ['a token, where nothing is connected', { SLACK_TOKEN: 'x' }],
    ['a token of a platform that is half connected', { ...slack, SLACK_APP_TOKEN: '', SLACK_API_TOKEN: 'x' }],
    ['the memory', { ...slack, DATABASEURL: 'x' }],
  ])('refuses an unknown variable of the process that stands for %s', (_, environment) => {
    expect(problemOf(environment)).toMatch(/is not a variable of this bot; did you mean/);
  });

  it.each([
    ['that is there', { ...slack, SLACK_BOT_TOKENS: 'x' }],
    ['of a platform that is not wanted', { ...slack, DISCORD_BOT_TOKEN: 'x' }],
    ['where the playground was asked for', { PLAYGROUND: 'on', SLACK_TOKEN: 'x' }],
  ])('starts with an unknown variable of the process like one %s', (_, environment) => {
    expect(readConfiguration(environment).warnings[0]).toMatch(/is not a variable of this bot; did you mean/);
  });

  it('refuses every unknown variable of the .env file that looks like the bot’s', () => {
    expect(problemOf(slack, { SLACK_COLOURS: 'x' })).toBe('SLACK_COLOURS is not a variable of this bot.');
    expect(problemOf({ DATABASE_NAME: 'x' }, { BANK_DIRS: 'x' })).toMatch(/^BANK_DIRS .* mean BANK_DIR\?$/);
    expect(readConfiguration({}, { COMPOSE_PROJECT_NAME: 'x', SLACK_COLOURS: '' }).warnings).toEqual([]);
  });

  it('takes a variable of the process rather than the same one of the file', () => {
    expect(readConfiguration({ PORT: '4000' }, { PORT: '5000', HOST: '::1' })).toMatchObject({
      port: 4000,
      host: '::1',
    });
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
    expect(of('sqlite:var/x.sqlite')).toEqual({ kind: 'sqlite', path: 'var/x.sqlite' });
    for (const url of ['file:///data/x', 'sqlite:////data/x', 'sqlite:/data/x']) {
      expect(of(url)).toEqual({ kind: 'sqlite', path: '/data/x' });
    }
    for (const url of [
      'postgres://u:p@h/db',
      'postgresql://h:5432/db?user=a@b&password=c',
      'postgres://u:%23%2F%3F%40%25@h/db',
      'postgres://u:p@ss@h/db',
      'postgres://u@h/db#',
      'postgres:///db?host=/var/run/postgresql',
    ]) {
      expect(of(url)).toEqual({ kind: 'postgres', url });
    }
    expect(problemOf({ DATABASE_URL: 'mysql://x' })).toMatch(/^DATABASE_URL must begin with postgres:/);
  });

  it.each([
    ['postgres://u:se#kret@h/db', /^DATABASE_URL has a # in its user or password; write %23 for it\.$/],
    ['postgres://u:se/kret@h/db', / a \/ .* write %2F/],
    ['postgres://u:12/kret@h/db', / a \/ .* write %2F/],
    ['postgres://u:se?kret@h/db', / a \? .* write %3F/],
    ['postgres://u:12?kret@h/db', / a \? .* write %3F/],
    ['postgres://u:s@e#kret@h/db', / a # .* write %23/],
    ['postgres://u:se%kret@h/db', / a % .* write %25/],
    ['postgres://u:se#kret@h/db?options=a', / a # .* write %23/],
    ['postgres://u:sekret', /^DATABASE_URL must be like postgres:\/\/user:password@host:5432\/database; .*%23 for #/],
    ['postgres://', /^DATABASE_URL must be like/],
    [
      'file:~/kret.sqlite',
      /^DATABASE_URL begins its path with ~, which only a shell replaces.* write the whole path\.$/,
    ],
    ['sqlite:~root/kret.sqlite', / with ~, /],
    ['file:$HOME/kret.sqlite', / with \$HOME, /],
    ['file://kret/x.sqlite', /two slashes after file:/],
    ['sqlite://kret/x.sqlite', /two slashes after sqlite:; write sqlite:/],
    ['file:kret/', /must name a file/],
  ])('says what is wrong with the memory at %s, and no part of it', (url, message) => {
    const problem = problemOf({ DATABASE_URL: url });
    expect(problem).toMatch(message);
    expect(problem).not.toContain('kret');
  });

  it('takes managers of Slack and shards of Discord, and says what is wrong with them', () => {
    const place = 'https://app.slack.com/client/T012AB/C034CD';
    expect(readConfiguration({ ...slack, FLAGS_CHANNEL: place, FLAGS_TO_REST: '3' }).flags).toEqual({
      channels: [{ scope: 'slack:T012AB', channel: 'slack:T012AB:C034CD' }],
      rest: 3,
    });
    expect(readConfiguration(slack).flags).toEqual({ channels: [], rest: null });
    expect(problemOf({ ...slack, FLAGS_CHANNEL: '#bank' })).toMatch(/^FLAGS_CHANNEL must be the address of a channel/);
    expect(problemOf({ ...slack, FLAGS_CHANNEL: 'https://discord.com/channels/800000/900000' })).toContain(
      'FLAGS_CHANNEL names a channel of Discord, to which the bot is not connected',
    );
    expect(problemOf({ ...slack, FLAGS_TO_REST: '1' })).toMatch(/^FLAGS_TO_REST must be a whole number from 2 on/);
    expect(readConfiguration({ ...slack, SLACK_MANAGERS: 'U1, W2' }).slack?.managers).toEqual(['U1', 'W2']);
    expect(problemOf({ ...slack, SLACK_MANAGERS: '@ada' })).toMatch(/^SLACK_MANAGERS must be ids/);
    expect(problemOf({ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '4/4' })).toMatch(/^DISCORD_SHARDS must be/);
  });
});
