import { describe, expect, it } from 'vitest';
import { until } from '../until.ts';
import type { Chat, Shown } from './chat.ts';
import { platforms } from './platforms.ts';
import { sees } from './steps.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A Monday, an hour before nine o'clock in Berlin. */
const monday = Date.UTC(2026, 10, 2, 7);

type Promised = {
  readonly option: string;
  /** What is typed behind `daily on 09:00 Europe/Berlin`. */
  readonly typed: (chat: Chat) => string;
  /** What the private answer says of it. */
  readonly confirmed: RegExp;
  /** How long until the first post is due, in ms. */
  readonly due: number;
  /** What is then true of the posted message. */
  readonly kept: (chat: Chat, post: Shown) => unknown;
};

const nothing = () => '';
const discussion = (chat: Chat, post: Shown) => chat.messages(post.channel).filter(({ thread }) => thread === post.id);

const promises: readonly Promised[] = [
  {
    option: 'the time and the zone',
    typed: nothing,
    confirmed: /When:? 09:00 Europe\/Berlin, every day.*Next:? Monday, 2 November, 09:00 Europe\/Berlin/,
    due: hour,
    kept: (_, post) => {
      expect(post.at).toBeGreaterThanOrEqual(monday + hour);
      expect(post.at).toBeLessThan(monday + hour + 60_000);
    },
  },
  {
    option: 'days',
    typed: () => 'sat,sun',
    confirmed: /09:00 Europe\/Berlin, Sat, Sun.*Next:? Saturday, 7 November/,
    due: 5 * day + hour,
    kept: (_, post) => expect(post.words).toContain('7 November'),
  },
  {
    option: 'a topic',
    typed: () => 'topic:tensors',
    confirmed: /About:? Tensors, all levels/,
    due: hour,
    kept: (_, post) => expect(post.words).toContain('Tensors ·'),
  },
  {
    option: 'a level',
    typed: () => 'level:medium',
    confirmed: /About:? all topics, medium/,
    due: hour,
    kept: (_, post) => expect(post.words).toContain('· medium ·'),
  },
  {
    option: 'a thread',
    typed: () => 'thread',
    confirmed: /Thread:? one for discussion under each post/,
    due: hour,
    kept: (chat, post) =>
      until(() =>
        expect(discussion(chat, post).map(({ words }) => words)).toEqual([
          expect.stringContaining('Discuss the question here'),
        ]),
      ),
  },
  {
    option: 'a group to notify',
    typed: ({ group }) => `ping:${group.typed}`,
    confirmed: /Notifies:? (@pytorch-learners|<@&700000000000000777>)/,
    due: hour,
    kept: (chat, post) => expect(chat.calledBy(post)).toEqual([chat.group.id]),
  },
  {
    option: 'everything at once',
    typed: ({ group }) => `weekdays topic:tensors level:easy thread ping:${group.typed}`,
    confirmed: /Monday to Friday.*About:? Tensors, easy.*Thread:?.*Notifies/,
    due: hour,
    kept: async (chat, post) => {
      expect(post.words).toMatch(/Tensors · easy ·/);
      expect(chat.calledBy(post)).toEqual([chat.group.id]);
      await until(() => expect(discussion(chat, post)).toHaveLength(1));
    },
  },
];

const isPost = ({ words }: Shown) => /(^| )Daily question ·/.test(words);

describe.each(platforms)('what is promised of a daily question on $platform', ({ open }) => {
  it.each(promises)('is kept: $option', async ({ typed, confirmed, due, kept }) => {
    const chat = await open(monday);
    const { boss, channel, command, forward } = chat;
    const text = `daily on 09:00 Europe/Berlin ${typed(chat)}`.trim();
    expect(await command(boss, channel, text)).toMatch(confirmed);
    // Whoever reads that it was set up is not called by that.
    const told = await sees(chat, channel, /set up a daily question/);
    expect(chat.calledBy(told)).toEqual([]);
    forward(due - 60_000);
    await chat.settled();
    expect(chat.messages(channel).filter(isPost)).toEqual([]);
    forward(60_000);
    const post = await sees(chat, channel, /Daily question ·/);
    await kept(chat, post);
  });

  it('and nothing that was not', async () => {
    const chat = await open(monday);
    await chat.command(chat.boss, chat.channel, 'daily on 09:00 Europe/Berlin');
    chat.forward(hour);
    const post = await sees(chat, chat.channel, /Daily question ·/);
    await chat.settled();
    expect(chat.calledBy(post)).toEqual([]);
    expect(discussion(chat, post)).toEqual([]);
  });
});
