import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoryCard } from '../../../src/core/memory/memory-card.ts';
import { difficultyAt, newcomer } from '../../../src/core/memory/rating.ts';
import type { PickPractice, PracticePoolItem } from '../../../src/core/practice/pick.ts';
import { itemAfter, pickPractice } from '../../../src/core/practice/pick.ts';
import { levels } from '../../../src/core/question.ts';
import type { Conflicts } from '../../../src/core/quiz/conflicts.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';

const day = 86_400_000;
const now = 100 * day;

const item = (question: string, changed: Partial<PracticePoolItem> = {}): PracticePoolItem => ({
  ...{ question, item: 'one', topic: 'tensors', rating: difficultyAt('easy') },
  asked: `hash of ${question}`,
  ...changed,
});

/** Due so many days from now; last answered two days ago. */
const card = (question: string, inDays: number, changed: Partial<MemoryCard> = {}): MemoryCard => ({
  ...{ question, item: 'one', stability: 3, difficulty: 5, answered: 1, missed: 0, last: now - 2 * day },
  due: now + inDays * day,
  ...changed,
});

const none: Conflicts = new Map();

function pick(given: Partial<PickPractice>) {
  return pickPractice({
    pool: [],
    cards: [],
    recent: [],
    person: newcomer,
    count: 10,
    conflicts: none,
    now,
    chance: createRandom(5),
    ...given,
  });
}

const told = (given: Partial<PickPractice>) => pick(given).map(({ question, why }) => `${question} ${why}`);

const wrong = (topic: string) => Array.from({ length: 3 }, () => ({ topic, correct: false }));

describe('what is practised', () => {
  it('is what is due, the longest overdue first, then what is new', () => {
    const pool = ['a', 'b', 'c', 'd'].map((question) => item(question));
    const cards = [card('a', -1), card('b', -9), card('c', 0.4)];
    expect(told({ pool, cards })).toEqual(['b due', 'a due', 'c due', 'd new']);
  });

  it('is of weak topics for half of what is left, so that there is room for others', () => {
    const pool = [
      ...['a', 'b', 'c', 'd'].map((question) => item(question, { topic: 'losses' })),
      ...['e', 'f', 'g'].map((question) => item(question)),
    ];
    const cards = [card('a', 5, { stability: 9 }), card('b', 5, { stability: 2 }), card('g', -1)];
    const chosen = told({ pool, cards, recent: wrong('losses'), count: 5 });
    expect(chosen.slice(0, 3)).toEqual(['g due', 'b weak', 'a weak']);
    expect(chosen.slice(3).every((one) => one.endsWith('new'))).toBe(true);
  });

  it('is new as the person will get it right about 7 times in 10, then as is near that', () => {
    const pool = levels.toReversed().map((level) => item(level, { rating: difficultyAt(level) }));
    expect(told({ pool })).toEqual(['easy new', 'medium new', 'hard new']);
    const person = { strength: 1.2, answers: 40 };
    expect(told({ pool, person })).toEqual(['hard new', 'medium new', 'easy new']);
    const rated = [-2, 0.2, 3].map((difficulty) => item(`${difficulty}`, { rating: { difficulty, answers: 30 } }));
    expect(told({ pool: rated, person: { strength: 0.6, answers: 40 }, count: 1 })).toEqual(['0.2 new']);
  });

  it('asks a new question by the item that fits', () => {
    const pool = [item('a', { item: 'hard', rating: difficultyAt('hard') }), item('a', { item: 'easy' })];
    expect(pick({ pool }).map((one) => one.item)).toEqual(['easy']);
  });

  it('is what is not due yet only where there is nothing else, the longest unseen first', () => {
    const pool = ['a', 'b', 'c'].map((question) => item(question));
    const cards = [card('a', 3, { last: now }), card('b', 9, { last: now - 5 * day })];
    expect(told({ pool, cards })).toEqual(['c new', 'b ahead', 'a ahead']);
    expect(told({ pool, cards, count: 1 })).toEqual(['c new']);
  });

  it('asks a question by another item than last time, in turns', () => {
    const pool = ['one', 'two', 'three'].map((each) => item('a', { item: each }));
    const asked = (last: string) => pick({ pool, cards: [card('a', -1, { item: last })] }).map((one) => one.item);
    expect(['one', 'two', 'three', 'gone'].map(asked)).toEqual([['two'], ['three'], ['one'], ['one']]);
    expect(itemAfter([{ item: 'alone' }], 'alone')).toEqual({ item: 'alone' });
  });

  it('never asks what the bank has no more, nor two that give each other away', () => {
    const pool = ['a', 'b', 'c'].map((question) => item(question));
    const conflicts: Conflicts = new Map([
      ['a#one', new Set(['b#two'])],
      ['b#two', new Set(['a#one'])],
      ['c#one', new Set(['b#one'])],
      ['b#one', new Set(['c#one'])],
    ]);
    expect(told({ pool, cards: [card('gone', -1), card('b', -1, { item: 'none' })], conflicts })).toEqual([
      'b due',
      'a new',
    ]);
  });

  it('is as many as were asked for, each question once, and the same for the same chance (properties)', () => {
    const questions = fc.uniqueArray(fc.stringMatching(/^[a-h]$/), { minLength: 1 });
    const given = fc.record({
      pool: questions.map((ids) =>
        ids.flatMap((id) => [item(id), item(id, { item: 'two', rating: difficultyAt('hard') })]),
      ),
      cards: fc.array(fc.tuple(fc.stringMatching(/^[a-j]$/), fc.integer({ min: -9, max: 9 }))),
      weak: fc.boolean(),
      count: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(given, ({ pool, cards, weak, count }) => {
        const known = [...new Map(cards).entries()].map(([id, days]) => card(id, days));
        const request = { pool, cards: known, recent: weak ? wrong('tensors') : [], count };
        const chosen = pick(request);
        expect(chosen).toHaveLength(Math.min(count, pool.length / 2));
        expect(new Set(chosen.map(({ question }) => question)).size).toBe(chosen.length);
        expect(pick(request)).toEqual(chosen);
        const first = chosen.findIndex(({ why }) => why !== 'due');
        expect(chosen.slice(first === -1 ? chosen.length : first).some(({ why }) => why === 'due')).toBe(false);
      }),
    );
  });
});
