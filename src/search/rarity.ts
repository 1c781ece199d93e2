import english from './english/word-counts.json' with { type: 'json' };
import { createWordCounts } from './word-counts.ts';

/** Negative decimal logarithms of a word's share of all that is said, between which its rarity grows from 0 to 1. */
const commonest = 3;
const rarest = 5.8;

/** How often a plain word is said, 0 for any other; what is in the file tells `bench/pack-english.ts`, which wrote it. */
const countOf = createWordCounts(english.words);

/**
 * How rare a lower-case word is in English, in [0, 1]: 0 for one of a thousand words or more, 1 for one of 600,000 or
 * fewer, and in between by the logarithm; the commonest of its forms tells. Frequencies are those of SUBTLEX-US, film
 * subtitles (Brysbaert and New, 2009): what is common in them and unknown to a bank says little, what is rare says a lot.
 */
export function rarityOf(word: string): number {
  const count = Math.max(countOf(word), ...formsOf(word).map(countOf));
  if (count === 0) return 1;
  return Math.min(1, Math.max(0, (-Math.log10(count / english.total) - commonest) / (rarest - commonest)));
}

/** Whether it is a word of plain English, which nobody typed by mistake for another. */
export function isEnglish(word: string): boolean {
  return countOf(word) > 0 || (word.endsWith('s') && countOf(word.slice(0, -1)) > 0);
}

/** The word without an ending of its inflection: strides, doubling, relates, mapped. */
function formsOf(word: string): readonly string[] {
  const [, base] = /^(.{3,}?)(?:s|es|ed|d|ing|ly)$/.exec(word) ?? [];
  const [, doubled] = /^(.{2,}(.))\2(?:ed|ing)$/.exec(word) ?? [];
  const [, root] = /^(.{3,})(?:ed|ing|es)$/.exec(word) ?? [];
  return [base, doubled, root, root === undefined ? undefined : `${root}e`].filter((form) => form !== undefined);
}
