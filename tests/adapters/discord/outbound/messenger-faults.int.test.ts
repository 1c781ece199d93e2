import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Messenger } from '../../../../src/app/delivery/messenger.ts';
import type { Fault } from '../../../simulators/discord/faults.ts';
import type { DiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../../simulators/discord/simulator.ts';
import { until } from '../../../until.ts';
import { answering, card, messengerOf, reply, startBot, useDiscord } from '../harness.ts';
import { channel, here, person, post, posts, room } from './posting.ts';

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
const sent = () => discord.calls.filter(({ method, path }) => method === 'POST' && posts.test(path));

describe('a post that meets a failure', () => {
  const open: readonly [string, Fault, number][] = [
    ['a 500 before it was done', { kind: 'status', status: 500, when: 'before' }, 0],
    ['a 502 after it was done', { kind: 'status', status: 502, when: 'after' }, 1],
    ['a connection reset before', { kind: 'reset', when: 'before' }, 0],
    ['a connection reset after', { kind: 'reset', when: 'after' }, 1],
  ];

  it.each(open)('(%s) is made once, and its end is unknown', async (_name, fault, stored) => {
    discord.faults.next('POST', posts, fault);
    expect(await messenger.post(post('a'))).toMatchObject({ kind: 'unknown' });
    expect(sent()).toHaveLength(1);
    expect(messages()).toHaveLength(stored);
  });

  it.each(open)('(%s) stands once after a second attempt', async (_name, fault) => {
    discord.faults.next('POST', posts, fault);
    await messenger.post(post('a'));
    expect(await messenger.post(post('a'))).toMatchObject({ kind: 'done', posted: { message: messages()[0]?.id } });
    expect(messages()).toHaveLength(1);
  });

  it('(no answer at all) ends within its patience', async () => {
    discord.faults.next('POST', posts, { kind: 'silence', when: 'after' });
    expect(await messenger.post(post('a'))).toMatchObject({ kind: 'unknown' });
    expect(messenger.patience).toBe(4000);
    expect(messages()).toHaveLength(1);
  });

  it('(no way to Discord) was surely not made', async () => {
    const gone = await startDiscordSimulator();
    const bot = await startBot(gone, answering({ kind: 'now', reply: reply('x') }));
    await gone.stop();
    // The first one goes out on the connection that was open, and is not heard of again.
    await messengerOf(bot).post(post('a'));
    expect(await messengerOf(bot).post(post('a'))).toMatchObject({ kind: 'later' });
    await bot.adapter.stop();
  });

  it('(a conversation that may or may not have been opened) was surely not made', async () => {
    discord.faults.next('POST', /^\/users\/@me\/channels$/, { kind: 'status', status: 503, when: 'after' });
    expect(await messenger.post(post('a', { address: person }))).toMatchObject({ kind: 'later' });
    expect(sent()).toEqual([]);
    expect(await messenger.post(post('a', { address: person }))).toMatchObject({ kind: 'done' });
  });
});

describe('a post that is refused', () => {
  it('because the channel is gone says so', async () => {
    discord.channels.remove(room);
    expect(await messenger.post(post('a'))).toMatchObject({ kind: 'refused', why: 'gone' });
  });

  it.each(['view', 'send'] as const)(
    'for want of the permission to %s says so, with the reason',
    async (permission) => {
      discord.channels.get(room).denied.add(permission);
      expect(await messenger.post(post('a'))).toMatchObject({
        kind: 'refused',
        why: 'forbidden',
        reason: expect.stringContaining('Missing'),
      });
      expect(sent()).toHaveLength(1);
    },
  );

  it('in a thread needs a permission of its own', async () => {
    const lobby = await messenger.post(post('lobby'));
    const thread = lobby.kind === 'done' ? lobby.posted.message : '';
    await messenger.openThread(channel, thread, 'Quiz');
    discord.channels.get(room).denied.add('send-in-threads');
    const address = { kind: 'channel', channel, thread } as const;
    expect(await messenger.post(post('a', { address }))).toMatchObject({ kind: 'refused', why: 'forbidden' });
    expect(await messenger.post(post('b'))).toMatchObject({ kind: 'done' });
  });

  it('because the person takes no messages says so', async () => {
    discord.channels.close('100000000000000042');
    expect(await messenger.post(post('a', { address: person }))).toMatchObject({ kind: 'refused', why: 'forbidden' });
  });

  it.each([
    [400, 30_046, 'invalid'],
    [400, 50_035, 'invalid'],
    [400, 160_006, 'forbidden'],
    [403, 50_278, 'forbidden'],
    [404, 10_004, 'gone'],
    [404, 10_008, 'gone'],
  ])('(%i, %i) is %s', async (status, code, why) => {
    discord.faults.next('POST', posts, { kind: 'status', status, code, when: 'before' });
    expect(await messenger.post(post('a'))).toMatchObject({ kind: 'refused', why });
  });

  it('because the token was reset is put off, and nothing more is sent with it', async () => {
    discord.faults.next('POST', posts, { kind: 'status', status: 401, when: 'before' });
    for (let time = 0; time < 3; time += 1) {
      expect(await messenger.post(post('a'))).toMatchObject({ kind: 'own' });
    }
    expect(sent()).toHaveLength(1);
  });
});

describe('a rate limit', () => {
  it('puts a post off for as long as Discord says, and nothing is sent there before', async () => {
    discord.faults.next('POST', posts, { kind: 'rate-limit', retryAfter: 0.5 });
    const delivery = await messenger.post(post('a'));
    expect(delivery.kind).toBe('later');
    expect(delivery.kind === 'later' && delivery.after).toBeGreaterThanOrEqual(500);
    expect(await messenger.post(post('a'))).toMatchObject({ kind: 'later' });
    expect(sent()).toHaveLength(1);
    const elsewhere = {
      kind: 'channel',
      channel: 'discord:700000000000000001:800000000000000002',
      thread: null,
    } as const;
    expect(await messenger.post(post('b', { address: elsewhere }))).toMatchObject({ kind: 'done' });
    await until(async () => expect(await messenger.post(post('a'))).toMatchObject({ kind: 'done' }));
    expect(messages()).toHaveLength(1);
  });

  it('for all requests puts off everything', async () => {
    discord.faults.next('POST', posts, { kind: 'rate-limit', retryAfter: 5, global: true });
    await messenger.post(post('a'));
    const elsewhere = {
      kind: 'channel',
      channel: 'discord:700000000000000001:800000000000000002',
      thread: null,
    } as const;
    expect(await messenger.post(post('b', { address: elsewhere }))).toMatchObject({ kind: 'later' });
    expect(await messenger.edit(elsewhere, '123456789012345678', card('x'))).toMatchObject({ kind: 'later' });
    expect(sent()).toHaveLength(1);
  });

  it('of edits is kept as well, and never waited for', async () => {
    const posted = await messenger.post(post('a'));
    const id = posted.kind === 'done' ? posted.posted.message : '';
    const edits = await Promise.all(
      Array.from({ length: 12 }, (_, count) => messenger.edit(here, id, card(`${count}`))),
    );
    expect(edits.filter(({ kind }) => kind === 'done')).toHaveLength(5);
    expect(edits.filter(({ kind }) => kind === 'later')).toHaveLength(7);
    expect(discord.calls.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('is kept by the budget that Discord announces, without a single 429', async () => {
    const deliveries = await Promise.all(Array.from({ length: 12 }, (_, index) => messenger.post(post(`${index}`))));
    const late = deliveries.filter(({ kind }) => kind === 'later');
    expect(deliveries.filter(({ kind }) => kind === 'done')).toHaveLength(5);
    expect(late).toHaveLength(7);
    expect(late.every((delivery) => delivery.kind === 'later' && delivery.after > 0 && delivery.after <= 5100)).toBe(
      true,
    );
    expect(discord.calls.filter(({ status }) => status === 429)).toEqual([]);
  });
});
