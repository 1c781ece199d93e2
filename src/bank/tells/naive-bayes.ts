import { countFeatures, keyLogOdds } from './elsewhere.ts';
import type { Strategy } from './strategy.ts';
import { highest, wordsOf } from './strategy.ts';

/** Chooses the option whose words are those of keys in the other questions, each word by itself. */
export const naiveBayes: Strategy = (items) => {
  const { elsewhere } = countFeatures(items, (option) => new Set(wordsOf(option)));
  const score = highest((option, { question }) =>
    [...new Set(wordsOf(option))].reduce((sum, word) => sum + keyLogOdds(elsewhere(word, question)), 0),
  );
  return score(items);
};
