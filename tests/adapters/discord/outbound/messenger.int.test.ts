import { beforeEach, describe, expect, it } from 'vitest';
import type { Messenger, Post } from '../../../../src/app/delivery/messenger.ts';
import type { Card } from '../../../../src/core/card.ts';
import { paragraph } from '../../../../src/core/card.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { answering, card, messengerOf, reply, useDiscord } from '../harness.ts';

const room = '800000000000000001';
const channel = `discord:700000000000000001:${room}`;
const user = 'discord:700000000000000001:100000000000000042';
const here = { kind: 'channel', channel, thread: null } as const;
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);

let discord: DiscordSimulator;
let messenger: Messenger;
const { start } = useDiscord((simulator) => {
  discord = simulator;
});

beforeEach(async () => {
  messenger = messengerOf(await start(answering({ kind: 'now', reply: reply('x') }), { drawPicture: async () => png }));
});

function post(key: string, more: Partial<Post> = {}): Post {
  return { key, address: here, card: question(key), ping: null, ...more };
}

function question(title: string): Card {
  return { title, body: [paragraph('Which?'), { kind: 'actions', actions: [{ id: `pick:${title}:0`, label: 'A' }] }] };
}

const messages = (id = room) => discord.channels.get(id).messages;
const idOf = (delivery: Awaited<ReturnType<Messenger['post']>>) =>
  delivery.kind === 'done' ? delivery.posted.message : '';

describe('a post', () => {
  it('is sent to its channel, and tells its id and when it was by Discord’s clock', async () => {
    discord.advance(86_400_000);
    const before = Date.now() + 86_400_000;
    const delivery = await messenger.post(post('daily:1'));
    expect(delivery).toMatchObject({ kind: 'done', posted: { message: messages()[0]?.id } });
    const { at } = delivery.kind === 'done' ? delivery.posted : { at: 0 };
    expect(at).toBeGreaterThanOrEqual(before - 1);
    expect(messages()[0]?.body).toMatchObject({ embeds: [{ title: 'daily:1' }], enforce_nonce: true });
  });

  it('has a nonce that is short, the same for the same key and another for any other', async () => {
    const long = 'q'.repeat(100);
    for (const key of ['a', 'b', long]) await messenger.post(post(key));
    const nonces = messages().map(({ body }) => String(body['nonce']));
    expect(new Set(nonces).size).toBe(3);
    expect(nonces.every((nonce) => /^[0-9a-z]{25}$/.test(nonce))).toBe(true);
    expect(idOf(await messenger.post(post(long)))).toBe(messages()[2]?.id);
    expect(messages()).toHaveLength(3);
  });

  it('calls nobody, unless a role is to be called', async () => {
    await messenger.post(post('a'));
    await messenger.post(post('b', { ping: '600000000000000007' }));
    await messenger.post(post('c', { ping: '<@&600000000000000007>' }));
    await messenger.post(post('d', { ping: '@everyone' }));
    const called = { parse: [], roles: ['600000000000000007'] };
    expect(messages().map(({ body }) => [body['content'], body['allowed_mentions']])).toEqual([
      [undefined, { parse: [] }],
      ['<@&600000000000000007>', called],
      ['<@&600000000000000007>', called],
      [undefined, { parse: [] }],
    ]);
  });

  it('to a thread goes there, and to a person into a conversation', async () => {
    const lobby = idOf(await messenger.post(post('lobby')));
    await messenger.openThread(channel, lobby, 'Quiz');
    await messenger.post(post('first', { address: { kind: 'channel', channel, thread: lobby } }));
    expect(messages(lobby).at(-1)?.body).toMatchObject({ embeds: [{ title: 'first' }] });
    await messenger.post(post('mistakes', { address: { kind: 'person', user } }));
    await messenger.post(post('more', { address: { kind: 'person', user } }));
    const direct = discord.channels.directWith('100000000000000042');
    expect(direct.messages.map(({ body }) => body['embeds'])).toMatchObject([
      [{ title: 'mistakes' }],
      [{ title: 'more' }],
    ]);
    expect(discord.calls.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(1);
  });

  it('to something that is no address is refused without a request', async () => {
    const calls = discord.calls.length;
    const address = { kind: 'channel', channel: 'slack:T1:C1', thread: null } as const;
    expect(await messenger.post(post('a', { address }))).toMatchObject({ kind: 'refused', why: 'invalid' });
    expect(discord.calls).toHaveLength(calls);
  });

  it('opens an archived thread again, but not a locked one', async () => {
    const lobby = idOf(await messenger.post(post('lobby')));
    await messenger.openThread(channel, lobby, 'Quiz');
    const thread = discord.channels.get(lobby);
    const address = { kind: 'channel', channel, thread: lobby } as const;
    thread.archived = true;
    expect(await messenger.post(post('a', { address }))).toMatchObject({ kind: 'done' });
    Object.assign(thread, { archived: true, locked: true });
    expect(await messenger.post(post('b', { address }))).toMatchObject({ kind: 'refused', why: 'forbidden' });
  });
});

describe('a picture', () => {
  const podium: Card = {
    title: 'The podium',
    body: [
      paragraph('Ada won.'),
      { kind: 'picture', alt: 'Ada stands on the first step.', picture: { kind: 'podium', title: 'Quiz', rows: [] } },
    ],
  };

  it('is attached to the post, with its alternative text, and goes when the post is edited', async () => {
    const id = idOf(await messenger.post(post('podium', { card: podium })));
    const [sent] = messages();
    expect(sent?.body).toMatchObject({
      embeds: [{ description: 'Ada won.', image: { url: 'attachment://picture.png' } }],
      attachments: [{ description: 'Ada stands on the first step.' }],
    });
    expect(new Uint8Array((await sent?.files?.[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(png);
    await messenger.edit(here, id, podium);
    expect(sent?.files).toHaveLength(1);
    await messenger.edit(here, id, card('Over'));
    expect(sent?.files).toHaveLength(0);
  });

  it('that may not be attached is left out, and the words stand', async () => {
    discord.channels.get(room).denied.add('attach');
    expect(await messenger.post(post('podium', { card: podium }))).toMatchObject({ kind: 'done' });
    expect(messages()).toHaveLength(1);
    expect(messages()[0]?.files).toHaveLength(0);
  });

  it('that cannot be drawn is left out and logged', async () => {
    const failing = await start(answering({ kind: 'now', reply: reply('x') }), {
      drawPicture: () => Promise.reject(new Error('no font')),
    });
    expect(await messengerOf(failing).post(post('podium', { card: podium }))).toMatchObject({ kind: 'done' });
    expect(failing.lines.map(({ message }) => message)).toContain('A picture was left out.');
  });
});

describe('an edit', () => {
  it('shows another card, the same twice as once, and takes the buttons away', async () => {
    const id = idOf(await messenger.post(post('a')));
    for (let time = 0; time < 2; time += 1) {
      expect(await messenger.edit(here, id, card('Over'))).toMatchObject({ kind: 'done', posted: { message: id } });
    }
    expect(messages()).toHaveLength(1);
    expect(messages()[0]?.body).toMatchObject({ embeds: [{ title: 'Over' }], components: [] });
  });

  it('keeps the role that was called in its place and calls it no second time', async () => {
    const id = idOf(await messenger.post(post('a', { ping: '600000000000000007' })));
    await messenger.edit(here, id, card('Over'));
    expect(messages()[0]?.body).toMatchObject({
      content: '<@&600000000000000007>',
      allowed_mentions: { parse: [] },
    });
  });

  it('in an archived thread opens it first; a locked one is forbidden', async () => {
    const lobby = idOf(await messenger.post(post('lobby')));
    await messenger.openThread(channel, lobby, 'Quiz');
    const address = { kind: 'channel', channel, thread: lobby } as const;
    const id = idOf(await messenger.post(post('a', { address })));
    const thread = discord.channels.get(lobby);
    thread.archived = true;
    expect(await messenger.edit(address, id, card('Over'))).toMatchObject({ kind: 'done' });
    Object.assign(thread, { archived: true, locked: true });
    expect(await messenger.edit(address, id, card('Too late'))).toMatchObject({ kind: 'refused', why: 'forbidden' });
  });

  it('of a message that was deleted, or is too old for another edit, is refused for good', async () => {
    expect(await messenger.edit(here, '123456789012345678', card('x'))).toMatchObject({ kind: 'refused', why: 'gone' });
  });
});

describe('a thread', () => {
  it('is opened once under a message and has its id', async () => {
    const id = idOf(await messenger.post(post('lobby')));
    for (let time = 0; time < 2; time += 1) {
      expect(await messenger.openThread(channel, id, 'Quiz')).toMatchObject({ kind: 'done', posted: { message: id } });
    }
    expect(discord.channels.get(id)).toMatchObject({ kind: 'thread', name: 'Quiz' });
  });

  it.each([' ', 'x'.repeat(300), '👩‍👩‍👧‍👦'.repeat(40), 'two\nlines'])(
    'has a name that Discord takes, for %j',
    async (name) => {
      const id = idOf(await messenger.post(post(name)));
      expect(await messenger.openThread(channel, id, name)).toMatchObject({ kind: 'done' });
    },
  );

  it('that the bot may not open is forbidden', async () => {
    const id = idOf(await messenger.post(post('lobby')));
    discord.channels.get(room).denied.add('create-threads');
    expect(await messenger.openThread(channel, id, 'Quiz')).toMatchObject({ kind: 'refused', why: 'forbidden' });
  });
});

describe('a link', () => {
  it('leads to the message in its server, or in a conversation', () => {
    expect(messenger.link(channel, '5')).toBe(`https://discord.com/channels/700000000000000001/${room}/5`);
    expect(messenger.link(`discord:-:${room}`, '5')).toBe(`https://discord.com/channels/@me/${room}/5`);
    expect(messenger.link('terminal:-:-', '5')).toBeNull();
  });
});
