import { isGenericWord } from './generic-words.ts';

/** What a bank knows: its terms with the number of questions that use each, and its words as they are written. */
export type Vocabulary = {
  readonly size: number;
  /** Index of a term, undefined for one that no question uses. */
  readonly idOf: (term: string) => number | undefined;
  readonly has: (term: string) => boolean;
  /** True for a term that a title or an alias uses. */
  readonly isProminent: (term: string) => boolean;
  /**
   * Information of a term: BM25's ln(1 + (N − n + ½) / (n + ½)) for n of N questions, half of it for a generic word; the
   * most for a term that is unknown. For a term of titles or aliases, n lies between the questions that name it there
   * and all that use it.
   */
  readonly weight: (term: string) => number;
  readonly weightOf: (id: number) => number;
  /**
   * In [0, 1]: how much a phrase of the lexicon is a subject of the bank: the largest share that it has of a title or an
   * alias, doubled, so that half an alias is enough; 1 for a phrase of a title.
   */
  readonly ownership: (phrase: string) => number;
  /** Written words and how often they were counted, prominent ones more. */
  readonly spellings: ReadonlyMap<string, number>;
};

export type VocabularyBuilder = {
  readonly addTerm: (term: string, document: number, prominent: boolean) => number;
  readonly addSpelling: (word: string, prominent: boolean) => void;
  readonly addOwnPhrase: (phrase: string, share: number) => void;
  readonly build: (documents: number) => Vocabulary;
};

/** What a generic word tells, against another word that is as rare. */
const genericShare = 0.5;

/** How far the questions that name a term in a title or an alias stand for all that use it: answers repeat the field's common words. */
const headingPart = 0.5;

/** A word of a title counts as much for the speller as this many in an answer. */
const prominence = 8;

/** Collects a vocabulary question by question, in order. */
export function createVocabularyBuilder(): VocabularyBuilder {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const last: number[] = [];
  const headingCounts: number[] = [];
  const lastHeading: number[] = [];
  const prominent = new Set<string>();
  const own = new Map<string, number>();
  const spellings = new Map<string, number>();
  return {
    addTerm: (term, document, isProminent) => {
      let id = ids.get(term);
      if (id === undefined) {
        id = ids.size;
        ids.set(term, id);
        counts.push(0);
        last.push(-1);
        headingCounts.push(0);
        lastHeading.push(-1);
      }
      if (last[id] !== document) counts[id] = (counts[id] ?? 0) + 1;
      last[id] = document;
      if (isProminent) {
        prominent.add(term);
        if (lastHeading[id] !== document) headingCounts[id] = (headingCounts[id] ?? 0) + 1;
        lastHeading[id] = document;
      }
      return id;
    },
    addSpelling: (word, isProminent) => {
      spellings.set(word, (spellings.get(word) ?? 0) + (isProminent ? prominence : 1));
    },
    addOwnPhrase: (phrase, share) => {
      own.set(phrase, Math.max(own.get(phrase) ?? 0, Math.min(1, share)));
    },
    build: (documents) => {
      const weights = Float64Array.from(counts, (count, id) => {
        const inHeadings = headingCounts[id] ?? 0;
        return information(documents, inHeadings === 0 ? count : count + headingPart * (inHeadings - count));
      });
      for (const [term, id] of ids) if (isGenericWord(term)) weights[id] = (weights[id] ?? 0) * genericShare;
      const unknown = information(documents, 0);
      const weightOf = (id: number) => weights[id] ?? unknown;
      return {
        size: documents,
        idOf: (term) => ids.get(term),
        has: (term) => ids.has(term),
        isProminent: (term) => prominent.has(term),
        weight: (term) => weightOf(ids.get(term) ?? -1),
        weightOf,
        ownership: (phrase) => own.get(phrase) ?? 0,
        spellings,
      };
    },
  };
}

function information(documents: number, count: number): number {
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}
