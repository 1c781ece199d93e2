import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAnswer } from '../../../src/core/memory/after-answer.ts';
import type { MemoryCard } from '../../../src/core/memory/memory-card.ts';
import { daysUntil, dueBy } from '../../../src/core/memory/memory-card.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The card after right (`r`) and wrong (`w`) answers, each so many days after the one before. */
function cardAfter(...answers: readonly (readonly ['r' | 'w', number])[]): MemoryCard {
  let at = 0;
  let card: MemoryCard | null = null;
  for (const [end, days] of answers) {
    at += days * day;
    card = afterAnswer(card, 'stride', { item: 'i', correct: end === 'r', at });
  }
  if (card === null) throw new Error('There was no answer.');
  return card;
}

const waits = ({ due, last }: MemoryCard) => (due - last) / day;

describe('a question that was answered', () => {
  it('comes back the next day when it was wrong, and some days later when it was right', () => {
    expect([waits(cardAfter(['w', 0])), waits(cardAfter(['r', 0]))]).toEqual([1, 4]);
  });

  it('waits ever longer while it is answered rightly, and one wrong answer takes most of that away', () => {
    const right = [0, 4, 15, 40].map((days): readonly ['r', number] => ['r', days]);
    const pauses = right.map((_, no) => waits(cardAfter(...right.slice(0, no + 1))));
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(pauses.at(-1)).toBeGreaterThan(100);
    const missed = cardAfter(...right, ['w', 100]);
    expect(waits(missed)).toBeLessThan(15);
    expect([missed.answered, missed.missed]).toEqual([5, 1]);
  });

  it('learns nothing more from a right answer within half a day, and loses by a wrong one', () => {
    const once = cardAfter(['r', 0]);
    const twice = cardAfter(['r', 0], ['r', 0.4]);
    expect([twice.stability, waits(twice)]).toEqual([once.stability, waits(once)]);
    expect(cardAfter(['r', 0], ['w', 0.4]).stability).toBeLessThan(once.stability);
  });

  it('counts a day from half a day on, whatever the date is anywhere', () => {
    const evening = cardAfter(['r', 0], ['r', 13 / 24]);
    expect(evening.stability).toBeGreaterThan(cardAfter(['r', 0]).stability);
    expect(evening.stability).toBe(cardAfter(['r', 0], ['r', 1.4]).stability);
  });

  it('gains from an early answer, but less than from one in time', () => {
    const early = cardAfter(['r', 0], ['r', 1]).stability;
    expect(early).toBeGreaterThan(cardAfter(['r', 0]).stability);
    expect(early).toBeLessThan(cardAfter(['r', 0], ['r', 4]).stability);
  });

  it('takes an answer that was given before the last one as of the same day', () => {
    const card = cardAfter(['r', 5], ['w', -3]);
    expect(card).toMatchObject({ last: 5 * day, answered: 2, missed: 1 });
    expect(card.due).toBeGreaterThanOrEqual(6 * day);
  });

  it('is due at the latest half a day before its instant', () => {
    const { due } = cardAfter(['w', 0]);
    expect(dueBy(0)).toBeLessThan(due);
    expect(dueBy(day / 2)).toBe(due);
    expect([daysUntil({ due }, 0), daysUntil({ due }, 2 * day), daysUntil({ due: 4.4 * day }, 0)]).toEqual([1, 1, 4]);
  });

  it('is made the same by the same answers, and never waits less than a day (properties)', () => {
    const answers = fc.array(fc.tuple(fc.constantFrom<'r' | 'w'>('r', 'w'), fc.integer({ min: -2, max: 400 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(answers, (given) => {
        const card = cardAfter(...given);
        expect(cardAfter(...given)).toEqual(card);
        expect(card.due - card.last).toBeGreaterThanOrEqual(day);
        expect(Number.isInteger((card.due - card.last) / day)).toBe(true);
        expect(JSON.parse(JSON.stringify(card))).toEqual(card);
      }),
    );
  });
});
