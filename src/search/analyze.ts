import type { Meaning } from './lexicon.ts';
import { lexicon, phraseStarts } from './lexicon.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokenize.ts';
import { stem } from './word-forms.ts';

/** A phrase of the lexicon found in a text. */
export type PhraseMatch = {
  readonly key: string;
  /** Index of its first word, and how many words it has. */
  readonly start: number;
  readonly length: number;
  readonly meaning: Meaning;
};

/** A text as the index sees it: per content word, its own stem first, then the tokens of all that it is part of. */
export type Analysis = {
  readonly words: readonly string[];
  readonly terms: readonly (readonly string[])[];
  readonly phrases: readonly PhraseMatch[];
  /** Compound spellings (`maxpool2d`). */
  readonly compounds: readonly string[];
};

/** Every phrase of the lexicon in a row of stems, overlapping ones too, in the order of their first words. */
export function findPhrases(stems: readonly string[]): PhraseMatch[] {
  const found: PhraseMatch[] = [];
  for (let start = 0; start < stems.length; start += 1) {
    let key = stems[start] ?? '';
    const single = lexicon.get(key);
    if (single !== undefined) found.push({ key, start, length: 1, meaning: single });
    const longest = Math.min(phraseStarts.get(key) ?? 0, stems.length - start);
    for (let length = 2; length <= longest; length += 1) {
      key += ` ${stems[start + length - 1]}`;
      const meaning = lexicon.get(key);
      if (meaning !== undefined) found.push({ key, start, length, meaning });
    }
  }
  return found;
}

/** Takes the text of a question apart for the index. A compound spelling belongs to the first word that it spans. */
export function analyze(text: string): Analysis {
  const { words, compounds } = tokenize(text);
  const stems = words.map(stem);
  const phrases = findPhrases(stems);
  const terms: string[][] = words.map((word, index) => (isStopWord(word) ? [] : [stems[index] ?? word]));
  const add = (index: number, term: string) => {
    const list = terms[index];
    if (list !== undefined && !list.includes(term)) list.push(term);
  };
  for (const { start, length, meaning } of phrases) {
    for (let index = start; index < start + length; index += 1) {
      if (terms[index]?.length === 0 && length > 1) continue;
      if (meaning.acronym !== undefined) add(index, meaning.acronym);
      for (const head of meaning.heads) add(index, head);
    }
  }
  for (const { text: compound, start } of compounds) add(start, compound);
  return {
    words,
    terms: terms.filter((list) => list.length > 0),
    phrases,
    compounds: compounds.map((compound) => compound.text),
  };
}
