import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address, Messenger } from '../../../../src/app/delivery/messenger.ts';
import { echo } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';
import { card, channel, done, person, toPost } from './posting.ts';

/** Codes of chat.postMessage that say something of the bot and nothing of the message or its channel. */
const ownCodes = [
  'account_inactive',
  'ekm_access_denied',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
];

let bot: Bot;
let messenger: Messenger;
/** The clock of the budgets, in ms; it goes only where a test takes it. */
let clock: number;

const start = async (scopes?: readonly string[]) => {
  clock = 0;
  bot = await startBot('http', echo(), { steady: () => clock, ...(scopes === undefined ? {} : { scopes }) });
  ({ messenger } = bot.adapter);
};
beforeEach(() => start());
afterEach(() => bot.end());

const messages = () => bot.simulator.workspace.messages;
const callsOf = (method: string) => bot.simulator.calls.filter((call) => call.method === method).length;

describe('a post', () => {
  it('tells the message and when Slack posted it', async () => {
    const { message, at } = done(await messenger.post(toPost('a')));
    expect(message).toBe(messages()[0]?.ts);
    expect(at).toBe(Math.floor(Number(message) * 1000));
    expect(messages()).toMatchObject([
      {
        channel: 'C1',
        payload: { unfurl_links: false, metadata: { event_type: 'pytorch_bot_post', event_payload: { key: 'a' } } },
      },
    ]);
  });

  it('has the same client_msg_id at every attempt, and no other’s', async () => {
    for (const key of ['a', 'a', 'b']) await messenger.post(toPost(key));
    const [first, second, other] = messages().map(({ payload }) => payload['client_msg_id']);
    expect(first).toBe(second);
    expect(first).not.toBe(other);
  });

  it('goes into a thread, and to one person alone', async () => {
    const root = done(await messenger.post(toPost('root')));
    const thread: Address = { kind: 'channel', channel: 'C1', thread: root.message };
    await messenger.post(toPost('reply', { address: thread }));
    const { message } = done(await messenger.post(toPost('whisper', { address: person })));
    expect(messages()).toMatchObject([
      { channel: 'C1' },
      { channel: 'C1', payload: { thread_ts: root.message } },
      { channel: 'D7' },
    ]);
    expect(await messenger.edit(person, message, card('changed'))).toMatchObject({ kind: 'done', posted: { message } });
    expect(wordsOf(messages()[2]?.payload)).toContain('changed');
  });

  it('calls a user group, and never what only looks like one', async () => {
    await messenger.post(toPost('a', { ping: 'S0123' }));
    await messenger.post(toPost('b', { ping: 'here>' }));
    await messenger.post(toPost('c', { ping: 'channel' }));
    const [group, ...others] = messages().map(({ payload }) => JSON.stringify(payload));
    expect(group).toContain('<!subteam^S0123>');
    for (const other of others) expect(other).not.toMatch(/<!/);
  });

  it.each([
    ['channel_not_found', 'gone'],
    ['is_archived', 'gone'],
    ['not_in_channel', 'forbidden'],
    ['restricted_action_read_only_channel', 'forbidden'],
    ['msg_too_long', 'invalid'],
    ['invalid_blocks', 'invalid'],
    ['some_new_error', 'invalid'],
  ])('that Slack refuses with %s is %s', async (error, why) => {
    bot.simulator.fail('chat.postMessage', { kind: 'refused', error });
    expect(await messenger.post(toPost('a'))).toMatchObject({ kind: 'refused', why, reason: error });
    expect(callsOf('chat.postMessage')).toBe(1);
  });

  it.each(ownCodes)('that Slack refuses with %s is the bot’s own trouble, told with its cure', async (error) => {
    bot.simulator.fail('chat.postMessage', { kind: 'refused', error });
    expect(await messenger.post(toPost('a'))).toEqual({ kind: 'own', reason: error });
    expect(bot.adapter.connection?.state()).toMatchObject({
      connected: false,
      trouble: { problem: expect.stringContaining(error), cure: expect.stringContaining('https://api.slack.com/apps') },
    });
    expect(bot.log.filter(({ level }) => level === 'error').map(({ fields }) => fields['cure'])).toEqual([
      bot.adapter.connection?.state().trouble?.cure,
    ]);
    expect(await messenger.post(toPost('a'))).toMatchObject({ kind: 'done' });
    expect(bot.adapter.connection?.state()).toMatchObject({ connected: true, trouble: null });
  });

  it.each([
    { kind: 'error-before', status: 500 },
    { kind: 'error-after', status: 503 },
    { kind: 'reset-before' },
    { kind: 'reset-after' },
    { kind: 'refused', error: 'internal_error' },
    { kind: 'refused', error: '<html>Bad gateway</html>' },
  ] as const)('is tried once, and its outcome unknown after %j', async (fault) => {
    bot.simulator.fail('chat.postMessage', fault);
    expect(await messenger.post(toPost('a'))).toMatchObject({ kind: 'unknown' });
    expect(callsOf('chat.postMessage')).toBe(1);
  });

  it('is to be tried later after a 429, and no call is made before', async () => {
    bot.simulator.fail('chat.postMessage', { kind: 'rate-limited', seconds: 7 });
    expect(await messenger.post(toPost('a'))).toMatchObject({ kind: 'later', after: 7000 });
    clock += 2000;
    const elsewhere: Address = { kind: 'channel', channel: 'C2', thread: null };
    expect(await messenger.post(toPost('a', { address: elsewhere }))).toMatchObject({ kind: 'later', after: 5000 });
    expect(callsOf('chat.postMessage')).toBe(1);
    clock += 5000;
    done(await messenger.post(toPost('a')));
  });

  it('of which nothing was sent may be tried later', async () => {
    await bot.simulator.stop();
    expect(await messenger.post(toPost('a'))).toMatchObject({ kind: 'later' });
    await bot.adapter.stop();
    await start();
  });
});

describe('an edit', () => {
  it('shows another card in place of a message, keeps its marks and unfurls nothing', async () => {
    const { message } = done(await messenger.post(toPost('a')));
    expect(await messenger.edit(channel, message, card('second'))).toMatchObject({ kind: 'done', posted: { message } });
    expect(wordsOf(messages()[0]?.payload)).toContain('second');
    expect(messages()[0]?.payload).toMatchObject({ metadata: { event_payload: { key: 'a' } } });
  });

  it('of a message that is gone is refused', async () => {
    expect(await messenger.edit(channel, '1.2', card('a'))).toMatchObject({ kind: 'refused', why: 'gone' });
  });

  it('has its own 429: posts go on', async () => {
    const { message } = done(await messenger.post(toPost('a')));
    bot.simulator.fail('chat.update', { kind: 'rate-limited', seconds: 30 });
    expect(await messenger.edit(channel, message, card('b'))).toMatchObject({ kind: 'later', after: 30_000 });
    done(await messenger.post(toPost('b')));
  });
});

describe('patience', () => {
  it('ends every attempt, whether Slack is silent or busy', async () => {
    bot.simulator.fail('chat.postMessage', { kind: 'silent' });
    bot.simulator.fail('conversations.history', { kind: 'rate-limited', seconds: 3600 });
    const ends = [messenger.post(toPost('a')), messenger.find(toPost('b'), Date.now())];
    expect(await Promise.all(ends)).toMatchObject([{ kind: 'unknown' }, { kind: 'later', after: 5000 }]);
    expect(messages()).toHaveLength(1);
  });
});

describe('threads and links', () => {
  it('need no call', async () => {
    const { message } = done(await messenger.post(toPost('a')));
    const before = bot.simulator.calls.length;
    expect(await messenger.openThread('slack:T1:C1', message, 'Quiz')).toEqual({
      kind: 'done',
      posted: { message, at: Math.floor(Number(message) * 1000) },
    });
    expect(messenger.link('slack:T1:C1', '1700000000.000100')).toBe(
      'https://simulated.slack.com/archives/C1/p1700000000000100',
    );
    expect(bot.simulator.calls).toHaveLength(before);
  });
});
