import { PermissionFlagsBits } from 'discord.js';
import { expect, it } from 'vitest';
import { toCaller } from '../../../../src/adapters/discord/inbound/caller.ts';
import { isOwnMessage, readPress } from '../../../../src/adapters/discord/inbound/inbound.ts';
import { toPress } from '../../../../src/adapters/discord/inbound/press.ts';

const person = { id: '42', username: 'ada', global_name: 'Ada' };

function sent(given: object) {
  return toPress({
    ...{ id: '175928847299117063', application_id: '7', token: 'secret', type: 3, version: 1, locale: 'en-GB' },
    ...{ data: { component_type: 2, custom_id: 'pick:q:0:1' }, message: { id: '99', flags: 0 }, channel: { id: '8' } },
    ...{ guild_id: '5', app_permissions: '0', context: 0 },
    ...{ member: { user: person, nick: null, permissions: '0' } },
    ...given,
  } as never);
}

it('a press is read without making anything of the message under it', () => {
  expect(readPress(sent({}), { channel: '8' })).toMatchObject({
    kind: 'press',
    id: 'pick:q:0:1',
    event: '175928847299117063',
    at: Date.parse('2016-04-30T11:18:25.796Z'),
    message: 'discord:5:8:99',
    locale: 'en-GB',
    caller: { user: 'discord:5:42', name: 'Ada', manages: false, direct: false },
  });
});

it.each([
  ['their name in the server', { member: { user: person, nick: 'Countess', permissions: '0' } }, 'Countess'],
  ['the name that they show', {}, 'Ada'],
  ['their account', { member: { user: { ...person, global_name: null }, nick: null, permissions: '0' } }, 'ada'],
  ['themselves in a direct message', { member: undefined, user: person, guild_id: undefined, context: 1 }, 'Ada'],
])('who pressed is called by %s', (_, given, name) => {
  expect(toCaller(sent(given), {}).name).toBe(name);
});

it('who manages the server is known by what they may do, administrators too', () => {
  for (const permission of [PermissionFlagsBits.ManageGuild, PermissionFlagsBits.Administrator]) {
    const member = { user: person, nick: null, permissions: String(permission) };
    expect(toCaller(sent({ member }), {}).manages).toBe(true);
  }
});

it('a message that only they can see is told from others', () => {
  expect(isOwnMessage(sent({}))).toBe(false);
  expect(isOwnMessage(sent({ message: { id: '99', flags: 64 } }))).toBe(true);
  expect(isOwnMessage(sent({ member: undefined, user: person, guild_id: undefined, context: 1 }))).toBe(true);
});
