import MiniSearch from 'minisearch';
import type { Question } from '../core/question.ts';
import { indexDocument } from './document.ts';
import type { Field } from './document-text.ts';
import { fields } from './document-text.ts';
import type { Headings } from './headings.ts';
import { createHeadings } from './headings.ts';
import type { Unit } from './unit.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createVocabularyBuilder } from './vocabulary.ts';

/** A question that BM25+ found, and the fields in which it has each term. */
export type Candidate = {
  readonly document: number;
  readonly score: number;
  readonly match: Readonly<Record<string, readonly string[]>>;
};

export type Retrieval = {
  readonly candidates: readonly Candidate[];
  /** The terms that were looked up; those that a large part of a larger bank uses are left out. */
  readonly terms: ReadonlySet<string>;
};

export type SearchIndex = {
  readonly vocabulary: Vocabulary;
  readonly headings: Headings;
  /** The best candidates for a query, best first. */
  readonly retrieve: (units: readonly Unit[], limit: number) => Retrieval;
};

type Entry = { readonly document: number } & Readonly<Record<Field, string>>;

/** What a match is worth by its field. Between 1 and 5 for titles, retrieval hardly changes. */
const boost: Readonly<Record<Field, number>> = { title: 2.5, aliases: 2, answer: 1 };

/**
 * A term that more than this share of the questions use is not retrieved by while a rarer one is there: it costs the
 * most and tells the least. By the size from which on it holds, largest first.
 */
const commonShares = [
  { size: 2_000, share: 0.05 },
  { size: 200, share: 0.2 },
];

/** Everything that is made of a bank once: BM25+ postings, vocabulary, titles and aliases. Linear in the bank's text. */
export function createSearchIndex(questions: readonly Question[]): SearchIndex {
  const builder = createVocabularyBuilder();
  const engine = new MiniSearch<Entry>({
    idField: 'document',
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: { boost },
  });
  const headings = questions.map((question, document) => {
    const indexed = indexDocument(question, document, builder);
    engine.add({ document, ...indexed.entry });
    return indexed.headings;
  });
  const vocabulary = builder.build(questions.length);
  const common = commonShares.find(({ size }) => questions.length >= size);
  const commonWeight = common === undefined ? 0 : Math.log(1 + (1 - common.share) / common.share);

  return {
    vocabulary,
    headings: createHeadings(headings, vocabulary),
    retrieve: (units, limit) => {
      const boosts = new Map<string, number>();
      for (const { alternatives } of units) {
        for (const { term, factor } of alternatives) boosts.set(term, Math.max(boosts.get(term) ?? 0, factor));
      }
      const all = [...boosts.keys()];
      const rare = all.filter((term) => vocabulary.weight(term) >= commonWeight);
      const terms = rare.length > 0 ? rare : all;
      const results = engine.search(terms.join(' '), { boostTerm: (term) => boosts.get(term) ?? 1 });
      const candidates = results
        .slice(0, limit)
        .map(({ id, score, match }) => ({ document: Number(id), score, match }));
      return { candidates, terms: new Set(terms) };
    },
  };
}
