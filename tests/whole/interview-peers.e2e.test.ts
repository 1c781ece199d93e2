import { expect, it } from 'vitest';
import { until } from '../until.ts';
import type { Chat, Shown } from './chat.ts';
import { platforms } from './platforms.ts';
import { refreshed, rowsOf, sees } from './steps.ts';

const monday = Date.UTC(2026, 10, 2, 7);
const said = 'It joins them, and <!channel> @everyone <@U2> <@&7> can *see* `that`.';

/** Ada answers a question, ticks the first point, and asks peers; gives what the channel got, and the answer in its thread. */
async function asked(chat: Chat): Promise<{ root: Shown; answer: Shown }> {
  const { ada, channel, command, write, pressPrivately } = chat;
  await command(ada, channel, 'interview 15 tensors');
  expect(await write(ada, 'Answer', said)).toMatch(/Ask a peer posts what you wrote in this channel/);
  await pressPrivately(ada, '1');
  expect(await write(ada, 'Ask a peer', said)).toMatch(/What you said is in the channel\./);
  const answer = await sees(chat, channel, /said: ?It joins them/);
  const [root, ...more] = chat.messages(channel).filter(({ thread }) => thread === null);
  if (root === undefined) throw new Error('The channel got nothing.');
  expect(more).toEqual([]);
  expect(answer.thread).toBe(root.id);
  return { root, answer };
}

/** A peer ticks the second point and sends that. */
async function mark({ pressPrivately, press }: Chat, who: Chat['bo'], answer: Shown): Promise<string> {
  expect(await press(who, answer, 'Mark it')).toMatch(/Which of these does the answer in the channel say\?/);
  expect(await pressPrivately(who, '2')).toMatch(/1 of \d points\./);
  return pressPrivately(who, 'Send marks');
}

it.each(platforms)(
  'asks peers on $platform, whose marks stand beside one’s own and can be changed',
  async ({ platform, open }) => {
    const chat = await open(monday);
    const { ada, bo, cy, channel, press, pressPrivately, direct, calledBy, messages } = chat;
    const { root, answer } = await asked(chat);
    expect(root.words).toContain(`${chat.named(ada)} answered this in a mock interview. Read the answer in the thread`);
    expect(answer.words).toMatch(/It joins them, and (<|&lt;)!channel(>|&gt;) @everyone .*that/);
    expect(calledBy(root)).toEqual([]);
    // In Slack's rich text nothing is a mention that is not said to be one; the text for notifications is escaped.
    expect(platform === 'Slack' ? answer.words.match(/<[!@]/) : (calledBy(answer)[0] ?? null)).toBeNull();
    expect(await press(ada, answer, 'Mark it')).toMatch(/This answer is yours/);
    expect(await mark(chat, bo, answer)).toMatch(/You found 1 of \d points/);
    await until(() => expect(refreshed(chat, answer).words).toMatch(/ada \(own\).*✓.*1 of \d .*bo.*✓.*1 of \d/s));
    expect(await mark(chat, cy, answer)).toMatch(/Your marks are there/);
    await pressPrivately(bo, 'Change my marks');
    await pressPrivately(bo, '1');
    await pressPrivately(bo, 'Send marks');
    chat.forward(20_000);
    await until(() => expect(refreshed(chat, answer).words).toMatch(/bo.*✓.*✓.*2 of \d .*cy.*✓.*1 of \d/s));
    expect(messages(channel)).toHaveLength(2);
    expect(direct(ada)).toEqual([]);
    chat.forward(7 * 24 * 60 * 60_000);
    await until(() => expect(refreshed(chat, answer).words).toMatch(/bo.*Its time is up: the marks stand\./s));
    expect(refreshed(chat, answer).buttons).toEqual([]);
    // The edit that says so is kept until the platform has confirmed it.
    await until(async () => expect((await rowsOf(chat)).filter((row) => row.includes('It joins them'))).toEqual([]));
  },
);

it.each(platforms)('leaves nothing on $platform of an answer whose author is forgotten', async ({ open }) => {
  const chat = await open(monday);
  const { ada, bo, cy, channel, command, pressPrivately, press, messages } = chat;
  const { answer } = await asked(chat);
  await mark(chat, bo, answer);
  await until(() => expect(refreshed(chat, answer).words).toMatch(/bo.*1 of \d/s));
  expect(await command(ada, channel, 'forget me')).toMatch(/1 answer for peers/);
  await pressPrivately(ada, 'Forget me');
  await until(() => {
    for (const { words, buttons } of messages(channel)) {
      expect([words, buttons]).toEqual([expect.stringMatching(/An answer stood here\./), []]);
    }
  });
  await until(async () => expect((await rowsOf(chat)).filter((row) => row.includes('It joins them'))).toEqual([]));
  expect(await press(cy, answer, 'Mark it')).toMatch(/can no longer be marked/);
});
