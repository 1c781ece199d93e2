import MiniSearch from 'minisearch';
import type { Question } from '../core/question.ts';
import type { ContentWord } from './analyze.ts';
import { readDocument, termsOf } from './document.ts';
import type { Field } from './document-text.ts';
import { fields } from './document-text.ts';
import { encodeHeadings } from './headings.ts';
import type { Lexicon } from './lexicon.ts';
import type { Unit } from './query.ts';
import type { WholeVocabulary } from './vocabulary.ts';
import { createVocabularyBuilder } from './vocabulary.ts';

/** A question that BM25+ found, and the fields in which it has each term. */
export type Candidate = {
  readonly document: number;
  readonly score: number;
  readonly match: Readonly<Record<string, readonly string[]>>;
};

export type SearchIndex = {
  readonly vocabulary: WholeVocabulary;
  /** Titles and aliases of a question, see `encodeHeadings`. */
  readonly headings: (document: number) => Int32Array;
  /** Words as the bank writes them and how often they were counted. */
  readonly spellings: ReadonlyMap<string, number>;
  /** The best candidates for a query, best first; `terms` are those that were looked up. */
  readonly retrieve: (units: readonly Unit[], limit: number) => Retrieval;
};

export type Retrieval = { readonly candidates: readonly Candidate[]; readonly terms: ReadonlySet<string> };

type Entry = { readonly document: number } & Readonly<Record<Field, string>>;

/** What a match is worth by its field. Between 1 and 5 for titles, retrieval hardly changes. */
const boost: Readonly<Record<Field, number>> = { title: 2.5, aliases: 2, answer: 1 };

/** A word of a title counts as much for the speller as this many in an answer. */
const prominence = 8;

/**
 * A term that more than this share of the questions use is not retrieved by while a rarer one is there: it costs the
 * most and tells the least. By the size from which on it holds, largest first.
 */
const commonShares = [
  { size: 2_000, share: 0.05 },
  { size: 200, share: 0.2 },
];

/** Everything that is made of a bank once: BM25+ postings, vocabulary, titles and aliases. Linear in the bank's text. */
export function createSearchIndex(questions: readonly Question[], lexicon: Lexicon): SearchIndex {
  const builder = createVocabularyBuilder(lexicon.isOwn);
  const spellings = new Map<string, number>();
  const engine = new MiniSearch<Entry>({
    idField: 'document',
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: { boost },
  });
  const spell = (word: string, times: number) => spellings.set(word, (spellings.get(word) ?? 0) + times);
  const headings = questions.map((question, document) => {
    const read = readDocument(question, lexicon);
    const idsOf = ({ terms, rarity }: ContentWord, prominent: boolean) =>
      terms.map((term, place) => builder.add(term, document, prominent, place === 0 ? rarity : 1));
    const encoded = encodeHeadings(read.headings, (word) => idsOf(word, true));
    for (const word of read.answer.content) idsOf(word, false);
    for (const word of read.headings.flatMap(({ words, compounds }) => [...words, ...compounds]))
      spell(word, prominence);
    for (const word of read.answer.words) spell(word, 1);
    const [title, ...aliases] = read.headings.map((heading) => termsOf(heading).join(' '));
    engine.add({ document, title: title ?? '', aliases: aliases.join(' '), answer: termsOf(read.answer).join(' ') });
    return encoded;
  });
  const vocabulary = builder.build(questions.length);
  const commonShare = commonShares.find(({ size }) => questions.length >= size)?.share ?? 1;

  return {
    vocabulary,
    headings: (document) => headings[document] ?? new Int32Array(),
    spellings,
    retrieve: (units, limit) => {
      const boosts = new Map<string, number>();
      for (const { alternatives } of units) {
        for (const { term, factor } of alternatives) boosts.set(term, Math.max(boosts.get(term) ?? 0, factor));
      }
      const all = [...boosts.keys()];
      const rare = all.filter((term) => vocabulary.shareOf(term) <= commonShare);
      const terms = rare.length > 0 ? rare : all;
      const results = engine.search(terms.join(' '), { boostTerm: (term) => boosts.get(term) ?? 1 });
      const candidates = results
        .slice(0, limit)
        .map(({ id, score, match }) => ({ document: Number(id), score, match }));
      return { candidates, terms: new Set(terms) };
    },
  };
}
