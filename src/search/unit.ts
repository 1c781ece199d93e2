import type { PhraseMatch } from './analyze.ts';
import { isEverydayWord } from './everyday-words.ts';
import { isFillerWord } from './filler-words.ts';
import { isGenericWord } from './generic-words.ts';
import type { QueryWord } from './query-words.ts';
import { isStopWord } from './stop-words.ts';
import type { Compound } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term of the index that a part of a query may be found by, and how well it stands for it, in (0, 1]. */
export type Alternative = { readonly term: string; readonly factor: number };

/** One thing that a query says. Without alternatives it is something that the bank does not know. */
export type Unit = {
  readonly alternatives: readonly Alternative[];
  /** How much it tells, in the unit of `Vocabulary.weight`. */
  readonly weight: number;
  /** In [0, 1]: how much it names something from next door; below 1 where the bank speaks of that in passing. */
  readonly foreign: number;
};

/** How well a concept's technical words stand for each other, an everyday word for them, two words for their compound. */
const factors = { head: 0.75, hint: 0.65, joined: 0.9, foreign: 0.3 };

/** Weights of units that no question knows, against the weight of an unknown word. */
const unknownWeights = {
  foreign: 1.6,
  word: 1,
  everyday: 0.6,
  generic: 0.25,
  number: 0.15,
  filler: 0.06,
  compound: 0.5,
};

/**
 * What remains of a known term's weight: everyday words name a subject more rarely than others, generic ones ("find
 * out") yet more rarely, and a term that no title or alias uses tells less than one that does.
 */
const shares = {
  everyday: 0.85,
  generic: 0.5,
  number: 0.5,
  filler: 0.25,
  passing: 0.7,
  compound: 0.8,
  passingCompound: 0.4,
};

/** A phrase of the lexicon as one unit; null where no question uses what it stands for. */
export function phraseUnit({ key, meaning }: PhraseMatch, vocabulary: Vocabulary): Unit | null {
  const foreign = foreignness(key, meaning, vocabulary);
  if (foreign === 1) return { alternatives: [], weight: vocabulary.weight('') * unknownWeights.foreign, foreign };
  const alternatives = meanings(meaning, 1, vocabulary);
  if (alternatives.length === 0) return null;
  const generic = key.split(' ').every((part) => isGenericWord(part) || isStopWord(part));
  return { alternatives, weight: strongest(alternatives, vocabulary) * (generic ? shares.generic : 1), foreign };
}

/** A compound spelling as one unit; null for an unknown one that is not written as code. */
export function compoundUnit({ text, code }: Pick<Compound, 'text' | 'code'>, vocabulary: Vocabulary): Unit | null {
  if (!vocabulary.has(text)) {
    return code ? { alternatives: [], weight: vocabulary.weight('') * unknownWeights.compound, foreign: 0 } : null;
  }
  const share = vocabulary.isProminent(text) ? shares.compound : shares.passingCompound;
  return { alternatives: [{ term: text, factor: 1 }], weight: vocabulary.weight(text) * share, foreign: 0 };
}

/** Two neighbouring words that the bank writes as one; null where it does not. */
export function joinedUnit(text: string, vocabulary: Vocabulary): Unit | null {
  if (text.length < 6 || !vocabulary.has(text)) return null;
  return {
    alternatives: [{ term: text, factor: factors.joined }],
    weight: vocabulary.weight(text) * shares.compound,
    foreign: 0,
  };
}

/** A single word, with what the lexicon knows of it. */
export function wordUnit(word: QueryWord, single: PhraseMatch | undefined, vocabulary: Vocabulary): Unit {
  const unknown = vocabulary.weight('');
  const known = vocabulary.has(word.stem);
  const foreign = single === undefined ? 0 : foreignness(single.key, single.meaning, vocabulary);
  if (foreign === 1) {
    const passing = known ? [{ term: word.stem, factor: factors.foreign }] : [];
    return { alternatives: passing, weight: unknown * unknownWeights.foreign, foreign };
  }
  const others = single === undefined ? [] : meanings(single.meaning, word.certainty, vocabulary);
  const kind = kindOf(word);
  if (known) {
    const share =
      (vocabulary.isProminent(word.stem) ? 1 : shares.passing) *
      (kind === 'everyday' || kind === 'filler' ? shares[kind] : 1);
    const own = { term: word.stem, factor: word.certainty };
    return { alternatives: [own, ...others], weight: vocabulary.weight(word.stem) * share, foreign };
  }
  if (others.length === 0) return { alternatives: [], weight: unknown * unknownWeights[kind], foreign: 0 };
  const share = kind === 'word' ? 1 : shares[kind];
  return { alternatives: others, weight: strongest(others, vocabulary) * share, foreign };
}

function kindOf({ stem, text }: QueryWord): 'number' | 'filler' | 'generic' | 'everyday' | 'word' {
  if (/^\d+$/.test(text)) return 'number';
  if (isFillerWord(stem)) return 'filler';
  if (isGenericWord(stem)) return 'generic';
  return isEverydayWord(text) ? 'everyday' : 'word';
}

function foreignness(key: string, meaning: PhraseMatch['meaning'], vocabulary: Vocabulary): number {
  return meaning.foreign ? 1 - vocabulary.ownership(key) : 0;
}

function meanings(
  { acronym, heads, hints }: PhraseMatch['meaning'],
  certainty: number,
  vocabulary: Vocabulary,
): Alternative[] {
  return [
    ...(acronym === undefined ? [] : [{ term: acronym, factor: certainty }]),
    ...heads.map((term) => ({ term, factor: factors.head * certainty })),
    ...hints.map((term) => ({ term, factor: factors.hint * certainty })),
  ].filter(({ term }) => vocabulary.has(term));
}

function strongest(alternatives: readonly Alternative[], vocabulary: Vocabulary): number {
  return alternatives.reduce((most, { term }) => Math.max(most, vocabulary.weight(term)), 0);
}
