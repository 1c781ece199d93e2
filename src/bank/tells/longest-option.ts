import { highest } from './strategy.ts';

/** Chooses the longest option: writers qualify what has to be right. */
export const longestOption = highest((option) => [...option].length);
