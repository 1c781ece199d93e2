import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../../src/assistant.ts';
import { shipped } from '../../search/bank.ts';
import { directMessage, homeOpened, mention } from '../../simulators/slack/event-payloads.ts';
import type { Bot } from './harness.ts';
import { startBot, wordsOf } from './harness.ts';

type Message = Readonly<Record<string, unknown>>;

/** The ids of a message's buttons, in their order. */
function buttonsOf(message: Message | null | undefined): readonly string[] {
  const blocks = (message?.['blocks'] ?? []) as readonly { type: string; elements?: { action_id?: string }[] }[];
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements.map(({ action_id: id = '' }) => id));
}

const titleOf = (message: Message | null | undefined) =>
  wordsOf((message?.['blocks'] as readonly { text?: unknown }[] | undefined)?.[0]?.text);

/** What people do with the bot, from the first word to the last, over the real Bolt. */
describe.each(['http', 'socket'] as const)('a journey over %s', (mode) => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot(mode, createAssistant(shipped).application);
  });
  afterAll(() => bot.end());

  let messages = 0;

  /** Each press is of another message. */
  async function press(id: string, more = {}): Promise<Message> {
    const before = bot.simulator.responses.length;
    messages += 1;
    expect(await bot.press({ id, ts: `1700000000.${100_000 + messages}`, ...more })).toEqual({
      status: 200,
      message: null,
    });
    const responses = await bot.simulator.waitForResponses(before + 1);
    return responses.at(-1)?.body ?? {};
  }
  const find = (message: Message | null, verb: string) => {
    const id = buttonsOf(message).find((candidate) => candidate.startsWith(`${verb}:`));
    expect(id, `a button to ${verb}`).toBeDefined();
    return id ?? '';
  };

  it('asks, reads on and shares', async () => {
    const { message } = await bot.command({ text: 'what is stride' });
    expect(message).toMatchObject({ response_type: 'ephemeral' });
    const related = await press(find(message, 'show'));
    expect(related).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(titleOf(related)).not.toBe(titleOf(message));
    const shared = await press(find(message, 'share'));
    expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(titleOf(shared)).toBe(titleOf(message));
    expect(wordsOf(shared)).toContain('ada');
  });

  it('shares into the thread in which it was asked', async () => {
    const thread = '1699999999.000100';
    await bot.event(mention({ text: '<@UBOT> what is stride', thread }));
    await bot.simulator.waitUntil(() => bot.simulator.workspace.whispers.length > 0);
    const answer = bot.simulator.workspace.whispers.at(-1)?.payload ?? {};
    expect(answer).toMatchObject({ thread_ts: thread });
    expect(await press(find(answer, 'share'), { thread })).toMatchObject({
      response_type: 'in_channel',
      replace_original: false,
      thread_ts: thread,
    });
  });

  it('is asked what was meant, and chooses', async () => {
    const { message } = await bot.command({ text: 'gradients' });
    const unsure = buttonsOf(message).every((id) => id.startsWith('choose:'));
    if (!unsure) expect(titleOf(message)).not.toBe('');
    const chosen = await press(unsure ? find(message, 'choose') : 'choose:stride');
    expect(chosen).toMatchObject({ response_type: 'ephemeral', replace_original: true });
  });

  it('finds nothing, and is told so', async () => {
    const { message } = await bot.command({ text: 'how do I bake sourdough bread' });
    expect(titleOf(message)).toMatch(/Not in the question bank|not sure/);
  });

  it('votes, and changes the vote', async () => {
    const { message } = await bot.command({ text: 'what is autograd', user: 'U3' });
    const first = await press(find(message, 'bad'), { user: 'U3' });
    expect(first).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(wordsOf(first)).toContain('Thank you');
    const second = await press(find(message, 'good'), { user: 'U3' });
    expect(wordsOf(second)).toContain('in place of your 👎');
    expect(wordsOf(await press(find(message, 'good'), { user: 'U3' }))).toContain('already');
  });

  it('practises on the question of an answer', async () => {
    const { message } = await bot.command({ text: 'what is stride' });
    const item = await press(find(message, 'practise'));
    expect(buttonsOf(item).length).toBeGreaterThan(1);
    const verdict = await press(buttonsOf(item)[0] ?? '');
    expect(verdict).toMatchObject({ response_type: 'ephemeral' });
  });

  it('talks with the bot alone, where there is nobody to share with', async () => {
    const { workspace } = bot.simulator;
    const before = workspace.messages.length;
    await bot.event(directMessage({ text: 'what is stride' }));
    await bot.simulator.waitUntil(() => workspace.messages.length > before);
    const answer = workspace.messages.at(-1);
    expect(answer).toMatchObject({ channel: 'D1' });
    expect(buttonsOf(answer?.payload).some((id) => id.startsWith('share:'))).toBe(false);
  });

  it('looks a message up', async () => {
    const before = bot.simulator.responses.length;
    await bot.shortcut({ text: 'Hi all, can anybody tell me what is stride?' });
    const responses = await bot.simulator.waitForResponses(before + 1);
    expect(responses.at(-1)?.body).toMatchObject({ response_type: 'ephemeral' });
  });

  it('reads the page of the app and presses a button there', async () => {
    const { workspace } = bot.simulator;
    await bot.event(homeOpened({ user: 'U6' }));
    await bot.simulator.waitUntil(() => workspace.homes.has('U6'));
    const [button = ''] = buttonsOf(workspace.homes.get('U6'));
    expect(button).not.toBe('');
    const before = workspace.messages.length;
    await bot.pressAtHome({ id: button, user: 'U6' });
    await bot.simulator.waitUntil(() => workspace.messages.length > before);
    expect(workspace.messages.at(-1)).toMatchObject({ channel: 'D6' });
  });

  it.each(['quiz:42:a', 'show:no-such-question', 'share:gone', 'x', 'show:', 'good:a:b:c'])(
    'presses the old button %j and gets a polite private answer',
    async (id) => {
      const answer = await press(id, { ephemeral: false });
      expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
      expect(wordsOf(answer)).toContain('out of date');
    },
  );
});
