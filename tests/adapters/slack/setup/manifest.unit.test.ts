import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { scopeExtras } from '../../../../src/adapters/slack/connection/scopes.ts';
import { createManifest } from '../../../../src/adapters/slack/setup/manifest.ts';
import { readArguments } from '../../../../src/cli/command-line.ts';
import { commands } from '../../../../src/cli/commands.ts';
import { printSlackManifest } from '../../../../src/cli/slack-manifest.ts';
import { shipped } from '../../../search/bank.ts';
import { manifestSchema } from './manifest-schema.ts';

const validate = new Ajv({ allErrors: true }).compile(manifestSchema);

function printed(...args: readonly string[]): Record<string, never> {
  const lines: string[] = [];
  const { options } = readArguments(commands['slack manifest'], args);
  const print = { line: (line: string) => lines.push(line), error: () => {} };
  const manifest = printSlackManifest(options, shipped.subject, print);
  expect(JSON.parse(lines.join('\n'))).toEqual(JSON.parse(JSON.stringify(manifest)));
  return JSON.parse(lines.join('\n')) as Record<string, never>;
}

const socket = ['--mode', 'socket'] as const;
const http = ['--mode', 'http', '--url', 'https://bot.example'] as const;
const oauth = ['--oauth', 'https://bot.example'] as const;

describe('the manifest', () => {
  it.each([
    [...socket],
    [...http],
    [...socket, '--command', '/torch'],
    [...http, '--with', scopeExtras.join(',')],
    [...socket, ...oauth],
  ])('that is printed for %s %s %s %s is one that Slack takes', (...args) => {
    expect([validate(printed(...args)), validate.errors]).toEqual([true, null]);
  });

  it('asks for the least over Socket Mode, and has no addresses', () => {
    const manifest = printed(...socket);
    expect(manifest).toMatchObject({
      oauth_config: { scopes: { bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history'] } },
      settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } },
    });
    expect(JSON.stringify(manifest)).not.toContain('https://');
  });

  it('names the one address over HTTP', () => {
    const manifest = printed(...http);
    expect(JSON.stringify(manifest).match(/https:\/\/bot\.example\/slack\/events"/g)).toHaveLength(3);
    expect(manifest).toMatchObject({ settings: { socket_mode_enabled: false } });
  });

  it('listens to what the bot answers, and to its own end', () => {
    expect(printed(...socket)).toMatchObject({
      features: { shortcuts: [{ type: 'message', callback_id: 'look_up', name: 'Look this up' }] },
      settings: {
        event_subscriptions: {
          bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
        },
      },
    });
  });

  it('lets workspaces and organisations install the app by themselves where that is asked for, with tokens that are renewed', () => {
    for (const mode of [socket, http]) {
      expect(printed(...mode, ...oauth)).toMatchObject({
        oauth_config: { redirect_urls: ['https://bot.example/slack/oauth_redirect'] },
        settings: { token_rotation_enabled: true, org_deploy_enabled: true },
      });
      expect(printed(...mode)).toMatchObject({
        settings: { token_rotation_enabled: false, org_deploy_enabled: false },
      });
    }
    expect(() => printed(...socket, '--oauth', 'http://bot.example')).toThrow('--oauth must be the address');
  });

  it('has more rights only where they are asked for', () => {
    expect(printed(...socket, '--with', 'pictures,read-back')).toMatchObject({
      oauth_config: {
        scopes: {
          bot: [
            'commands',
            'chat:write',
            'app_mentions:read',
            'im:history',
            'channels:history',
            'groups:history',
            'files:write',
          ],
        },
      },
    });
  });

  it('asks once for a right that two features need', () => {
    const { oauth_config: asked } = printed(...socket, '--with', 'time-zone,names');
    expect(JSON.stringify(asked).match(/users:read/g)).toHaveLength(1);
  });

  it.each([
    [[], '--mode'],
    [['--mode', 'carrier-pigeon'], '--mode'],
    [['--mode', 'http'], '--url'],
    [['--mode', 'http', '--url', 'http://bot.example'], '--url'],
    [['--mode', 'http', '--url', 'bot.example'], '--url'],
    [[...socket, '--url', 'https://bot.example'], '--url'],
    [[...socket, '--with', 'everything'], 'everything'],
    [[...socket, '--command', 'pytorch'], '--command'],
    [[...socket, '--colour', 'red'], '--colour'],
  ])('is not printed for %j', (args, named) => {
    expect(() => printed(...args)).toThrow(named);
  });
});

describe('the schema', () => {
  const sound = () =>
    JSON.parse(
      JSON.stringify(createManifest({ mode: { kind: 'socket' }, subject: shipped.subject, extras: [] })),
    ) as Record<string, never>;
  const seeded: readonly [string, (manifest: { [name: string]: never }) => void][] = [
    ['a misspelt setting', (m) => Object.assign(m['settings'] ?? {}, { socketmode_enabled: true })],
    ['a long name', (m) => Object.assign(m['display_information'] ?? {}, { name: 'x'.repeat(36) })],
    ['a short long description', (m) => Object.assign(m['display_information'] ?? {}, { long_description: 'x' })],
    [
      'a command without its slash',
      (m) => Object.assign(m['features'] ?? {}, { slash_commands: [{ command: 'a', description: 'b' }] }),
    ],
    [
      'a shortcut of no kind',
      (m) => Object.assign(m['features'] ?? {}, { shortcuts: [{ name: 'a', callback_id: 'b', description: 'c' }] }),
    ],
    [
      'an address that is not encrypted',
      (m) => Object.assign(m['settings'] ?? {}, { interactivity: { is_enabled: true, request_url: 'http://a' } }),
    ],
    ['a scope twice', (m) => Object.assign(m['oauth_config'] ?? {}, { scopes: { bot: ['commands', 'commands'] } })],
    ['another version', (m) => Object.assign(m['_metadata'] ?? {}, { major_version: 1 })],
  ];

  it.each(seeded)('finds %s', (_, spoil) => {
    const manifest = sound();
    expect(validate(manifest)).toBe(true);
    spoil(manifest);
    expect(validate(manifest)).toBe(false);
  });
});
