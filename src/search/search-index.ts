import MiniSearch from 'minisearch';
import type { Question } from '../core/question.ts';
import { analyze } from './analyze.ts';
import type { Field } from './document-text.ts';
import { answerText, fields, headings } from './document-text.ts';
import type { Headings } from './headings.ts';
import { createHeadings } from './headings.ts';
import type { Unit } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createVocabularyBuilder } from './vocabulary.ts';

/** A question that BM25+ found, and the fields in which it has each term. */
export type Candidate = {
  readonly document: number;
  readonly score: number;
  readonly match: Readonly<Record<string, readonly string[]>>;
};

export type SearchIndex = {
  readonly vocabulary: Vocabulary;
  readonly headings: Headings;
  /** The best candidates for a query, best first. */
  readonly retrieve: (units: readonly Unit[], limit: number) => Retrieval;
};

export type Retrieval = {
  readonly candidates: readonly Candidate[];
  /** The terms that were looked up; those that a large part of a larger bank uses are left out. */
  readonly terms: ReadonlySet<string>;
};

type Entry = { readonly document: number } & Readonly<Record<Field, string>>;

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
  const headingTerms: Int32Array[] = [];
  const engine = new MiniSearch<Entry>({
    idField: 'document',
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: { title: 2.5, aliases: 2, answer: 1 },
      boostTerm: () => 1,
    },
  });
  questions.forEach((question, document) => {
    const texts: Record<Field, readonly string[]> = {
      title: [question.title],
      aliases: question.aliases,
      answer: [answerText(question)],
    };
    const entry: Record<Field, string> = { title: '', aliases: '', answer: '' };
    for (const field of fields) {
      const prominent = field === 'title' || field === 'aliases';
      const analyses = texts[field].map(analyze);
      for (const { words, terms, phrases } of analyses) {
        for (const word of words) builder.addSpelling(word, prominent);
        if (!prominent) continue;
        for (const { key, length } of phrases)
          builder.addOwnPhrase(key, field === 'title' ? 1 : (2 * length) / terms.length);
      }
      for (const { terms } of analyses)
        for (const list of terms) for (const term of list) builder.addTerm(term, document, prominent);
      entry[field] = analyses.flatMap(({ terms }) => terms.flat()).join(' ');
    }
    headingTerms.push(
      encode(
        headings(question).map((heading) => analyze(heading).terms),
        (term) => builder.addTerm(term, document, true),
      ),
    );
    engine.add({ document, ...entry });
  });
  const vocabulary = builder.build(questions.length);
  const common = commonShares.find(({ size }) => questions.length >= size);
  const commonWeight = common === undefined ? 0 : Math.log(1 + (1 - common.share) / common.share);

  return {
    vocabulary,
    headings: createHeadings(headingTerms, vocabulary),
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

/** Titles and aliases as numbers: the terms of a word, −1 behind each word, −2 behind each heading. */
function encode(analyses: readonly (readonly (readonly string[])[])[], idOf: (term: string) => number): Int32Array {
  return Int32Array.from(analyses.flatMap((words) => [...words.flatMap((terms) => [...terms.map(idOf), -1]), -2]));
}
