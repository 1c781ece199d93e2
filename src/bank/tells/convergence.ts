import { plainWords } from '../../core/plain-words.ts';
import { highest } from './strategy.ts';

/** Chooses the option that shares most words with the others: distractors are often varied from the key. */
export const convergence = highest((option, { options }) => {
  const own = new Set(plainWords(option));
  const others = options.filter((other) => other !== option).map((other) => new Set(plainWords(other)));
  return others.reduce((sum, other) => sum + [...own].filter((word) => other.has(word)).length, 0);
});
