import { describe, expect, it } from 'vitest';
import type { Permission } from '../simulators/discord/permissions.ts';
import { until } from '../until.ts';
import type { DiscordChat } from './discord-chat.ts';
import { openDiscordChat } from './discord-chat.ts';
import { asked, openQuiz, refreshed, revealed, sees } from './steps.ts';

const thread = '800000000000000211';

async function expectNothing(chat: DiscordChat, channel = chat.channel): Promise<void> {
  await chat.settled();
  expect(chat.messages(channel)).toEqual([]);
  expect(await chat.store.transact((unit) => unit.quizzes.live())).toEqual([]);
  expect(await chat.store.transact((unit) => unit.daily.schedule(`${chat.scope}:${channel}`))).toBeNull();
}

describe('without a permission', () => {
  it.each<readonly [string, Permission, string]>([
    ['quiz 2 5s', 'view', 'View Channel'],
    ['quiz 2 5s', 'send', 'Send Messages'],
    ['quiz 2 5s', 'embed', 'Embed Links'],
    ['quiz 2 5s', 'create-threads', 'Create Public Threads'],
    ['quiz 2 5s', 'send-in-threads', 'Send Messages in Threads'],
    ['daily on 09:00 Europe/Berlin', 'send', 'Send Messages'],
    ['daily now', 'embed', 'Embed Links'],
  ])('“%s” without “%s” names it at once, and nothing is kept', async (text, permission, name) => {
    const chat = await openDiscordChat();
    const { boss, channel, command, simulator, direct } = chat;
    simulator.channels.get(channel).denied.add(permission);
    expect(await command(boss, channel, text)).toContain(`I lack the permission ${name} in this channel.`);
    await expectNothing(chat);
    expect(direct(boss)).toEqual([]);
    simulator.channels.get(channel).denied.clear();
    expect(await command(boss, channel, text)).not.toContain('I lack');
  });
});

describe('in a channel of another kind', () => {
  it.each([2, 13, 15, 16])('of type %i every command says which kinds do', async (type) => {
    const chat = await openDiscordChat();
    const { boss, channel, command, simulator } = chat;
    simulator.channels.setType(channel, type);
    for (const text of ['quiz 2 5s', 'daily on 09:00 Europe/Berlin', 'daily now']) {
      expect(await command(boss, channel, text)).toContain(
        'in a text or announcement channel, in a thread, or in a post',
      );
    }
    await expectNothing(chat);
  });
});

describe('in a thread', () => {
  it('of a text channel a quiz stands in the channel, and its host gets a link to the card', async () => {
    const chat = await openDiscordChat();
    const { ada, channel, command, linkTo, simulator } = chat;
    simulator.channels.openThread(thread, channel, 11);
    const answer = await command(ada, thread, 'quiz 2 5s');
    const lobby = await sees(chat, channel, /starts a quiz/);
    expect(answer).toContain('Its card stands');
    expect(answer).toContain(linkTo(lobby));
    expect(simulator.channels.get(thread).messages).toEqual([]);
  });

  it.each([
    ['a post of a forum', 15, 11],
    ['a private thread', 0, 12],
  ] as const)(
    'that is %s a quiz is played from the card to the result, and nothing stands elsewhere',
    async (_, parentType, type) => {
      const chat = await openDiscordChat();
      const { ada, bo, channel, press, forward, simulator, settled } = chat;
      simulator.channels.setType(channel, parentType);
      simulator.channels.openThread(thread, channel, type);
      const lobby = await openQuiz(chat, thread, 'quiz 1 5s');
      expect(await press(bo, lobby, 'Join')).toContain('The questions come here.');
      await press(ada, lobby, 'Start now');
      const { message, right } = await asked(chat, thread, 0);
      expect(message.thread).toBeNull();
      await press(ada, message, right, message.at + 1000);
      forward(6000);
      await revealed(chat, message);
      const result = await sees(chat, thread, /The quiz is over/);
      expect(chat.picturesOf(result)).toBe(1);
      forward(5000);
      await settled();
      expect(refreshed(chat, lobby).words).toContain('It is over.');
      expect(simulator.channels.get(channel).messages).toEqual([]);
      expect(await chat.command(ada, thread, 'leaderboard')).toContain('ada');
    },
  );

  it('that is private a daily question comes there, and nothing stands in the public channel', async () => {
    const chat = await openDiscordChat();
    const { boss, channel, command, simulator } = chat;
    simulator.channels.openThread(thread, channel, 12);
    await command(boss, thread, 'daily on 09:00 Europe/Berlin');
    await sees(chat, thread, /set up a daily question/);
    await command(boss, thread, 'daily now');
    const question = await sees(chat, thread, /Daily question|Practice question/);
    expect(await chat.press(boss, question, 'A')).toMatch(/[Rr]ight/);
    expect(simulator.channels.get(channel).messages).toEqual([]);
  });
});

describe('what is lost later', () => {
  it('before the card is there is told with the permission, and the channel is free', async () => {
    const chat = await openDiscordChat();
    const { ada, channel, command, simulator, direct } = chat;
    simulator.faults.next('POST', /\/messages$/, { kind: 'status', status: 403, code: 50_013, when: 'before' });
    expect(await command(ada, channel, 'quiz 2 5s')).toContain('The quiz is open');
    await until(() => expect(direct(ada)).toHaveLength(1));
    expect(direct(ada)[0]).toContain(
      'Your quiz was called off I could not post in it. I lack the permission Send Messages',
    );
    expect(direct(ada)[0]).toContain('Server Settings › Roles');
    await openQuiz(chat, channel, 'quiz 2 5s');
  });

  it('is told with the answer to their next command to a host who takes no direct messages', async () => {
    const chat = await openDiscordChat();
    const { ada, bo, channel, elsewhere, command, press, forward, simulator, direct, settled } = chat;
    simulator.channels.close(ada.id);
    const lobby = await openQuiz(chat, channel, 'quiz 2 5s');
    await press(bo, lobby, 'Join');
    await press(ada, lobby, 'Start now');
    await asked(chat, channel, 0);
    simulator.channels.get(channel).denied.add('send-in-threads');
    const quiz = () => chat.store.transact((unit) => unit.quizzes.liveIn(`${chat.scope}:${channel}`));
    await until(async () => {
      forward(5000);
      await settled();
      expect((await quiz())?.state.phase.kind).toBe('paused');
    });
    await settled();
    expect(direct(ada)).toEqual([]);
    const answer = await command(ada, elsewhere, 'leaderboard');
    expect(answer).toContain('You take no direct messages from me, so I say here what happened:');
    expect(answer).toContain(
      'Your quiz is paused I could not post its next message. I lack the permission Send Messages in Threads or Embed Links.',
    );
    expect(await command(ada, elsewhere, 'leaderboard')).not.toContain('Your quiz is paused');
    forward(10 * 60_000);
    await until(async () => expect(await quiz()).toBeNull());
  });
});
