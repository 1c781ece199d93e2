import type { Difficulty, Strength } from '../../../src/core/memory/rating.ts';
import { afterFirstAnswer, difficultyAt, expectedShare, newcomer } from '../../../src/core/memory/rating.ts';
import { levels } from '../../../src/core/question.ts';
import { createRandom, shuffle } from '../../../src/core/quiz/random.ts';

type Pair = readonly [truth: number, estimate: number];

/**
 * People of normally distributed strength answer items whose true difficulties scatter around their levels (standard deviation
 * .8), each item by so many people, nobody twice, all in a random order.
 */
export function simulate(size: {
  readonly people: number;
  readonly items: number;
  readonly answers: number;
  readonly seed: number;
}) {
  const chance = createRandom(size.seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const person = Array.from({ length: size.people }, () => ({ truth: normal(), estimate: newcomer as Strength }));
  const item = Array.from({ length: size.items }, () => {
    const prior = difficultyAt(levels[Math.floor(chance() * levels.length)] ?? 'easy');
    return { truth: prior.difficulty + 0.8 * normal(), prior, estimate: prior as Difficulty };
  });
  const meetings = item.flatMap((asked) =>
    shuffle(person, chance)
      .slice(0, size.answers)
      .map((who) => ({ who, asked })),
  );
  for (const { who, asked } of shuffle(meetings, chance)) {
    const share = expectedShare({ strength: who.truth, answers: 0 }, { difficulty: asked.truth, answers: 0 });
    const after = afterFirstAnswer(who.estimate, asked.estimate, chance() < share);
    who.estimate = after.person;
    asked.estimate = after.item;
  }
  return {
    found: { person, item },
    difficulties: item.map(({ truth, estimate }): Pair => [truth, estimate.difficulty]),
    priors: item.map(({ truth, prior }): Pair => [truth, prior.difficulty]),
    strengths: person.map(({ truth, estimate }): Pair => [truth, estimate.strength]),
  };
}

/** Spearman's rank correlation; equal values share the mean of their ranks. */
export function rankCorrelation(pairs: readonly Pair[]): number {
  const [ones, others] = [ranks(pairs.map(([one]) => one)), ranks(pairs.map(([, other]) => other))];
  const mean = (pairs.length - 1) / 2;
  const sum = (of: (no: number) => number) => ones.reduce((total, _, no) => total + of(no), 0);
  const one = (no: number) => (ones[no] ?? 0) - mean;
  const other = (no: number) => (others[no] ?? 0) - mean;
  return sum((no) => one(no) * other(no)) / Math.sqrt(sum((no) => one(no) ** 2) * sum((no) => other(no) ** 2));
}

function ranks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((one, other) => one - other);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}
