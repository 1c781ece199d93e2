import { describe, expect, it } from 'vitest';
import { shuffleRank } from '../../../src/core/daily/shuffle-rank.ts';
import { orderOf } from '../../../src/core/permutation.ts';
import type { PoolItem } from '../../../src/core/quiz/pick.ts';
import { pickItems } from '../../../src/core/quiz/pick.ts';
import type { Chance } from '../../../src/core/quiz/random.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';
import type { Choice } from '../../../src/core/quiz/state.ts';
import { choices } from '../../../src/core/quiz/state.ts';
import { addDays } from '../../../src/core/schedule/local-date.ts';

const quizzes = 10_000;

const pool = Array.from({ length: 40 }, (_, no): PoolItem => {
  const correct = choices[no % choices.length] ?? 0;
  return { question: `q${no >> 1}`, item: `i${no % 2}`, asked: `h${no}`, correct, topic: 'tensors', level: 'easy' };
});

/** Chooses a letter from how often each was right so far, and knows nothing else. */
type Strategy = (right: readonly number[], last: Choice | null, chance: Chance) => number;

const extreme =
  (choose: (...counts: readonly number[]) => number): Strategy =>
  (right, _, chance) => {
    const sought = choose(...right);
    const fitting = choices.filter((letter) => right[letter] === sought);
    return fitting[Math.floor(chance() * fitting.length)] ?? 0;
  };

const strategies: Readonly<Record<string, Strategy>> = {
  'the letter that was right least often': extreme(Math.min),
  'the letter that was right most often': extreme(Math.max),
  'the letter that was right just now': (_, last) => last ?? 0,
  'the letter after the one that was right just now': (_, last) => ((last ?? -1) + 1) % choices.length,
  'always the same letter': () => 1,
};

/** The right letters of a quiz, in the order in which it asks. */
function lettersOf(count: number, seed: number): readonly Choice[] {
  const picked = pickItems({
    pool,
    count,
    topics: [],
    level: null,
    lastAsked: new Map(),
    conflicts: new Map(),
    fewer: false,
    misfits: null,
    seed,
  });
  return picked.kind === 'picked' ? picked.questions.map(({ correct }) => correct) : [];
}

const sizes = [4, 8, 10, 12];

/** Many quizzes of each size, of neighbouring seeds. */
const played = new Map(
  sizes.map((count) => [count, Array.from({ length: quizzes }, (_, seed) => lettersOf(count, seed))]),
);

/** The share of answers that a strategy gets right. */
function shareRight(strategy: Strategy, count: number): number {
  const chance = createRandom(count);
  let hits = 0;
  for (const letters of played.get(count) ?? []) {
    const right = [0, 0, 0, 0];
    let last: Choice | null = null;
    for (const letter of letters) {
      if (strategy(right, last, chance) === letter) hits += 1;
      right[letter] = (right[letter] ?? 0) + 1;
      last = letter;
    }
  }
  return hits / (quizzes * count);
}

/** Pearson's statistic of counts that should be equal. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Counts which of `kinds` follows which in a row of numbers. */
function countPairs(row: readonly number[], kinds: number): readonly number[] {
  const pairs = Array.from({ length: kinds * kinds }, () => 0);
  for (const [place, value] of row.entries()) {
    const before = row[place - 1];
    if (before !== undefined) pairs[before * kinds + value] = (pairs[before * kinds + value] ?? 0) + 1;
  }
  return pairs;
}

/** Passed once in 10,000 by true chance: 15 and 23 degrees of freedom (tables of the chi-square distribution). */
const limits = { pairs: 44.26, orders: 56.2 };

describe('the letters of a quiz', () => {
  it.each(Object.keys(strategies))('teach nothing to who counts reveals and chooses %s', (name) => {
    const strategy = strategies[name] ?? (() => 0);
    for (const count of sizes) {
      const standardError = Math.sqrt((0.25 * 0.75) / (quizzes * count));
      expect(Math.abs(shareRight(strategy, count) - 0.25), `${count} questions`).toBeLessThan(4 * standardError);
    }
  });

  it('leave the last one as open as the first, whatever came before', () => {
    const followers = (played.get(4) ?? []).filter(([a, b, c]) => a === 0 && b === 1 && c === 2);
    expect(new Set(followers.map(([, , , last]) => last)).size).toBe(4);
  });

  it('do not follow from those of the quiz with the neighbouring seed', () => {
    for (const place of [0, 1, 9]) {
      const row = (played.get(10) ?? []).map((letters) => letters[place] ?? 0);
      expect(chiSquare(countPairs(row, 4)), `question ${place}`).toBeLessThan(limits.pairs);
    }
  });

  it('change when an item comes again', () => {
    const again = (seed: number) => {
      const [only] = pool;
      if (only === undefined) throw new Error('The pool is empty.');
      const picked = pickItems({
        pool: [only],
        count: 1,
        topics: [],
        level: null,
        lastAsked: new Map(),
        conflicts: new Map(),
        fewer: false,
        misfits: null,
        seed,
      });
      return picked.kind === 'picked' ? (picked.questions[0]?.correct ?? 0) : 0;
    };
    const row = Array.from({ length: quizzes }, (_, seed) => again(seed));
    expect(chiSquare(countPairs(row, 4))).toBeLessThan(limits.pairs);
  });
});

describe('chance', () => {
  it.each([1, 2, 40])('draws number %i alike from no two neighbouring seeds', (draw) => {
    const values = Array.from({ length: quizzes }, (_, seed) => {
      const chance = createRandom(seed);
      const drawn = Array.from({ length: draw }, () => chance());
      return Math.floor((drawn.at(-1) ?? 0) * 4);
    });
    expect(chiSquare(countPairs(values, 4))).toBeLessThan(limits.pairs);
  });
});

describe('the letters of daily questions', () => {
  const channels = Array.from({ length: 60 }, (_, no) => `slack:T1:C${no}`);
  const dates = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));
  const place = (channel: string, date: string) => orderOf(shuffleRank(channel, date)).indexOf(2);

  it('come in every order alike, and do not follow from those of the day before', () => {
    const counts = Array.from({ length: 24 }, () => 0);
    const pairs = Array.from({ length: 16 }, () => 0);
    for (const channel of channels) {
      for (const date of dates) {
        const number = shuffleRank(channel, date) % 24;
        counts[number] = (counts[number] ?? 0) + 1;
      }
      const own = countPairs(
        dates.map((date) => place(channel, date)),
        4,
      );
      for (const [pair, count] of own.entries()) pairs[pair] = (pairs[pair] ?? 0) + count;
    }
    expect(chiSquare(counts)).toBeLessThan(limits.orders);
    expect(chiSquare(pairs)).toBeLessThan(limits.pairs);
  });

  it('are not those of the neighbouring channel, nor of another question of the date', () => {
    const neighbours = Array.from({ length: 16 }, () => 0);
    const others = Array.from({ length: 16 }, () => 0);
    for (const [no, channel] of channels.entries()) {
      for (const date of dates) {
        const own = place(channel, date);
        const beside = own * 4 + place(channels[no + 1] ?? 'slack:T1:D', date);
        const later = own * 4 + place(channel, `${date}-1`);
        neighbours[beside] = (neighbours[beside] ?? 0) + 1;
        others[later] = (others[later] ?? 0) + 1;
      }
    }
    expect(chiSquare(neighbours)).toBeLessThan(limits.pairs);
    expect(chiSquare(others)).toBeLessThan(limits.pairs);
  });
});
