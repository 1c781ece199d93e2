import { plainWords } from '../../core/plain-words.ts';
import { countFeatures, keyLogOdds } from './elsewhere.ts';
import type { Strategy } from './strategy.ts';
import { highest } from './strategy.ts';

/** Chooses the option whose words are those of keys in the other questions, each word by itself. */
export const naiveBayes: Strategy = (items) => {
  const { elsewhere } = countFeatures(items, (option) => new Set(plainWords(option)));
  const score = highest((option, { question }) =>
    [...new Set(plainWords(option))].reduce((sum, word) => sum + keyLogOdds(elsewhere(word, question)), 0),
  );
  return score(items);
};
