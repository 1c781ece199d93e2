import { capText } from './clean-text.ts';
import type { Intent } from './intent.ts';
import { readIntent } from './intent.ts';
import type { Lexicon, Phrase } from './lexicon.ts';
import type { QueryWord } from './query-words.ts';
import { readWords } from './query-words.ts';
import { rarityOf } from './rarity.ts';
import type { Speller } from './spelling.ts';
import type { Compound } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';
import { shareOfRarity } from './vocabulary.ts';

/** A term of the index that a part of a query may be found by, and how well it stands for it, in (0, 1]. */
export type Alternative = { readonly term: string; readonly factor: number };

/** One thing that a query says. Without alternatives it is something that the bank does not know. */
export type Unit = {
  readonly alternatives: readonly Alternative[];
  /** How much it tells, in [0, 1]. */
  readonly weight: number;
  /** How many words it has. */
  readonly words: number;
};

export type Query = { readonly units: readonly Unit[]; readonly intent: Intent };

/** What a word still counts by itself where something larger that it belongs to is counted. */
const within = { phrase: 0.25, compound: 0.6 };

/** What a word still counts where it only says in what the rest is seen ("cache in a browser"). */
const surroundings = 0.2;

/** What remains of a known term's weight: a number tells little by itself, a compound less than its parts together. */
const shares = { number: 0.5, compound: 0.8, passingCompound: 0.4, joined: 0.9 };

/** Weights of what no question knows; a called name (`list.sort(`) and a neighbour tell the most. */
const unknownWeights = { named: 1, number: 0.12, compound: 0.5 };

/** A word that no question knows tells as much as it is rare, everyday words little. */
const rarityPower = 1.4;
const leastUnknown = 0.2;

/** What a word tells at least that stands in an answer only. */
const leastPassing = 0.15;

/** Fewer letters are no two words written as one. */
const shortestJoined = 6;

/** Units, what the single words under them still count, and from which word on all only says in what the rest is seen. */
type Draft = { readonly units: Unit[]; readonly left: number[]; readonly around: number };

/** What a text asks for, in terms of one bank. Any text gives a query; one without content has no units. */
export function parseQuery(text: string, lexicon: Lexicon, vocabulary: Vocabulary, speller: Speller): Query {
  const { words: typed, compounds, called } = lexicon.tokenize(capText(text));
  const words = readWords(typed, lexicon, vocabulary, speller);
  const phrases = readPhrases(words, lexicon);
  const draft: Draft = { units: [], left: words.map(() => 1), around: surroundingsStart(words) };
  for (const phrase of phrases) {
    if (phrase.length > 1 && !isCovered(phrase, phrases)) addPhrase(draft, phrase, words, vocabulary);
  }
  addCompounds(draft, compounds, typed, words, vocabulary);
  addJoined(draft, compounds, words, vocabulary);
  const isPlain = words.every(({ stop }) => stop);
  words.forEach((word, index) => {
    const single = phrases.filter(({ start, length }) => start === index && length === 1);
    if (word.stop && single.length === 0 && !isPlain) return;
    const unit = wordUnit(word, single, { called: called.has(word.text), isPlain }, vocabulary);
    const placed = index >= draft.around && isSaid(unit, vocabulary) ? surroundings : 1;
    draft.units.push({ ...unit, weight: unit.weight * placed * (draft.left[index] ?? 1) });
  });
  return { units: merge(draft.units), intent: readIntent(typed) };
}

/** Phrases of the lexicon in a query, also those whose words stand apart by nothing but stop words. */
function readPhrases(words: readonly QueryWord[], lexicon: Lexicon): readonly Phrase[] {
  const phrases = lexicon.find(words.map((word) => word.stem));
  const positions = words.flatMap(({ stop }, index) => (stop ? [] : [index]));
  if (positions.length === words.length) return phrases;
  const apart = lexicon.find(positions.map((position) => words[position]?.stem ?? '')).flatMap((phrase) => {
    const start = positions[phrase.start] ?? 0;
    const length = (positions[phrase.start + phrase.length - 1] ?? 0) - start + 1;
    return length > phrase.length ? [{ ...phrase, start, length }] : [];
  });
  return [...phrases, ...apart];
}

/** Where the words begin that follow the last "in", if anything is said before it; else behind all words. */
function surroundingsStart(words: readonly QueryWord[]): number {
  const last = words.findLastIndex(({ text }) => text === 'in');
  return words.slice(0, Math.max(0, last)).some(({ stop }) => !stop) ? last : words.length;
}

function addPhrase(
  draft: Draft,
  { start, length, shared, neighbour }: Phrase,
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): void {
  const known = shared !== null && vocabulary.has(shared);
  // A neighbour that titles or aliases speak of is a subject of this bank.
  const isOurs = words.slice(start, start + length).every((word) => word.stop || vocabulary.isProminent(word.stem));
  if (!known && (!neighbour || isOurs)) return;
  const alternatives = known ? [{ term: shared, factor: 1 }] : [];
  const weight = known ? vocabulary.weight(shared) : unknownWeights.named;
  add(draft, start, length, within.phrase, { alternatives, weight, words: 2 });
}

function addCompounds(
  draft: Draft,
  compounds: readonly Compound[],
  typed: readonly string[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): void {
  for (const { text, code, start, length } of compounds) {
    const known = vocabulary.has(text);
    if (!known && !code) continue;
    const at = words.findIndex((word) => word.text === typed[start]);
    const share = vocabulary.isProminent(text) ? shares.compound : shares.passingCompound;
    const weight = known ? vocabulary.weight(text) * share : unknownWeights.compound;
    const alternatives = known ? [{ term: text, factor: 1 }] : [];
    add(draft, at, known && at >= 0 ? length : 0, within.compound, { alternatives, weight, words: length });
  }
}

/** Two neighbouring words that the bank writes as one. */
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
    const counted = (draft.left[index] ?? 1) < 1 || compounds.some((compound) => compound.text === text);
    if (counted || text.length < shortestJoined || !vocabulary.has(text)) continue;
    const alternatives = [{ term: text, factor: shares.joined }];
    add(draft, index, 2, within.compound, {
      alternatives,
      weight: vocabulary.weight(text) * shares.compound,
      words: 2,
    });
  }
}

/** A single word, with what the lexicon knows of it. */
function wordUnit(
  word: QueryWord,
  phrases: readonly Phrase[],
  { called, isPlain }: { readonly called: boolean; readonly isPlain: boolean },
  vocabulary: Vocabulary,
): Unit {
  const shared = phrases.flatMap((phrase) => (phrase.shared === null ? [] : [phrase.shared]));
  // A word of its own may be a compound of the bank (readonly), which has no stem.
  const own = word.stop && !isPlain ? [] : [word.stem, ...(word.stem === word.text ? [] : [word.text])];
  const known = [...own, ...shared].filter((term) => vocabulary.has(term));
  const alternatives = known.map((term) => ({ term, factor: word.certainty }));
  const isNumber = /^\d+$/.test(word.text);
  if (phrases.some(({ neighbour }) => neighbour)) return { alternatives, weight: unknownWeights.named, words: 1 };
  if (known.length > 0) {
    // Two words may have one stem (guys, GUI): the commoner one tells less. What only answers say is in passing.
    const rarity = rarityOf(word.text);
    const prominent = known.some((term) => vocabulary.isProminent(term));
    const most = prominent ? shareOfRarity(rarity) : Math.max(leastPassing, rarity);
    const weight = Math.min(most, Math.max(...known.map((term) => vocabulary.weight(term))));
    return { alternatives, weight: weight * (isNumber ? shares.number : 1), words: 1 };
  }
  if (isNumber) return { alternatives, weight: unknownWeights.number, words: 1 };
  return {
    alternatives,
    weight: called ? unknownWeights.named : Math.max(leastUnknown, rarityOf(word.text) ** rarityPower),
    words: 1,
  };
}

/** True for what a title or an alias says as it was typed: anything else is a sign of a subject of its own. */
function isSaid({ alternatives: [own] }: Unit, vocabulary: Vocabulary): boolean {
  return own?.factor === 1 && vocabulary.isProminent(own.term);
}

function add({ units, left, around }: Draft, start: number, length: number, share: number, unit: Unit): void {
  const end = Math.min(left.length, start + length);
  units.push(start >= around ? { ...unit, weight: unit.weight * surroundings } : unit);
  for (let index = Math.max(0, start); index < end; index += 1) left[index] = Math.min(left[index] ?? 1, share);
}

/** A phrase within a longer one adds nothing. */
function isCovered(phrase: Phrase, phrases: readonly Phrase[]): boolean {
  const end = phrase.start + phrase.length;
  return phrases.some(({ start, length }) => length > phrase.length && start <= phrase.start && start + length >= end);
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
