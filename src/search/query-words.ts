import type { PhraseMatch } from './analyze.ts';
import { findPhrases } from './analyze.ts';
import { isEverydayWord } from './everyday-words.ts';
import { isFillerWord } from './filler-words.ts';
import { isGenericWord } from './generic-words.ts';
import type { Speller } from './spelling.ts';
import { isStopWord } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { stem } from './word-forms.ts';

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

/** The first words of a text as they were meant: only words that neither bank nor lexicon knows are corrected. */
export function readWords(typed: readonly string[], vocabulary: Vocabulary, speller: Speller): readonly QueryWord[] {
  return capWords(typed).flatMap((text) => {
    if (isKnown(text, vocabulary)) return [queryWord(text, 1)];
    const correction = speller.correct(text);
    const parts = correction === null || correction.edits > 1 ? speller.split(text) : null;
    if (parts !== null) return parts.map((part) => queryWord(part, 1 - splitLoss));
    return [correction === null ? queryWord(text, 1) : queryWord(correction.word, 1 - editLoss * correction.edits)];
  });
}

/** Phrases of the lexicon in a query, also those whose words stand apart by nothing but stop words. */
export function readPhrases(words: readonly QueryWord[]): readonly PhraseMatch[] {
  const phrases = findPhrases(words.map((word) => word.stem));
  const positions = words.flatMap(({ stop }, index) => (stop ? [] : [index]));
  if (positions.length === words.length) return phrases;
  const apart = findPhrases(positions.map((position) => words[position]?.stem ?? '')).flatMap((phrase) => {
    const start = positions[phrase.start] ?? 0;
    const length = (positions[phrase.start + phrase.length - 1] ?? 0) - start + 1;
    return length > phrase.length ? [{ ...phrase, start, length }] : [];
  });
  return [...phrases, ...apart];
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

function isKnown(text: string, vocabulary: Vocabulary): boolean {
  const root = stem(text);
  if (isStopWord(text) || vocabulary.has(text) || vocabulary.has(root) || vocabulary.spellings.has(text)) return true;
  return isEverydayWord(text) || isFillerWord(root) || isGenericWord(root) || findPhrases([root]).length > 0;
}
