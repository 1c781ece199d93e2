import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlayers } from '../../../../src/adapters/playground/inbound/players.ts';
import { messageLink } from '../../../../src/adapters/playground/outbound/message-link.ts';
import { createMessageLog } from '../../../../src/adapters/playground/outbound/message-log.ts';
import { createMessenger } from '../../../../src/adapters/playground/outbound/messenger.ts';
import { paragraph } from '../../../../src/core/card.ts';
import { openPlaygroundFile } from '../../../../src/storage/playground-store.ts';

const card = { body: [paragraph('hello')] };
const general = { kind: 'channel', channel: 'playground:-:general', thread: null } as const;

const openFile = () => {
  const file = openPlaygroundFile(':memory:');
  onTestFinished(file.close);
  return file;
};

function start(store = openFile()) {
  let time = 1000;
  const now = () => {
    time += 1;
    return time;
  };
  const log = createMessageLog({ store, now });
  return { store, log, messenger: createMessenger(log, (card) => card) };
}

describe('the messenger', () => {
  it('posts once for one key, and finds what it posted, also after a restart', async () => {
    const { store, messenger } = start();
    const post = { key: 'daily:1', address: general, card, ping: null };
    const first = await messenger.post(post);
    expect(await messenger.post(post)).toEqual(first);
    const later = start(store);
    expect(await later.messenger.find(post, 0)).toEqual({ kind: 'found', posted: { message: '1', at: 1001 } });
    expect(await later.messenger.post(post)).toEqual(first);
    expect(await later.messenger.find({ ...post, key: 'daily:2' }, 0)).toEqual({ kind: 'absent' });
  });

  it('numbers and dates messages by its own clock', async () => {
    const { messenger } = start();
    for (const [key, at] of [
      ['a', 1001],
      ['b', 1002],
    ] as const) {
      expect(await messenger.post({ key, address: general, card, ping: null })).toMatchObject({ posted: { at } });
    }
  });

  it('reaches one person in their conversation with the bot', async () => {
    const { log, messenger } = start();
    const address = { kind: 'person', user: 'playground:-:3' } as const;
    expect(await messenger.post({ key: 'a', address, card, ping: null })).toMatchObject({ kind: 'done' });
    expect(log.list('playground:-:direct-3', null, 'playground:-:3')).toHaveLength(1);
  });

  it('edits, and opens a thread under a message', async () => {
    const { log, messenger } = start();
    await messenger.post({ key: 'a', address: general, card, ping: null });
    await messenger.edit(general, '1', { body: [paragraph('changed')] });
    await messenger.openThread(general.channel, '1', 'The thread');
    expect(log.find('1')).toMatchObject({ card: { body: [paragraph('changed')] }, threadName: 'The thread' });
    expect(await messenger.post({ key: 'b', address: { ...general, thread: '1' }, card, ping: null })).toMatchObject({
      kind: 'done',
    });
  });

  it('says that a channel, a thread or a message is gone', async () => {
    const { messenger } = start();
    const gone = { kind: 'refused', why: 'gone' };
    const post = { key: 'a', card, ping: null };
    expect(await messenger.post({ ...post, address: { ...general, channel: 'playground:-:other' } })).toMatchObject(
      gone,
    );
    expect(await messenger.post({ ...post, address: { ...general, thread: '9' } })).toMatchObject(gone);
    expect(await messenger.post({ ...post, address: { kind: 'person', user: 'slack:T1:U1' } })).toMatchObject(gone);
    expect(await messenger.edit(general, '9', card)).toMatchObject(gone);
    expect(await messenger.openThread(general.channel, '9', 'x')).toMatchObject(gone);
  });

  it('links to a message, wherever the page of its reader is', () => {
    expect(start().messenger.link(general.channel, '7')).toBe(messageLink('7'));
  });
});

describe('the log', () => {
  it('forgets the oldest of very many messages at the next start, and goes on counting', () => {
    const { store, log } = start();
    for (let number = 0; number < 2005; number += 1) log.post({ channel: general.channel, thread: null, text: 'x' });
    const later = start(store).log;
    expect(later.list(general.channel, null, 'playground:-:1')).toHaveLength(2000);
    expect(later.find('5')).toBeNull();
    expect(later.post({ channel: general.channel, thread: null }).id).toBe('2006');
  });
});

describe('the players', () => {
  it('stay who they were, but for the oldest of very many', () => {
    const store = openFile();
    const players = createPlayers(store);
    const [first, ...others] = Array.from({ length: 501 }, () => players.create());
    const later = createPlayers(store);
    expect(later.byToken(first?.token ?? '')).toBeNull();
    expect(later.byToken(others[0]?.token ?? '')).toEqual(others[0]);
    expect(later.create().number).toBe(502);
  });
});
