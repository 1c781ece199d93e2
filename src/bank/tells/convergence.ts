import { highest, wordsOf } from './strategy.ts';

/** Chooses the option that shares most words with the others: distractors are often varied from the key. */
export const convergence = highest((option, { options }) => {
  const own = new Set(wordsOf(option));
  const others = options.filter((other) => other !== option).map((other) => new Set(wordsOf(other)));
  return others.reduce((sum, other) => sum + [...own].filter((word) => other.has(word)).length, 0);
});
