import { describe, expect, it } from 'vitest';
import { allScopes } from '../simulators/slack/workspace.ts';
import { until } from '../until.ts';
import type { SlackChat } from './slack-chat.ts';
import { openSlackChat } from './slack-chat.ts';
import { asked, openQuiz, sees } from './steps.ts';

const outsider = 'I am not a member of this channel. Type /invite @bot here, and try again.';

/** A workspace in which the bot posts only where it was invited. */
const openInvited = () =>
  openSlackChat(
    undefined,
    0,
    allScopes.filter((scope) => scope !== 'chat:write.public'),
  );

/** What somebody was told in private lines of the channel, besides answers. */
const lines = ({ simulator }: SlackChat) => simulator.workspace.whispers.map(({ payload }) => String(payload['text']));

async function expectNothing(chat: SlackChat): Promise<void> {
  await chat.settled();
  expect(chat.simulator.workspace.messages).toEqual([]);
  expect(await chat.store.transact((unit) => unit.quizzes.liveIn(`${chat.scope}:${chat.channel}`))).toBeNull();
  expect(await chat.store.transact((unit) => unit.daily.schedule(`${chat.scope}:${chat.channel}`))).toBeNull();
}

describe('where the bot is no member', () => {
  it.each([
    ['quiz 2 5s', 'No quiz was opened'],
    ['daily on 09:00 Europe/Berlin', 'Nothing was set up'],
    ['daily on 09:00', 'Nothing was set up'],
    ['daily now', 'No question was posted'],
  ])('“%s” names the invitation at once, and nothing is kept', async (text, title) => {
    for (const state of ['not-joined', 'missing'] as const) {
      const chat = await openInvited();
      const { boss, channel, command, simulator, direct } = chat;
      simulator.workspace.channels.set(channel, state);
      expect(await command(boss, channel, text)).toBe(`${title} ${outsider}`);
      await expectNothing(chat);
      expect(direct(boss)).toEqual([]);
      expect(lines(chat)).toEqual([]);
    }
  });

  it('all works after the invitation, with one line that says what comes', async () => {
    const chat = await openInvited();
    const { ada, boss, channel, command, simulator } = chat;
    simulator.workspace.channels.set(channel, 'missing');
    expect(await command(ada, channel, 'quiz 2 5s')).toContain(outsider);
    simulator.workspace.channels.delete(channel);
    await openQuiz(chat, channel, 'quiz 2 5s');
    await command(boss, channel, 'daily on 09:00 Europe/Berlin');
    expect(lines(chat)).toEqual([
      'One moment, I am setting up the quiz. Its card comes into this channel, the questions into the thread under it.',
    ]);
  });
});

describe('what is lost later', () => {
  it('before the card is there is told with its cause and cure, and the channel is free', async () => {
    const chat = await openInvited();
    const { ada, channel, command, simulator, direct } = chat;
    simulator.fail('chat.postMessage', { kind: 'refused', error: 'not_in_channel' });
    expect(await command(ada, channel, 'quiz 2 5s')).toContain('The quiz is open');
    await until(() => expect(direct(ada)).toHaveLength(1));
    expect(direct(ada)[0]).toBe(
      'Your quiz was called off I could not post in it. I am not a member of the channel. Type /invite @bot in it. Once that is mended, start it anew.',
    );
    await openQuiz(chat, channel, 'quiz 2 5s');
  });

  it('in the middle is told so, goes on once that is mended, and by command says what it waits for', async () => {
    const chat = await openInvited();
    const { ada, bo, channel, command, press, forward, settled, simulator, direct } = chat;
    const lobby = await openQuiz(chat, channel, 'quiz 2 5s');
    await press(ada, lobby, 'Start now');
    await asked(chat, channel, 0);
    simulator.workspace.channels.set(channel, 'not-joined');
    await until(async () => {
      forward(5000);
      await settled();
      expect(direct(ada)).toHaveLength(1);
    });
    expect(direct(ada)[0]).toContain(
      'Your quiz is paused I could not post its next message. I am not a member of the channel. Type /invite @bot in it.',
    );
    expect(direct(ada)[0]).toContain('quiz resume goes on where it was. After ten minutes it ends by itself');
    expect(await command(bo, channel, 'quiz 2 5s')).toContain(outsider);
    simulator.workspace.channels.delete(channel);
    expect(await command(bo, channel, 'quiz 2 5s')).toContain('A quiz is paused here I could not post in it any more.');
    expect(await command(ada, channel, 'quiz resume')).toContain('On we go');
    await asked(chat, channel, 1);
  });

  it('of a daily question is told with its cause', async () => {
    const chat = await openInvited();
    const { boss, channel, command, simulator, direct } = chat;
    await command(boss, channel, 'daily on 09:00 Europe/Berlin');
    await sees(chat, channel, /set up a daily question/);
    simulator.fail('chat.postMessage', { kind: 'refused', error: 'is_archived' });
    await command(boss, channel, 'daily now');
    await until(() => expect(direct(boss)).toHaveLength(1));
    expect(direct(boss)[0]).toContain(
      'it cannot be posted. The channel is archived. Unarchive it, or use another one.',
    );
  });
});
