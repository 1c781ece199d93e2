import { describe, expect, it } from 'vitest';
import { until } from '../until.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, refreshed, revealed } from './steps.ts';

/** Whole seconds are shown, and a message is on its way for a moment. */
const tolerance = 2500;

describe.each(platforms)('a countdown on $platform', ({ open }) => {
  it.each([0, 20_000, -20_000])('goes by its clock, where that of the machine is %i ms ahead', async (fast) => {
    const chat = await open(undefined, fast);
    const { channel, bo, ada, press, deadlineOf } = chat;
    const near = (shown: number | null, instant: number) =>
      expect(Math.abs((shown ?? 0) - instant)).toBeLessThan(tolerance);

    const lobby = await openQuiz(chat, channel, 'quiz 2 20s');
    near(deadlineOf(lobby), lobby.at + 30_000);
    await press(bo, lobby, 'Join');
    await until(() => expect(refreshed(chat, lobby).words).toContain('2 players'));
    near(deadlineOf(refreshed(chat, lobby)), lobby.at + 30_000);

    await press(ada, lobby, 'Start now');
    const first = await asked(chat, channel, 0);
    near(deadlineOf(first.message), first.message.at + 20_000);
    await press(ada, first.message, first.right);
    chat.forward(2000);
    await until(() => expect(refreshed(chat, first.message).words).toContain('1 of 2 answered'));
    near(deadlineOf(refreshed(chat, first.message)), first.message.at + 20_000);

    // Nobody answers any more: it is closed when the countdown has ended, and not before.
    chat.forward(14_000);
    await chat.settled();
    expect(refreshed(chat, first.message).words).not.toContain('· the answer');
    chat.forward(6000);
    await revealed(chat, first.message);
  });
});
