import { highest } from './strategy.ts';

/** Chooses the option with the most marks and symbols: what is right is written with more care. */
export const mostPunctuation = highest((option) => option.match(/[\p{P}\p{S}]/gu)?.length ?? 0);
