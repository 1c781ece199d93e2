import type { Level } from '../question.ts';

/** How strong somebody is, on the scale of the difficulties of items, in logits; `answers`: from how many that is known. */
export type Strength = { readonly strength: number; readonly answers: number };

/** How hard an item is, on the scale of people's strengths, in logits; `answers`: from how many that is known. */
export type Difficulty = { readonly difficulty: number; readonly answers: number };

/** The chance of whoever knows nothing: an item has four options. */
const guess = 1 / 4;

/** The share of right answers at which an item teaches the most: hard enough to tell something, and no discouragement. */
const aim = 0.7;

/** How near a share has to be to another one to be as good. */
const tolerance = 0.1;

/**
 * Somebody of whom nothing is known. A little below what is of medium level, so that easy items are the ones that fit.
 */
export const newcomer: Strength = { strength: -0.25, answers: 0 };

/** How hard an item is of which nothing but its level is known. */
export function difficultyAt(level: Level): Difficulty {
  return { difficulty: { easy: -1, medium: 0, hard: 1 }[level], answers: 0 };
}

/** The share of right answers to expect, in [1/4, 1]: who does not know it guesses one of four. */
export function expectedShare({ strength }: Strength, { difficulty }: Difficulty): number {
  return guess + (1 - guess) / (1 + Math.exp(difficulty - strength));
}

/**
 * Both after an answer, by Elo as learners and items are rated: R. Pelánek, Applications of the Elo rating system in adaptive
 * educational systems, Computers & Education 98 (2016), https://doi.org/10.1016/j.compedu.2016.03.017: what is expected
 * includes the guess among the options, and the step becomes smaller with each answer, a / (1 + b·n). As a right answer may
 * be a guess, it counts by the share of right ones that are none; that is the gradient of the likelihood. Chosen over Glicko
 * and the like, which are for two players alike, wait for the end of a period, and expect nobody to guess.
 */
export function afterFirstAnswer(
  person: Strength,
  item: Difficulty,
  correct: boolean,
): { readonly person: Strength; readonly item: Difficulty } {
  const expected = expectedShare(person, item);
  const knows = (expected - guess) / (1 - guess);
  const surprise = ((Number(correct) - expected) * knows) / expected;
  return {
    person: { strength: person.strength + stepAfter(person.answers) * surprise, answers: person.answers + 1 },
    item: { difficulty: item.difficulty - stepAfter(item.answers) * surprise, answers: item.answers + 1 },
  };
}

/** With these two a simulated bank is in the right order soonest, see the test. */
function stepAfter(answers: number): number {
  return 0.6 / (1 + 0.05 * answers);
}

/**
 * How badly an item fits people, by the share of them who will be right: 0 where that is about 70 %, then a whole number.
 * Coarse, so that there remain many which fit alike.
 */
export function misfit(people: readonly Strength[], item: Difficulty): number {
  const shares = (people.length === 0 ? [newcomer] : people).map((person) => expectedShare(person, item));
  const share = shares.reduce((sum, each) => sum + each, 0) / shares.length;
  return Math.round(Math.abs(share - aim) / tolerance);
}
