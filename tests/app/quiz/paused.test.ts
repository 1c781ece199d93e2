import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock, wordsOf } from '../house.ts';

const channel = 'sim:S:C';
const start = Date.parse('2026-11-02T09:00:00Z');
const bo = { user: 'sim:S:bo', name: 'Bo' };

const question = (house: House) => house.platform.inThreads(channel).find(({ key }) => key.includes(':question:'));
const words = (house: House) => wordsOf(question(house)?.card ?? { body: [] });
const button = (card: Card | undefined, label: string) =>
  (card === undefined ? [] : buttonsOf(card)).find((action) => action.label === label)?.id ?? '';

/** The instant that the card counts down to; null when it does not. */
function countedTo(house: House): number | null {
  const spans = (question(house)?.card.body ?? []).flatMap((node) => (node.kind === 'text' ? node.text : []));
  return spans.flatMap((span) => (span.kind === 'time' ? [span.at] : [])).at(0) ?? null;
}

async function pass(house: House, ms: number): Promise<void> {
  house.clock.set(house.clock.wall() + ms);
  house.bot.wake();
  await new Promise((resolve) => setTimeout(resolve, 40));
}

/** A quiz whose first question runs for 20 seconds from `start` on, with Ada and Bo. */
async function asked(): Promise<House> {
  const house = await openHouse(standingClock(start));
  await house.command('quiz 2 20s');
  const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
  await house.press(`join:${quiz?.id}`);
  await house.press(`join:${quiz?.id}`, bo);
  await house.press(`begin:${quiz?.id}`);
  await until(async () => {
    const [running] = await house.store.transact((unit) => unit.quizzes.live());
    expect(running?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
  });
  return house;
}

describe('the card of a question in a pause', () => {
  it('says how much time is left and counts nothing down, until it goes on with a new end', async () => {
    const house = await asked();
    house.clock.set(start + 6000);
    await house.command('quiz pause');
    await until(() => expect(words(house)).toContain('Paused with 14 seconds left'));
    expect(countedTo(house)).toBeNull();
    await pass(house, 60_000);
    await house.command('quiz resume');
    await until(() => expect(countedTo(house)).toBe(start + 66_000 + 14_000));
    expect(words(house)).not.toContain('Paused');
    expect(question(house)?.edits).toBe(2);
  });

  it('is not overwritten by what was to tell how many have answered', async () => {
    const house = await asked();
    const at = question(house)?.at ?? 0;
    house.clock.set(start + 2000);
    await house.press(button(question(house)?.card, 'A'), {}, at + 1000);
    await house.command('quiz pause');
    await until(() => expect(words(house)).toContain('Paused with 18 seconds left · 1 of 2 answered'));
    // Longer than the answer's edit is put off.
    await new Promise((resolve) => setTimeout(resolve, 2300));
    await pass(house, 10_000);
    expect(words(house)).toContain('Paused with 18 seconds left · 1 of 2 answered');
    expect(question(house)?.edits).toBe(1);
  });

  it('gives way to the answer when the quiz is stopped in it', async () => {
    const house = await asked();
    await house.command('quiz pause');
    house.clock.set(start + 100);
    await house.command('quiz stop');
    await until(() => expect(words(house)).toContain('The right answer is'));
    await pass(house, 10_000);
    expect(words(house)).toContain('The right answer is');
  });
});
