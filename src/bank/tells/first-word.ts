import { plainWords } from '../../core/plain-words.ts';
import { countFeatures, keyLogOdds } from './elsewhere.ts';
import type { Strategy } from './strategy.ts';
import { highest } from './strategy.ts';

/** Chooses the option that begins as keys do in the other questions. */
export const firstWord: Strategy = (items) => {
  const { elsewhere } = countFeatures(items, (option) => new Set(plainWords(option).slice(0, 1)));
  return highest((option, { question }) => keyLogOdds(elsewhere(plainWords(option)[0] ?? '', question)))(items);
};
