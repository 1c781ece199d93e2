import type { Question } from '../core/question.ts';
import { capText, cleanText } from './clean-text.ts';

/** Most questions that are looked at for one key; a single letter may begin a word of the whole bank. */
const mostCandidates = 200;

/** Longest word that is compared, in letters. */
const longestWord = 40;

type Postings = { readonly word: string; readonly documents: readonly number[] };

/**
 * Completion over titles and aliases by words: all typed words must be there, the last one as the beginning of a word
 * anywhere in the heading. Nothing typed gives the first questions of the bank.
 */
export function createCompletion(questions: readonly Question[]): (typed: string, limit: number) => readonly string[] {
  const lines = questions.map(({ title, aliases }) => [title, ...aliases].map((heading) => wordsOf(heading).join(' ')));
  const postings = sortedPostings(lines);

  return (typed, limit) => {
    const most = Math.max(0, limit);
    const words = wordsOf(capText(typed)).slice(0, 12);
    const last = words.at(-1);
    if (last === undefined) return questions.slice(0, most).map(({ id }) => id);
    const text = words.join(' ');
    return gather(postings, words, last)
      .map((document) => ({ document, value: bestValue(lines[document] ?? [], text, words) }))
      .filter(({ value }) => value > 0)
      .toSorted((a, b) => b.value - a.value || a.document - b.document)
      .slice(0, most)
      .map(({ document }) => questions[document]?.id ?? '');
  };
}

function wordsOf(text: string): string[] {
  return (
    cleanText(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).map((word) => word.slice(0, longestWord));
}

function sortedPostings(lines: readonly (readonly string[])[]): Postings[] {
  const byWord = new Map<string, number[]>();
  lines.forEach((headingLines, document) => {
    for (const word of new Set(headingLines.flatMap((line) => line.split(' ')))) {
      const documents = byWord.get(word) ?? [];
      if (documents.length === 0) byWord.set(word, documents);
      documents.push(document);
    }
  });
  return [...byWord].map(([word, documents]) => ({ word, documents })).toSorted((a, b) => (a.word < b.word ? -1 : 1));
}

/** Questions that have the rarest of the typed words: a finished one exactly, the last one as a beginning. */
function gather(postings: readonly Postings[], words: readonly string[], last: string): readonly number[] {
  let rarest: readonly number[] | null = null;
  for (const word of words.slice(0, -1)) {
    const at = lowerBound(postings, word);
    const documents = postings[at]?.word === word ? (postings[at]?.documents ?? []) : [];
    if (rarest === null || documents.length < rarest.length) rarest = documents;
  }
  if (rarest !== null && rarest.length <= mostCandidates) return rarest;
  const found = new Set<number>();
  for (let at = lowerBound(postings, last); postings[at]?.word.startsWith(last) === true; at += 1) {
    for (const document of postings[at]?.documents ?? []) {
      found.add(document);
      if (found.size >= mostCandidates) return [...found];
    }
  }
  return [...found];
}

function lowerBound(postings: readonly Postings[], word: string): number {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle]?.word ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Beginnings of the title count most, then of an alias, then runs within them, then words in any order; short before long. */
function bestValue(lines: readonly string[], text: string, words: readonly string[]): number {
  let best = 0;
  lines.forEach((line, index) => {
    const at = ` ${line}`.indexOf(` ${text}`);
    const inAnyOrder = at < 0 && words.every((word) => ` ${line}`.includes(` ${word}`));
    const form = at === 0 ? 3 : at > 0 ? 2 : inAnyOrder ? 1 : 0;
    if (form > 0) best = Math.max(best, form + (index === 0 ? 0.5 : 0) + text.length / (line.length + 1) / 2);
  });
  return best;
}
