import { countFeatures, keyLogOdds } from './elsewhere.ts';
import type { Strategy } from './strategy.ts';
import { highest, wordsOf } from './strategy.ts';

/** Chooses the option that begins as keys do in the other questions. */
export const firstWord: Strategy = (items) => {
  const { elsewhere } = countFeatures(items, (option) => new Set(wordsOf(option).slice(0, 1)));
  return highest((option, { question }) => keyLogOdds(elsewhere(wordsOf(option)[0] ?? '', question)))(items);
};
