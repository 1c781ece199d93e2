import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { withoutTiles } from '../../../src/core/choices.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { stop } from './played.ts';

const channel = 'sim:S:C';
const elsewhere = 'sim:S:D';
const start = Date.parse('2026-11-02T09:00:00Z');
const bo = { user: 'sim:S:bo', name: 'Bo' };

const question = (house: House, place = channel) =>
  house.platform.inThreads(place).find(({ key }) => key.includes(':question:'));
const words = (house: House, place = channel) => wordsOf(question(house, place)?.card ?? { body: [] });
const button = (card: Card | undefined, label: string) =>
  (card === undefined ? [] : buttonsOf(card)).find((action) => action.label === label)?.id ?? '';

/** The instant that the card counts down to; null when it does not. */
function countedTo(house: House): number | null {
  const spans = (question(house)?.card.body ?? [])
    .flatMap(withoutTiles)
    .flatMap((node) => (node.kind === 'text' ? node.text : []));
  return spans.flatMap((span) => (span.kind === 'time' ? [span.at] : [])).at(0) ?? null;
}

/** Begins a quiz with Ada and Bo in a channel; its first question runs for 20 seconds from now on. */
async function begin(house: House, place: string): Promise<void> {
  const live = () => house.store.transact((unit) => unit.quizzes.liveIn(place));
  await house.command('quiz 2 20s', { channel: place });
  const id = (await live())?.id;
  await house.press(`join:${id}`, { channel: place });
  await house.press(`join:${id}`, { ...bo, channel: place });
  await house.press(`begin:${id}`, { channel: place });
  await until(async () =>
    expect((await live())?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } }),
  );
}

/** A quiz whose first question runs for 20 seconds from `start` on. */
async function asked(): Promise<House> {
  const house = await openHouse(standingClock(start));
  await begin(house, channel);
  return house;
}

describe('the card of a question in a pause', () => {
  it('says how much time is left and counts nothing down, until it goes on with a new end', async () => {
    const house = await asked();
    house.clock.set(start + 6000);
    await house.command('quiz pause');
    await until(() => expect(words(house)).toContain('Paused with 14 seconds left'));
    expect(countedTo(house)).toBeNull();
    await house.pass(60_000);
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
    // Edits that are put off come in the order of the answers: with that of the later one, the first had its turn.
    await begin(house, elsewhere);
    await house.press(button(question(house, elsewhere)?.card, 'A'), { channel: elsewhere });
    await until(() => expect(words(house, elsewhere)).toContain('1 of 2 answered'));
    await house.pass(10_000);
    expect(words(house)).toContain('Paused with 18 seconds left · 1 of 2 answered');
    expect(question(house)?.edits).toBe(1);
  });

  it('gives way to the answer when the quiz is stopped in it', async () => {
    const house = await asked();
    await house.command('quiz pause');
    house.clock.set(start + 100);
    await stop(house);
    await until(() => expect(words(house)).toContain('The right answer is'));
    await house.pass(10_000);
    expect(words(house)).toContain('The right answer is');
  });
});
