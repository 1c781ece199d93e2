import type { PhraseMatch } from './analyze.ts';
import { capText } from './clean-text.ts';
import type { Intent } from './intent.ts';
import { readIntent } from './intent.ts';
import type { QueryWord } from './query-words.ts';
import { readPhrases, readWords } from './query-words.ts';
import type { Speller } from './spelling.ts';
import type { Compound } from './tokenize.ts';
import { tokenize } from './tokenize.ts';
import type { Unit } from './unit.ts';
import { compoundUnit, joinedUnit, phraseUnit, wordUnit } from './unit.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Query = { readonly units: readonly Unit[]; readonly intent: Intent };

/** What a word still counts by itself where something larger that it belongs to is counted. */
const within = { foreign: 0.3, acronym: 0.25, concept: 0.6, compound: 0.6 };

/** What a word still counts where it only says in what the rest is seen ("stride in a CNN"). */
const surroundings = 0.4;

/** Units, what the single words under them still count, and what is left of a unit by the place of its first word. */
type Draft = {
  readonly units: Unit[];
  readonly shares: number[];
  readonly placed: (unit: Unit, start: number) => Unit;
};

/** What a text asks for, in terms of one bank. Any text gives a query; one without content has no units. */
export function parseQuery(text: string, vocabulary: Vocabulary, speller: Speller): Query {
  const { words: typed, compounds } = tokenize(capText(text));
  const words = readWords(typed, vocabulary, speller);
  const phrases = readPhrases(words);
  const around = surroundingsStart(words);
  const draft: Draft = {
    units: [],
    shares: words.map(() => 1),
    placed: (unit, start) =>
      start >= around && isOwn(unit, vocabulary) ? { ...unit, weight: unit.weight * surroundings } : unit,
  };
  addPhrases(draft, phrases, vocabulary);
  addCompounds(draft, compounds, typed, words, vocabulary);
  addJoined(draft, compounds, words, vocabulary);
  words.forEach((word, index) => {
    if (word.stop) return;
    const single = phrases.find(({ start, length }) => start === index && length === 1);
    const unit = draft.placed(wordUnit(word, single, vocabulary), index);
    draft.units.push({ ...unit, weight: unit.weight * (draft.shares[index] ?? 1) });
  });
  return { units: merge(draft.units), intent: readIntent(typed) };
}

/** Where the words begin that follow the last "in", if anything is said before it; else behind all words. */
function surroundingsStart(words: readonly QueryWord[]): number {
  const last = words.findLastIndex(({ text }) => text === 'in');
  return words.slice(0, Math.max(0, last)).some(({ stop }) => !stop) ? last : words.length;
}

function addPhrases(draft: Draft, phrases: readonly PhraseMatch[], vocabulary: Vocabulary): void {
  for (const phrase of phrases) {
    const unit = phrase.length < 2 || isCovered(phrase, phrases) ? null : phraseUnit(phrase, vocabulary);
    if (unit === null) continue;
    const kind = unit.foreign === 1 ? 'foreign' : phrase.meaning.acronym === undefined ? 'concept' : 'acronym';
    add(draft, unit, phrase.start, phrase.length, within[kind]);
  }
}

function addCompounds(
  draft: Draft,
  compounds: readonly Compound[],
  typed: readonly string[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): void {
  for (const compound of compounds) {
    const unit = compoundUnit(compound, vocabulary);
    if (unit === null) continue;
    const known = unit.alternatives.length > 0;
    const start = words.findIndex(({ text }) => text === typed[compound.start]);
    add(draft, unit, start, known && start >= 0 ? compound.length : 0, within.compound);
  }
}

function addJoined(
  draft: Draft,
  compounds: readonly Compound[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): void {
  for (let index = 0; index + 1 < words.length; index += 1) {
    const [first, second] = [words[index], words[index + 1]];
    if (first === undefined || second === undefined || first.stop || second.stop) continue;
    const text = first.text + second.text;
    const counted = (draft.shares[index] ?? 1) < 1 || compounds.some((compound) => compound.text === text);
    const unit = counted ? null : joinedUnit(text, vocabulary);
    if (unit !== null) add(draft, unit, index, 2, within.compound);
  }
}

/** True for what a title or an alias says as it was typed: anything else is a sign of a subject of its own. */
function isOwn({ alternatives: [own], foreign }: Unit, vocabulary: Vocabulary): boolean {
  return own?.factor === 1 && foreign === 0 && vocabulary.isProminent(own.term);
}

function add({ units, shares, placed }: Draft, unit: Unit, start: number, length: number, share: number): void {
  units.push(placed(unit, start));
  const end = Math.min(shares.length, start + length);
  for (let index = start; index < end; index += 1) shares[index] = Math.min(shares[index] ?? 1, share);
}

/** A phrase within a longer one of the same kind adds nothing. */
function isCovered(phrase: PhraseMatch, phrases: readonly PhraseMatch[]): boolean {
  const end = phrase.start + phrase.length;
  return phrases.some(
    ({ start, length, meaning }) =>
      length > phrase.length &&
      start <= phrase.start &&
      start + length >= end &&
      (meaning.acronym !== undefined || meaning.foreign || phrase.meaning.acronym === undefined),
  );
}

/** Units that are found by the same first term say the same thing; the weightier stays. */
function merge(units: readonly Unit[]): readonly Unit[] {
  const merged = new Map<string, Unit>();
  units.forEach((unit, index) => {
    const key = unit.alternatives[0]?.term ?? ` ${index}`;
    if ((merged.get(key)?.weight ?? 0) < unit.weight) merged.set(key, unit);
  });
  return [...merged.values()];
}
