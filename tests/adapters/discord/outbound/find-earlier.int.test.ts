import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Messenger } from '../../../../src/app/delivery/messenger.ts';
import type { Card } from '../../../../src/core/card.ts';
import { paragraph } from '../../../../src/core/card.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { answering, messengerOf, reply, useDiscord } from '../harness.ts';
import { person, post, posts, room } from './posting.ts';

let discord: DiscordSimulator;
let messenger: Messenger;
const { start } = useDiscord((simulator) => {
  discord = simulator;
});

beforeEach(async () => {
  messenger = messengerOf(await start(answering({ kind: 'now', reply: reply('x') })));
});

afterEach(() => {
  vi.useRealTimers();
});

const messages = (id = room) => discord.channels.get(id).messages;

describe('looking for an earlier attempt', () => {
  const minute = 60_000;

  it('finds the post that was done and lost its answer, also when its nonce is forgotten', async () => {
    discord.faults.next('POST', posts, { kind: 'reset', when: 'after' });
    await messenger.post(post('a'));
    discord.advance(10 * minute);
    const found = await messenger.find(post('a'), Date.now() - minute);
    expect(found).toMatchObject({ kind: 'found', posted: { message: messages()[0]?.id } });
  });

  it('finds a post without buttons by its words, whatever time it shows', async () => {
    const at = (now: number): Card => ({
      title: 'Lobby',
      body: [paragraph('Begins ', { kind: 'time', text: 'soon', style: 'relative', at: now })],
    });
    await messenger.post(post('a', { card: at(1_000_000) }));
    const look = (shown: Card) => messenger.find(post('other key', { card: shown }), Date.now() - minute);
    expect(await look(at(9_000_000))).toMatchObject({ kind: 'found' });
    expect(await look({ title: 'Lobby', body: [paragraph('Other words')] })).toEqual({ kind: 'absent' });
  });

  it('does not take another post, an older one or somebody else’s for it', async () => {
    await messenger.post(post('b'));
    expect(await messenger.find(post('a'), Date.now() - minute)).toEqual({ kind: 'absent' });
    discord.advance(10 * minute);
    await messenger.post(post('c'));
    expect(await messenger.find(post('b'), Date.now() + 9 * minute)).toEqual({ kind: 'absent' });
    const [first] = messages();
    if (first !== undefined) first.author = '100000000000000042';
    expect(await messenger.find(post('b'), Date.now() - minute)).toEqual({ kind: 'absent' });
  });

  it('reads on while there is more', async () => {
    for (let count = 0; count < 150; count += 1) discord.channels.say(room, 'chat');
    await messenger.post(post('a'));
    expect(await messenger.find(post('a'), Date.now() - minute)).toMatchObject({ kind: 'found' });
    expect(await messenger.find(post('b'), Date.now() - minute)).toEqual({ kind: 'absent' });
  });

  it('gives up where there is far too much', async () => {
    for (let count = 0; count < 600; count += 1) discord.channels.say(room, 'chat');
    expect(await messenger.find(post('a'), Date.now() - minute)).toEqual({ kind: 'unseen' });
  });

  it('sees nothing without the permission to read the history, where Discord shows an empty list', async () => {
    await messenger.post(post('a'));
    discord.channels.get(room).denied.add('history');
    expect(await messenger.find(post('a'), Date.now() - minute)).toEqual({ kind: 'unseen' });
    discord.channels.get(room).denied.add('view');
    expect(await messenger.find(post('a'), Date.now() - minute)).toEqual({ kind: 'unseen' });
  });

  it('knows that a post is absent when older messages can be seen', async () => {
    discord.channels.say(room, 'chat');
    discord.advance(10 * minute);
    expect(await messenger.find(post('a'), Date.now() + 9 * minute)).toEqual({ kind: 'absent' });
  });

  it('knows that nothing was posted where the channel never had a message', async () => {
    discord.channels.get(room);
    expect(await messenger.find(post('a'), Date.now() - minute)).toEqual({ kind: 'absent' });
  });

  it('knows without the permission to read the history that nothing came since', async () => {
    discord.channels.say(room, 'chat');
    discord.channels.get(room).denied.add('history');
    discord.advance(10 * minute);
    expect(await messenger.find(post('a'), Date.now() + 9 * minute)).toEqual({ kind: 'absent' });
  });

  it('sees nothing where what came last may be the post, deleted or not', async () => {
    await messenger.post(post('a'));
    for (const message of messages()) message.deleted = true;
    expect(await messenger.find(post('a'), Date.now() - minute)).toEqual({ kind: 'unseen' });
  });

  it('is to be looked for again later while Discord is down', async () => {
    discord.faults.next('GET', posts, { kind: 'status', status: 503, when: 'before' });
    expect(await messenger.find(post('a'), Date.now() - minute)).toEqual({ kind: 'later', after: 5000 });
  });

  it('finds what was sent to a person', async () => {
    await messenger.post(post('a', { address: person }));
    expect(await messenger.find(post('a', { address: person }), Date.now() - minute)).toMatchObject({ kind: 'found' });
  });
});
