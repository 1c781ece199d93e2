import { acronyms } from './acronyms.ts';
import { everydayConcepts } from './concepts/everyday-concepts.ts';
import { frameworkConcepts } from './concepts/framework-concepts.ts';
import { layConcepts } from './concepts/lay-concepts.ts';
import { networkConcepts } from './concepts/network-concepts.ts';
import { trainingConcepts } from './concepts/training-concepts.ts';
import { visionConcepts } from './concepts/vision-concepts.ts';
import { foreignTerms } from './foreign-terms.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokenize.ts';
import { stem } from './word-forms.ts';

/** What a phrase stands for, beside its own words. */
export type Meaning = {
  /** The token shared by a short form and its long forms (`@mse`). */
  readonly acronym?: string;
  /** Concepts whose technical word it is: a question that uses it is about them. */
  readonly heads: readonly string[];
  /** Concepts at which it hints as an everyday word: only a query is read that way. */
  readonly hints: readonly string[];
  /** True for the name of something from next door. */
  readonly foreign: boolean;
};

type Draft = { acronym?: string; heads: string[]; hints: string[]; foreign: boolean };

/** Filled while the lexicon is built: its words as they are written. */
const written = new Set<string>();

const concepts = [visionConcepts, networkConcepts, trainingConcepts, frameworkConcepts, everydayConcepts, layConcepts];

/**
 * The lexicon by phrase (stems joined by a space). Each line of a concept file is one concept: its technical words,
 * separated by commas, and behind a bar the everyday words that hint at it. Acronym and foreign lists have no bar.
 */
export const lexicon: ReadonlyMap<string, Meaning> = buildLexicon();

/** Single words of the lexicon as they are written, for the speller. */
export const lexiconWords: ReadonlySet<string> = written;

/** Stems that begin a phrase of two or more words, with the length of the longest; most words begin none. */
export const phraseStarts: ReadonlyMap<string, number> = findStarts();

/** The key under which a phrase stands in the lexicon. */
function phraseKey(phrase: string): string {
  const { words } = tokenize(phrase);
  for (const word of words) written.add(word);
  return words.map(stem).join(' ');
}

function findStarts(): Map<string, number> {
  const starts = new Map<string, number>();
  for (const key of lexicon.keys()) {
    const stems = key.split(' ');
    const first = stems[0] ?? '';
    if (stems.length > 1) starts.set(first, Math.max(starts.get(first) ?? 0, stems.length));
  }
  return starts;
}

function buildLexicon(): Map<string, Meaning> {
  const meanings = new Map<string, Draft>();
  const meaning = (phrase: string): Draft => {
    const key = phraseKey(phrase);
    const found = meanings.get(key) ?? { heads: [], hints: [], foreign: false };
    meanings.set(key, found);
    return found;
  };
  for (const phrases of lines(acronyms)) {
    const token = `@${tokenName(phrases[0] ?? '')}`;
    for (const phrase of phrases) meaning(phrase).acronym ??= token;
  }
  for (const source of concepts) {
    for (const line of source.trim().split('\n')) {
      const [technical = '', everyday = ''] = line.split('|');
      const [heads, hints] = [split(technical), split(everyday)];
      const token = `~${tokenName(heads[0] ?? '')}/${tokenName(heads[1] ?? '')}`;
      for (const head of heads) addOnce(meaning(head).heads, token);
      for (const hint of hints) addOnce(meaning(hint).hints, token);
    }
  }
  for (const phrases of lines(foreignTerms)) for (const phrase of phrases) meaning(phrase).foreign = true;
  for (const phrase of [...meanings.keys()]) {
    const content = contentKey(phrase);
    if (content !== phrase && content.includes(' ') && !meanings.has(content))
      meanings.set(content, meanings.get(phrase) ?? { heads: [], hints: [], foreign: false });
  }
  meanings.delete('');
  return meanings;
}

/** A phrase without its stop words, for texts that put others between its words. */
function contentKey(key: string): string {
  return key
    .split(' ')
    .filter((word) => !isStopWord(word))
    .join(' ');
}

/** Terms hold no space: the index separates them by it. */
function tokenName(phrase: string): string {
  return phraseKey(phrase).replaceAll(' ', '_');
}

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}

function lines(source: string): string[][] {
  return source.trim().split('\n').map(split);
}

function split(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
