import { describe, expect, it } from 'vitest';
import { Buckets } from './buckets.ts';
import { botToken } from './fixtures.ts';
import { readMarkdown } from './markdown.ts';
import { startDiscordSimulator } from './simulator.ts';
import { useCommand } from './used-command.ts';
import { validateCallback } from './validate-callback.ts';
import { validateCommands } from './validate-commands.ts';
import { validateMessage } from './validate-message.ts';

const good = { embeds: [{ title: 'a', description: 'b' }], components: [], allowed_mentions: { parse: [] } };
const button = { type: 2, style: 2, custom_id: 'a', label: 'A' };
const row = (...components: unknown[]) => ({ type: 1, components });
const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ ...button, custom_id: `b${index}` }));
const option = { type: 3, name: 'question', description: 'What', required: true };
const command = { type: 1, name: 'pytorch', description: 'Look up', options: [option] };

describe('the simulated limits', () => {
  it('let a good message and a good command through', () => {
    expect(validateMessage({ ...good, components: [row(...ids(5))] })).toEqual([]);
    expect(validateCommands([command], true)).toEqual([]);
  });

  it.each([
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }],
    ['a long description', { embeds: [{ description: 'x'.repeat(4097) }] }],
    ['6,001 characters in all', { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }],
    ['a blank description', { embeds: [{ title: 'a', description: ' \n ' }] }],
    ['an empty embed', { embeds: [{ color: 1 }] }],
    ['an empty field', { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] }],
    ['nothing at all', { embeds: [] }],
    ['long content', { content: 'x'.repeat(2001) }],
    ['a bad address of a picture', { embeds: [{ image: { url: 'javascript:x' } }] }],
    ['half a pair', { embeds: [{ title: 'a\ud800' }] }],
    ['six rows', { components: ids(6).map((each) => row(each)) }],
    ['six buttons in a row', { components: [row(...ids(6))] }],
    ['an empty row', { components: [row()] }],
    ['the same id twice', { components: [row(button, button)] }],
    ['a long id', { components: [row({ ...button, custom_id: 'x'.repeat(101) })] }],
    ['no id', { components: [row({ ...button, custom_id: '' })] }],
    ['a long label', { components: [row({ ...button, label: 'x'.repeat(81) })] }],
    ['a blank label', { components: [row({ ...button, label: ' ' })] }],
    ['mentions left to Discord', { allowed_mentions: undefined }],
    ['mentions of users', { allowed_mentions: { parse: ['users'] } }],
    ['mentions of one role', { allowed_mentions: { parse: [], roles: ['1'] } }],
    ['an unknown part', { ephemeral: true }],
  ])('find %s', (_name, change) => {
    expect(validateMessage({ ...good, ...change })).not.toEqual([]);
  });

  it.each([
    ['an update of a command', 'command', { type: 7, data: good }],
    ['a message for a completion', 'autocomplete', { type: 4, data: good }],
    ['a private update', 'button', { type: 7, data: { ...good, flags: 64 } }],
    ['words in a deferral', 'command', { type: 5, data: good }],
    ['a strange flag', 'command', { type: 5, data: { flags: 128 } }],
    ['26 choices', 'autocomplete', { type: 8, data: { choices: Array(26).fill({ name: 'a', value: 'a' }) } }],
    ['a long choice', 'autocomplete', { type: 8, data: { choices: [{ name: 'a', value: 'x'.repeat(101) }] } }],
  ] as const)('find %s', (_name, kind, body) => {
    expect(validateCallback(kind, body)).not.toEqual([]);
  });

  it.each([
    ['a capital letter', { ...command, name: 'PyTorch' }],
    ['a space', { ...command, name: 'py torch' }],
    ['a long description', { ...command, description: 'x'.repeat(101) }],
    ['choices beside autocomplete', { ...command, options: [{ ...option, autocomplete: true, choices: [{}] }] }],
    ['an option beside sub-commands', { ...command, options: [{ type: 1, name: 'on', description: 'On' }, option] }],
    ['a long choice', { ...command, options: [{ ...option, choices: [{ name: 'a', value: 'x'.repeat(101) }] }] }],
    ['a menu entry with a description', { type: 3, name: 'Look up', description: 'x' }],
    ['permissions that are no number', { ...command, default_member_permissions: 'MANAGE_GUILD' }],
    ['a required option at the end', { ...command, options: [{ ...option, required: false }, option] }],
  ])('find %s in a command', (_name, bad) => {
    expect(validateCommands([bad], true)).not.toEqual([]);
  });

  it('find a global setting in a command of one server', () => {
    expect(validateCommands([{ ...command, contexts: [0] }], false)).not.toEqual([]);
  });
});

describe('the simulator', () => {
  const post = (url: string, body: unknown) =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bot ${botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('takes one first answer, in 3 s', async () => {
    const discord = await startDiscordSimulator();
    const address = ({ id, token }: { id: string; token: string }) =>
      `${discord.apiUrl}/v10/interactions/${id}/${token}/callback`;
    const first = discord.command('stride');
    expect((await post(address(first), { type: 5 })).status).toBe(204);
    expect(await (await post(address(first), { type: 5 })).json()).toMatchObject({ code: 40_060 });
    const second = discord.command('stride');
    discord.advance(3001);
    expect(await (await post(address(second), { type: 5 })).json()).toMatchObject({ code: 10_062 });
    await discord.stop();
  });

  it('refuses what breaks a rule, and fails the test in which it happened', async () => {
    const discord = await startDiscordSimulator();
    const { id, token } = discord.command('stride');
    const answer = await post(`${discord.apiUrl}/v10/interactions/${id}/${token}/callback`, {
      type: 4,
      data: { content: 'x'.repeat(2001) },
    });
    expect(await answer.json()).toMatchObject({ code: 50_035 });
    await expect(discord.stop()).rejects.toThrow('content has 2001 of 2000 characters');
  });

  it('returns the earlier message for a nonce that is enforced', async () => {
    const discord = await startDiscordSimulator();
    const send = async () => {
      const body = { content: 'once', nonce: 'n1', enforce_nonce: true, allowed_mentions: { parse: [] } };
      return ((await (await post(`${discord.apiUrl}/v10/channels/1/messages`, body)).json()) as { id: string }).id;
    };
    expect(await send()).toBe(await send());
    await discord.stop();
  });

  it('forgets a nonce after some minutes', async () => {
    const discord = await startDiscordSimulator();
    const body = { content: 'once', nonce: 'n1', enforce_nonce: true, allowed_mentions: { parse: [] } };
    for (let time = 0; time < 2; time += 1) {
      await post(`${discord.apiUrl}/v10/channels/1/messages`, body);
      discord.advance(181_000);
    }
    expect(discord.channels.get('1').messages).toHaveLength(2);
    await discord.stop();
  });

  it('refuses the sixth post to a channel in 5 s, and says how long', async () => {
    const discord = await startDiscordSimulator();
    const answers: Response[] = [];
    for (let count = 0; count < 6; count += 1) {
      const body = { content: `${count}`, allowed_mentions: { parse: [] } };
      answers.push(await post(`${discord.apiUrl}/v10/channels/1/messages`, body));
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await answers[5]?.json()).toMatchObject({ retry_after: expect.any(Number), global: false });
    await discord.stop();
  });

  it('lets the bot make 50 requests a second, and counts none for an interaction', () => {
    let now = 0;
    const buckets = new Buckets(() => now);
    const ask = (path: string, method = 'GET') => buckets.count(method, path).wait > 0;
    const channels = Array.from({ length: 51 }, (_, no) => ask(`/channels/${no}`));
    expect(channels.filter((refused) => refused)).toEqual([channels.at(-1)]);
    expect(buckets.count('GET', '/channels/99')).toMatchObject({ wait: 1, scope: 'global' });
    expect(ask('/interactions/1/token/callback', 'POST')).toBe(false);
    expect(ask('/webhooks/9/token/messages/@original', 'PATCH')).toBe(false);
    now = 1000;
    expect(ask('/channels/99')).toBe(false);
  });

  it('limits requests for one interaction, each by itself', () => {
    const buckets = new Buckets(() => 0);
    const ask = (token: string) => buckets.count('PATCH', `/webhooks/9/${token}/messages/@original`).wait;
    expect(Array.from({ length: 6 }, () => ask('one'))).toEqual([0, 0, 0, 0, 0, 2]);
    expect(ask('another')).toBe(0);
  });

  it('shows no nonce when a channel is read, and an empty list without the permission', async () => {
    const discord = await startDiscordSimulator();
    const url = `${discord.apiUrl}/v10/channels/1/messages`;
    await post(url, { content: 'a', nonce: 'n', enforce_nonce: true, allowed_mentions: { parse: [] } });
    const read = async () =>
      (await (await fetch(url, { headers: { authorization: `Bot ${botToken}` } })).json()) as object[];
    expect(await read()).toEqual([expect.not.objectContaining({ nonce: 'n' })]);
    discord.channels.get('1').denied.add('history');
    expect(await read()).toEqual([]);
    await discord.stop();
  });

  it('refuses embeds without their permission, locked threads, and private ones that nobody added the bot to', async () => {
    const discord = await startDiscordSimulator();
    const send = async (channel: string, body: object) =>
      (
        await post(`${discord.apiUrl}/v10/channels/${channel}/messages`, { allowed_mentions: { parse: [] }, ...body })
      ).json();
    const embeds = [{ description: 'words' }];
    discord.channels.get('1').denied.add('embed');
    expect(await send('1', { embeds })).toMatchObject({ code: 50_013 });
    expect(await send('1', { content: 'words' })).toHaveProperty('id');
    discord.channels.openThread('2', '1', 11).locked = true;
    expect(await send('2', { content: 'words' })).toMatchObject({ code: 160_005 });
    discord.channels.get('1').granted.add('manage-threads');
    expect(await send('2', { content: 'words' })).toHaveProperty('id');
    expect(await send('2', { embeds })).toMatchObject({ code: 50_013 });
    discord.channels.openThread('3', '1', 12);
    discord.channels.strange.add('3');
    expect(await send('3', { content: 'words' })).toMatchObject({ code: 50_001 });
    await discord.stop();
  });

  it('tells with an interaction what the bot may do in its channel, and in the channel of a thread', async () => {
    const discord = await startDiscordSimulator();
    discord.channels.openThread('2', '1', 12);
    const allowed = BigInt(discord.channels.described('2', undefined).appPermissions);
    expect(allowed & (1n << 11n)).not.toBe(0n);
    discord.channels.get('1').denied.add('send');
    expect(BigInt(discord.channels.described('2', undefined).appPermissions) & (1n << 11n)).toBe(0n);
    expect(discord.channels.described('2', undefined)).toMatchObject({ channelType: 12, parent: '1' });
    await discord.stop();
  });

  it('finds a picture that is named and not sent', async () => {
    expect(validateMessage({ ...good, embeds: [{ image: { url: 'attachment://a.png' } }] })).toEqual([
      'attachment://a.png was not sent',
    ]);
    expect(validateMessage(good, { files: [new File(['x'], 'a.png')] })).toEqual(['the file a.png is not described']);
  });

  it('lets nobody use a command in a way that Discord’s clients do not', async () => {
    const subcommand = { type: 1, name: 'on', description: 'On', options: [option] };
    const registered = [{ type: 1, name: 'daily', description: 'Daily', options: [subcommand] }];
    expect(useCommand(registered, 'daily', 'on', { question: 'x' })).toMatchObject({ name: 'daily' });
    for (const use of [
      () => useCommand(registered, 'other', null, {}),
      () => useCommand(registered, 'daily', 'off', {}),
      () => useCommand(registered, 'daily', 'on', {}),
      () => useCommand(registered, 'daily', 'on', { question: 5 }),
      () => useCommand(registered, 'daily', 'on', { question: 'x', other: 'y' }),
    ]) {
      expect(use).toThrow();
    }
  });

  it('reads Markdown as Discord shows it', () => {
    expect(readMarkdown('**a** [b](https://c.example) `d` <@1>\n# e')).toEqual({
      text: 'a b d <@1>\ne',
      marks: ['bold', 'link https://c.example', 'code', 'mention', 'heading'],
    });
  });
});
