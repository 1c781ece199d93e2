import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../../../src/app/hindrance.ts';
import type { Inbound } from '../../../../src/app/ports.ts';
import { plainText } from '../../../../src/core/card.ts';
import { directMessage, mention } from '../../../simulators/slack/event-payloads.ts';
import { applicationThat, echoCard, now, toAsker } from '../applications.ts';
import type { Bot } from '../harness.ts';
import { startBot, wordsOf } from '../harness.ts';

let bot: Bot;
let heard: Inbound[];

/** The bot with its scopes and more. */
async function begin(more: readonly string[] = []): Promise<void> {
  const application = applicationThat((inbound) => now(toAsker(echoCard(inbound))));
  heard = application.heard;
  bot = await startBot('socket', application, {
    scopes: ['commands', 'chat:write', 'app_mentions:read', 'im:history', ...more],
  });
}

beforeEach(async () => begin());

afterEach(async () => bot.end());

const quiz: Plan = { kind: 'quiz' };

/** What stands against a plan where the last thing was heard. */
async function stands(plan: Plan = quiz): Promise<string> {
  const found = await heard.at(-1)?.hindrance?.(plan);
  return found === null || found === undefined ? '' : `${plainText(found.problem)} ${plainText(found.cure)}`;
}

const lines = () => bot.simulator.workspace.whispers.map(({ payload }) => wordsOf(payload));
const outsider = 'I am not a member of this channel. Type /invite @bot here, and try again.';

describe('in a channel', () => {
  it.each<readonly [Plan, string]>([
    [quiz, 'One moment, I am setting up the quiz.'],
    [{ kind: 'daily', thread: false, ping: null }, 'One moment, I am setting up the daily question.'],
    [{ kind: 'question', thread: false, ping: null }, 'One moment, a question is on its way.'],
  ])('a line that says what comes finds out that the bot is a member, once', async (plan, line) => {
    await bot.command({ text: 'quiz 5' });
    expect(await stands(plan)).toBe('');
    expect(await stands(plan)).toBe('');
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain(line);
    expect(bot.simulator.workspace.whispers[0]).toMatchObject({ channel: 'C1', user: 'U1' });
  });

  it.each(['not-joined', 'missing'] as const)(
    'that it is not (%s), it names the invitation, until it is',
    async (state) => {
      bot.simulator.workspace.channels.set('C1', state);
      await bot.command({ text: 'quiz 5' });
      expect(await stands()).toBe(outsider);
      expect(await stands()).toBe(outsider);
      bot.simulator.workspace.channels.delete('C1');
      expect(await stands()).toBe('');
      expect(lines()).toHaveLength(1);
    },
  );

  it('that is public it may post from outside with the scope for that, and not in a private one', async () => {
    await bot.end();
    await begin(['chat:write.public']);
    bot.simulator.workspace.channels.set('C1', 'not-joined').set('C2', 'missing');
    await bot.command({ text: 'quiz 5' });
    expect(await stands()).toBe('');
    await bot.command({ text: 'quiz 5', channel: 'C2' });
    expect(await stands()).toBe(outsider);
  });

  it('that is archived or read-only it says that', async () => {
    bot.simulator.workspace.channels.set('C1', 'archived').set('C2', 'read-only');
    await bot.command({ text: 'quiz 5' });
    expect(await stands()).toBe('The channel is archived. Unarchive it, or use another one.');
    await bot.command({ text: 'quiz 5', channel: 'C2' });
    expect(await stands()).toContain('The channel is read-only. Ask a workspace owner');
  });

  it('nothing is said where it was mentioned or has posted, and again something after a refusal', async () => {
    await bot.event(mention({ text: '<@UBOT> quiz 5' }));
    await bot.simulator.waitUntil(() => bot.simulator.workspace.whispers.length === 1);
    expect(await stands()).toBe('');
    const address = { kind: 'channel', channel: 'slack:T1:C2', thread: null } as const;
    const post = (key: string) =>
      bot.adapter.messenger.post({ key, address, card: { body: echoCard(heard[0] as Inbound).body }, ping: null });
    await post('a');
    await bot.command({ text: 'quiz 5', channel: 'C2' });
    expect(await stands()).toBe('');
    expect(lines()).toHaveLength(1);
    bot.simulator.workspace.channels.set('C2', 'not-joined');
    expect(await post('b')).toMatchObject({ kind: 'refused', why: 'forbidden' });
    expect(await stands()).toBe(outsider);
  });

  it('a press in a thread is told there', async () => {
    await bot.press({ id: 'rematch:q', ephemeral: false, thread: '1700000000.000001' });
    expect(await stands()).toBe('');
    expect(bot.simulator.workspace.whispers[0]?.payload).toMatchObject({ thread_ts: '1700000000.000001' });
  });

  it('nothing is known to stand against it where Slack cannot be asked', async () => {
    await bot.command({ text: 'quiz 5' });
    bot.simulator.fail('chat.postEphemeral', { kind: 'error-before', status: 500 });
    expect(await stands()).toBe('');
  });
});

describe('in a conversation', () => {
  it('with the bot alone nothing is in the way, and nothing is said', async () => {
    await bot.event(directMessage({ text: 'daily on 09:00' }));
    await bot.simulator.waitUntil(() => bot.simulator.workspace.messages.length === 1);
    expect(await stands({ kind: 'daily', thread: false, ping: null })).toBe('');
    expect(lines()).toEqual([]);
  });

  it('of other people it says that it is not part of it', async () => {
    bot.simulator.workspace.channels.set('D77', 'missing');
    await bot.command({ text: 'daily on 09:00', channel: 'D77' });
    expect(await stands({ kind: 'daily', thread: false, ping: null })).toBe(
      'This is a conversation between people, and I am not part of it. Use a channel that I am a member of, or write to me directly.',
    );
  });
});
