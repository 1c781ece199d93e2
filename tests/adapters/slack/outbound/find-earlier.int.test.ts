import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address, Messenger } from '../../../../src/app/delivery/messenger.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot } from '../harness.ts';
import { channel, done, person, toPost } from './posting.ts';

let bot: Bot;
let messenger: Messenger;

const start = async (scopes?: readonly string[]) => {
  bot = await startBot('http', echo(), scopes === undefined ? {} : { scopes });
  ({ messenger } = bot.adapter);
};
beforeEach(() => start());
afterEach(() => bot.end());

const messages = () => bot.simulator.workspace.messages;

describe('looking for an earlier attempt', () => {
  it.each([null, 'thread'])('finds what was posted although its answer was lost (%s)', async (kind) => {
    const root = done(await messenger.post(toPost('root')));
    const address: Address = { ...channel, thread: kind === null ? null : root.message };
    bot.simulator.fail('chat.postMessage', { kind: 'reset-after' });
    const since = Date.now();
    const lost = toPost('a', { address });
    expect(await messenger.post(lost)).toMatchObject({ kind: 'unknown' });
    const { ts } = messages()[1] ?? {};
    expect(await messenger.find(lost, since)).toEqual({
      kind: 'found',
      posted: { message: ts, at: Math.floor(Number(ts) * 1000) },
    });
    expect(await messenger.find(toPost('b', { address }), since)).toEqual({ kind: 'absent' });
  });

  it.each([null, 'thread'])('finds it whatever our own clock said when it was put in (%s)', async (kind) => {
    const root = done(await messenger.post(toPost('root')));
    const address: Address = { ...channel, thread: kind === null ? null : root.message };
    const post = toPost('a', { address });
    await messenger.post(post);
    expect(await messenger.find(post, Date.now() + 3_600_000)).toMatchObject({ kind: 'found' });
  });

  it('reads on through many messages', async () => {
    const first = toPost('a');
    await messenger.post(first);
    const { workspace } = bot.simulator;
    for (let turn = 0; turn < 500; turn += 1) {
      workspace.messages.push({ channel: 'C1', ts: workspace.nextTs(), payload: { text: 'talk' }, edits: 0 });
    }
    expect(await messenger.find(first, Date.now() - 60_000)).toMatchObject({ kind: 'found' });
    expect(bot.simulator.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(3);
  });

  it('does not read on beyond the time in which it was put in', async () => {
    const { workspace } = bot.simulator;
    for (let turn = 0; turn < 500; turn += 1) {
      workspace.messages.push({ channel: 'C1', ts: workspace.nextTs(), payload: { text: 'talk' }, edits: 0 });
    }
    expect(await messenger.find(toPost('a'), Date.now() + 120_000)).toEqual({ kind: 'absent' });
    expect(bot.simulator.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(1);
  });

  it('is not deceived by another app’s metadata', async () => {
    const { workspace } = bot.simulator;
    for (const metadata of [
      { event_type: 'other', event_payload: { key: 'a' } },
      null,
      'x',
      { event_type: 'pytorch_bot_post' },
    ]) {
      workspace.messages.push({ channel: 'C1', ts: workspace.nextTs(), payload: { text: 'talk', metadata }, edits: 0 });
    }
    expect(await messenger.find(toPost('a'), Date.now())).toEqual({ kind: 'absent' });
  });

  it('sees nothing without the scope, in a channel it is not in, or with one person', async () => {
    await bot.end();
    await start(['commands', 'chat:write']);
    expect(await messenger.find(toPost('a'), 0)).toEqual({ kind: 'unseen' });
    await bot.end();
    await start();
    bot.simulator.workspace.channels.set('C1', 'not-joined');
    expect(await messenger.find(toPost('a'), 0)).toEqual({ kind: 'unseen' });
    expect(await messenger.find(toPost('a', { address: person }), 0)).toEqual({ kind: 'unseen' });
  });

  it('tries again what may pass', async () => {
    await messenger.post(toPost('a'));
    bot.simulator.fail('conversations.history', { kind: 'error-before', status: 502 }, { kind: 'reset-before' });
    expect(await messenger.find(toPost('a'), Date.now())).toMatchObject({ kind: 'found' });
  });
});
