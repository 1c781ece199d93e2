import type { PhraseMatch } from './analyze.ts';
import { findPhrases } from './analyze.ts';
import { capText } from './clean-text.ts';
import { isEverydayWord } from './everyday-words.ts';
import { isGenericWord } from './generic-words.ts';
import type { Intent } from './intent.ts';
import { readIntent } from './intent.ts';
import type { Speller } from './spelling.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';
import { stem } from './word-forms.ts';

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

export type Query = { readonly units: readonly Unit[]; readonly intent: Intent };

/** Most words of one query that are looked at. */
const mostWords = 32;

/** How well a concept's technical words stand for each other, and an everyday word for them. */
const headFactor = 0.75;
const hintFactor = 0.65;

/** What a word still counts by itself where a phrase that it belongs to is counted. */
const withinPhrase = { foreign: 0.3, acronym: 0.25, concept: 0.6, symbol: 0.6 };

/** Certainty lost with each edit of a corrected word. */
const editLoss = 0.12;

/** Weights of units that no question knows, against the weight of an unknown word. */
const unknownWeights = { foreign: 1.6, word: 1, everyday: 0.75, generic: 0.25, symbol: 0.7 };

/** Everyday words name a subject more rarely than others, even where the bank uses them. */
const everydayShare = 0.85;

/** What is made of generic words alone ("find out") tells less than other phrases. */
const genericShare = 0.5;

/** A term that no title or alias uses tells less than one that does. */
const passingShare = 0.7;

type Word = { readonly stem: string; readonly text: string; readonly certainty: number; readonly stop: boolean };

/** What a text asks for, in terms of one bank. Any text gives a query; one without content has no units. */
export function parseQuery(text: string, vocabulary: Vocabulary, speller: Speller): Query {
  const { words: typed, symbols } = tokenize(capText(text));
  const words = capWords(typed).flatMap((word) => readWord(word, vocabulary, speller));
  const stems = words.map((word) => word.stem);
  const phrases = [...findPhrases(stems), ...findSpreadPhrases(words)];
  const shares = words.map(() => 1);
  const units: Unit[] = [];
  const unknown = vocabulary.weight('');

  const share = (start: number, length: number, factor: number) => {
    for (let index = start; index < start + length; index += 1) shares[index] = Math.min(shares[index] ?? 1, factor);
  };
  for (const phrase of phrases) {
    if (phrase.length < 2) continue;
    const unit = readPhrase(phrase, vocabulary);
    if (unit === null || isCovered(phrase, phrases)) continue;
    units.push(unit);
    share(
      phrase.start,
      phrase.length,
      unit.foreign === 1
        ? withinPhrase.foreign
        : phrase.meaning.acronym === undefined
          ? withinPhrase.concept
          : withinPhrase.acronym,
    );
  }
  for (const symbol of symbols) {
    if (vocabulary.has(symbol.text)) {
      units.push({
        alternatives: [{ term: symbol.text, factor: 1 }],
        weight: vocabulary.weight(symbol.text) * (vocabulary.isProminent(symbol.text) ? 0.8 : 0.4),
        foreign: 0,
      });
      for (const part of typed.slice(symbol.start, symbol.start + symbol.length))
        share(
          words.findIndex((word) => word.text === part),
          1,
          withinPhrase.symbol,
        );
    } else if (symbol.code) units.push({ alternatives: [], weight: unknown * unknownWeights.symbol, foreign: 0 });
  }
  for (let index = 0; index + 1 < words.length; index += 1) {
    const joined = `${words[index]?.text}${words[index + 1]?.text}`;
    if (
      joined.length < 6 ||
      !vocabulary.has(joined) ||
      (shares[index] ?? 1) < 1 ||
      symbols.some(({ text: symbol }) => symbol === joined)
    )
      continue;
    units.push({ alternatives: [{ term: joined, factor: 0.9 }], weight: vocabulary.weight(joined) * 0.8, foreign: 0 });
    share(index, 2, withinPhrase.symbol);
  }
  words.forEach((word, index) => {
    if (!word.stop) units.push(readUnit(word, phrases, index, shares[index] ?? 1, vocabulary));
  });
  return { units: merge(units).filter(({ weight }) => weight > 0), intent: readIntent(typed) };
}

/** The beginning of a text with at most so many distinct words, and twice as many in all. */
function capWords(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const end = words.findIndex((word, index) => seen.add(word).size > mostWords || index >= 2 * mostWords);
  return end < 0 ? words : words.slice(0, end);
}

function readWord(text: string, vocabulary: Vocabulary, speller: Speller): Word[] {
  const word = (spelling: string, certainty: number): Word => ({
    stem: stem(spelling),
    text: spelling,
    certainty,
    stop: isStopWord(spelling),
  });
  if (isKnown(text, vocabulary)) return [word(text, 1)];
  const correction = speller.correct(text);
  const parts = correction === null || correction.edits > 1 ? speller.split(text) : null;
  if (parts !== null) return parts.map((part) => word(part, 0.95));
  if (correction !== null) return [word(correction.word, 1 - editLoss * correction.edits)];
  return [word(text, 1)];
}

function isKnown(text: string, vocabulary: Vocabulary): boolean {
  if (isStopWord(text) || vocabulary.has(text) || vocabulary.has(stem(text))) return true;
  return (
    vocabulary.spellings.has(text) ||
    isEverydayWord(text) ||
    isGenericWord(stem(text)) ||
    findPhrases([stem(text)]).length > 0
  );
}

/** Phrases whose words stand apart by nothing but stop words ("layers that are fully and densely connected"). */
function findSpreadPhrases(words: readonly Word[]): PhraseMatch[] {
  const positions = words.flatMap(({ stop }, index) => (stop ? [] : [index]));
  if (positions.length === words.length) return [];
  return findPhrases(positions.map((position) => words[position]?.stem ?? '')).flatMap((phrase) => {
    const start = positions[phrase.start] ?? 0;
    const length = (positions[phrase.start + phrase.length - 1] ?? 0) - start + 1;
    return length > phrase.length ? [{ ...phrase, start, length }] : [];
  });
}

/** A phrase within a longer one of the same kind adds nothing. */
function isCovered(phrase: PhraseMatch, phrases: readonly PhraseMatch[]): boolean {
  const end = phrase.start + phrase.length;
  return phrases.some(
    (other) =>
      other.length > phrase.length &&
      other.start <= phrase.start &&
      other.start + other.length >= end &&
      (other.meaning.acronym !== undefined || other.meaning.foreign || phrase.meaning.acronym === undefined),
  );
}

function readPhrase({ key, meaning }: PhraseMatch, vocabulary: Vocabulary): Unit | null {
  const foreign = meaning.foreign ? 1 - vocabulary.ownership(key) : 0;
  if (foreign === 1) return { alternatives: [], weight: vocabulary.weight('') * unknownWeights.foreign, foreign };
  const alternatives = meanings(meaning, 1, vocabulary);
  if (alternatives.length === 0) return null;
  const share = key.split(' ').every((part) => isGenericWord(part) || isStopWord(part)) ? genericShare : 1;
  return { alternatives, weight: strongest(alternatives, vocabulary) * share, foreign };
}

function readUnit(
  word: Word,
  phrases: readonly PhraseMatch[],
  index: number,
  share: number,
  vocabulary: Vocabulary,
): Unit {
  const single = phrases.find(({ start, length }) => start === index && length === 1);
  const generic = isGenericWord(word.stem);
  const unknown = vocabulary.weight('');
  const foreign = single?.meaning.foreign === true ? 1 - vocabulary.ownership(single.key) : 0;
  if (foreign === 1) {
    const passing = vocabulary.has(word.stem) ? [{ term: word.stem, factor: 0.3 }] : [];
    return { alternatives: passing, weight: unknown * unknownWeights.foreign * share, foreign };
  }
  const own = vocabulary.has(word.stem) ? [{ term: word.stem, factor: word.certainty }] : [];
  const others = single === undefined ? [] : meanings(single.meaning, word.certainty, vocabulary);
  const alternatives = [...own, ...others];
  const known =
    own.length > 0
      ? vocabulary.weight(word.stem) * (vocabulary.isProminent(word.stem) ? 1 : passingShare)
      : strongest(others, vocabulary) * (generic ? genericShare : 1);
  const kind = generic ? 'generic' : isEverydayWord(word.text) ? 'everyday' : 'word';
  if (alternatives.length > 0)
    return { alternatives, weight: known * share * (kind === 'everyday' ? everydayShare : 1), foreign };
  return { alternatives, weight: unknown * unknownWeights[kind] * share, foreign: 0 };
}

function meanings(
  { acronym, heads, hints }: PhraseMatch['meaning'],
  certainty: number,
  vocabulary: Vocabulary,
): Alternative[] {
  return [
    ...(acronym === undefined ? [] : [{ term: acronym, factor: certainty }]),
    ...heads.map((term) => ({ term, factor: headFactor * certainty })),
    ...hints.map((term) => ({ term, factor: hintFactor * certainty })),
  ].filter(({ term }) => vocabulary.has(term));
}

function strongest(alternatives: readonly Alternative[], vocabulary: Vocabulary): number {
  return alternatives.reduce((most, { term }) => Math.max(most, vocabulary.weight(term)), 0);
}

/** Units that are found by the same first term say the same thing; the weightier stays. */
function merge(units: readonly Unit[]): Unit[] {
  const merged = new Map<string, Unit>();
  units.forEach((unit, index) => {
    const key = unit.alternatives[0]?.term ?? ` ${index}`;
    if ((merged.get(key)?.weight ?? 0) < unit.weight) merged.set(key, unit);
  });
  return [...merged.values()];
}
