import { describe, expect, it } from 'vitest';
import { until } from '../until.ts';
import type { Shown } from './chat.ts';
import { platforms } from './platforms.ts';
import { asked, openQuiz, refreshed, revealed } from './steps.ts';

/** Whole seconds are shown, and the clock of a platform is known by its answers, which take a moment. */
const tolerance = 2500;

describe.each(platforms)('a countdown on $platform', ({ open }) => {
  it.each([0, 20_000, -20_000])('goes by its clock, where that of the machine is %i ms ahead', async (fast) => {
    const chat = await open(undefined, fast);
    const { channel, bo, ada, press, deadlineOf } = chat;
    /** The time began when something was asked for, or later: until the message stood there, however long that took. */
    const isIn = (shown: number | null, begun: number, { at }: Shown, length: number) => {
      expect(shown).toBeGreaterThan(begun + length - tolerance);
      expect(shown).toBeLessThan(at + length + tolerance);
    };

    const ordered = chat.now();
    const lobby = await openQuiz(chat, channel, 'quiz 2 20s');
    isIn(deadlineOf(lobby), ordered, lobby, 30_000);
    await press(bo, lobby, 'Join');
    await until(() => expect(refreshed(chat, lobby).words).toContain('2 players'));
    isIn(deadlineOf(refreshed(chat, lobby)), ordered, lobby, 30_000);
    const begun = chat.now();

    await press(ada, lobby, 'Start now');
    const first = await asked(chat, channel, 0);
    isIn(deadlineOf(first.message), begun, first.message, 20_000);
    await press(ada, first.message, first.right);
    chat.forward(2000);
    await until(() => expect(refreshed(chat, first.message).words).toContain('1 of 2 answered'));
    isIn(deadlineOf(refreshed(chat, first.message)), begun, first.message, 20_000);

    // Nobody answers any more: it is closed when the countdown has ended, and not before.
    chat.forward(14_000);
    await chat.settled();
    expect(refreshed(chat, first.message).words).not.toContain('· the answer');
    chat.forward(6000);
    await revealed(chat, first.message);
  });
});
