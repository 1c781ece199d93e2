import type { Lexicon } from './lexicon.ts';
import { isEnglish } from './rarity.ts';
import type { Speller } from './spelling.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { isOperator } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a query, corrected where it had to be. */
export type QueryWord = {
  readonly text: string;
  readonly stem: string;
  /** In (0, 1]: how likely it is that this was meant. */
  readonly certainty: number;
  readonly stop: boolean;
};

/** Most distinct words of one query that are looked at. */
const mostWords = 32;

/** Certainty lost with each edit of a corrected word, and with a word split in two. */
const editLoss = 0.12;
const splitLoss = 0.05;

/** The first words of a text as they were meant: only words that neither bank nor language knows are corrected. */
export function readWords(
  typed: readonly string[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  speller: Speller,
): readonly QueryWord[] {
  const isKnown = (text: string, root: string) =>
    speller.knows(text) || vocabulary.has(root) || lexicon.isName(root) || isEnglish(text);
  return capWords(typed).flatMap((text) => {
    if (isOperator(text)) return vocabulary.has(text) ? [queryWord(text, 1)] : [];
    if (isStopWord(text) || isKnown(text, stem(text))) return [queryWord(text, 1)];
    const correction = speller.correct(text);
    const parts = correction === null || correction.edits > 1 ? speller.split(text) : null;
    if (parts !== null) return parts.map((part) => queryWord(part, 1 - splitLoss));
    return [correction === null ? queryWord(text, 1) : queryWord(correction.word, 1 - editLoss * correction.edits)];
  });
}

function queryWord(text: string, certainty: number): QueryWord {
  return { text, stem: stem(text), certainty, stop: isStopWord(text) };
}

/** The beginning of a text with at most so many distinct words, and twice as many in all. */
function capWords(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const end = words.findIndex((word, index) => seen.add(word).size > mostWords || index >= 2 * mostWords);
  return end < 0 ? words : words.slice(0, end);
}
