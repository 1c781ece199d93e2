import type { Lexicon } from './lexicon.ts';
import { rarityOf } from './rarity.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** A word of a text that says something: its own stem first, then the shared terms of all that it is part of. */
export type ContentWord = {
  readonly terms: readonly string[];
  /** How rare the first of its terms is in the language, in [0, 1]; the others are the bank's own. */
  readonly rarity: number;
};

/** A text as the index sees it. */
export type Analysis = {
  readonly words: readonly string[];
  readonly content: readonly ContentWord[];
  /** Compound spellings (`hashmap2`). */
  readonly compounds: readonly string[];
};

/** Takes the text of a question apart for the index. A compound spelling belongs to the first word that it spans. */
export function analyze(text: string, lexicon: Lexicon): Analysis {
  const { words, compounds } = lexicon.tokenize(text);
  const stems = words.map(stem);
  const terms: string[][] = words.map((word, index) => (isStopWord(word) ? [] : [stems[index] ?? word]));
  const add = (index: number, term: string) => {
    const list = terms[index];
    if (list !== undefined && !list.includes(term)) list.push(term);
  };
  for (const { start, length, shared } of lexicon.find(stems)) {
    if (shared === null) continue;
    for (let index = start; index < start + length; index += 1) {
      if (length === 1 || terms[index]?.length !== 0) add(index, shared);
    }
  }
  for (const { text: compound, start } of compounds) add(start, compound);
  // What says nothing but plain words is known by these.
  if (terms.every((list) => list.length === 0)) stems.forEach((root, index) => void add(index, root));
  return {
    words,
    content: terms.flatMap((list, index) => {
      const word = words[index] ?? '';
      return list.length === 0 ? [] : [{ terms: list, rarity: isStopWord(word) ? 1 : rarityOf(word) }];
    }),
    compounds: compounds.map((compound) => compound.text),
  };
}
