import { describe, expect, it } from 'vitest';
import { afterFirstAnswer, difficultyAt, expectedShare, misfit, newcomer } from '../../../src/core/memory/rating.ts';
import { levels } from '../../../src/core/question.ts';
import { createRandom } from '../../../src/core/quiz/random.ts';
import { rankCorrelation, simulate } from './simulated-bank.ts';

describe('the share of right answers to expect', () => {
  it('is never less than a guess among four, and 62.5 % where both are equal', () => {
    expect(expectedShare({ strength: -50, answers: 0 }, difficultyAt('hard'))).toBeCloseTo(0.25);
    expect(expectedShare({ strength: 50, answers: 0 }, difficultyAt('hard'))).toBeCloseTo(1);
    expect(expectedShare({ strength: 1, answers: 0 }, { difficulty: 1, answers: 0 })).toBe(0.625);
  });

  it('of a newcomer is nearest to 70 % at easy items, and falls with the level', () => {
    const shares = levels.map((level) => expectedShare(newcomer, difficultyAt(level)));
    expect(shares.toSorted((one, other) => other - one)).toEqual(shares);
    expect(misfit([], difficultyAt('easy'))).toBeLessThanOrEqual(misfit([], difficultyAt('medium')));
    expect(misfit([], difficultyAt('medium'))).toBeLessThan(misfit([], difficultyAt('hard')));
  });

  it('is that of all who play, where several do', () => {
    const item = { difficulty: 0, answers: 0 };
    const [strong, weak] = [4, -2].map((strength) => ({ strength, answers: 9 }));
    expect(misfit([{ strength: 4, answers: 9 }], item)).toBeGreaterThan(0);
    expect(misfit([strong ?? newcomer, weak ?? newcomer], item)).toBe(0);
  });
});

describe('an answer', () => {
  it('moves person and item apart or together, by as much as it surprises', () => {
    const item = difficultyAt('medium');
    const right = afterFirstAnswer(newcomer, item, true);
    expect(right.person.strength).toBeGreaterThan(newcomer.strength);
    expect(right.item.difficulty).toBeLessThan(item.difficulty);
    expect([right.person.answers, right.item.answers]).toEqual([1, 1]);
    const wrong = afterFirstAnswer(newcomer, item, false);
    expect(newcomer.strength - wrong.person.strength).toBeGreaterThan(right.person.strength - newcomer.strength);
  });

  it('moves what is known well less than what is not', () => {
    const known = { difficulty: 0, answers: 100 };
    const { item, person } = afterFirstAnswer(newcomer, known, false);
    expect(item.difficulty).toBeLessThan((newcomer.strength - person.strength) / 5);
  });
});

describe('a simulated bank of 360 items and 200 people', () => {
  const runs = Array.from({ length: 10 }, (_, seed) => simulate({ people: 200, items: 360, answers: 20, seed }));
  const correlations = (of: 'difficulties' | 'priors' | 'strengths') => {
    const found = runs.map((run) => rankCorrelation(run[of]));
    return { least: Math.min(...found), mean: found.reduce((sum, each) => sum + each, 0) / found.length };
  };

  it('is in the right order after 20 answers an item: Spearman ≥ .85 with the true difficulties', () => {
    const { mean, least } = correlations('difficulties');
    expect(mean).toBeGreaterThanOrEqual(0.85);
    expect(least).toBeGreaterThanOrEqual(0.83);
    // What the levels alone say.
    expect(correlations('priors').mean).toBeLessThan(0.75);
  });

  it('tells strong people from weak ones after some 36 answers each', () => {
    expect(correlations('strengths').mean).toBeGreaterThanOrEqual(0.8);
  });

  it('asks people what fits them: about 70 % are right', () => {
    const { person, item } = simulate({ people: 200, items: 360, answers: 20, seed: 6 }).found;
    const chance = createRandom(9);
    let [right, asked] = [0, 0];
    for (const { estimate, truth } of person) {
      const fitting = item.filter((one) => misfit([estimate], one.estimate) === 0);
      for (const { truth: difficulty } of fitting.slice(0, 20)) {
        right += Number(chance() < expectedShare({ strength: truth, answers: 0 }, { difficulty, answers: 0 }));
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(2000);
    expect(right / asked).toBeGreaterThan(0.65);
    expect(right / asked).toBeLessThan(0.75);
  });
});
