import type { ContentWord } from './analyze.ts';
import type { Document } from './document.ts';
import { encodeHeadings } from './headings.ts';
import type { Lexicon } from './lexicon.ts';
import type { Found, PostingColumns, Postings } from './postings.ts';
import { createPostings, createPostingsBuilder } from './postings.ts';
import type { Unit } from './query.ts';
import type { WholeVocabulary } from './vocabulary.ts';
import { createVocabularyBuilder } from './vocabulary.ts';

export type SearchIndex = {
  readonly vocabulary: WholeVocabulary;
  /** Titles and aliases of a question, see `encodeHeadings`. */
  readonly headings: (document: number) => Int32Array;
  /** Words as the bank writes them and how often they were counted. */
  readonly spellings: ReadonlyMap<string, number>;
  /** The best candidates for a query, best first; `terms` are the ids of those that were looked up. */
  readonly retrieve: (units: readonly Unit[], limit: number) => Retrieval;
  /** What `retrieve` goes by, to be kept. */
  readonly columns: PostingColumns;
  /** See `Postings`. */
  readonly standing: Postings['standing'];
};

/** What BM25+ found; a candidate that only explains a message that was pasted has a score of 0. */
export type Retrieval = { readonly candidates: readonly Found[]; readonly terms: ReadonlySet<number> };

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

/**
 * Everything that is made of a bank once: BM25+ postings, vocabulary, titles and aliases. Linear in the bank's text. `kept`:
 * the postings of the very same documents, if they were made before.
 */
export function createSearchIndex(
  documents: readonly Document[],
  lexicon: Lexicon,
  kept: PostingColumns | null = null,
): SearchIndex {
  const builder = createVocabularyBuilder(lexicon.isOwn);
  const spellings = new Map<string, number>();
  const postingsBuilder = createPostingsBuilder();
  const spell = (word: string, times: number) => spellings.set(word, (spellings.get(word) ?? 0) + times);
  const headings = documents.map((read, document) => {
    const idsOf = ({ terms, rarity }: ContentWord, prominent: boolean) =>
      terms.map((term, place) => builder.add(term, document, prominent, place === 0 ? rarity : 1));
    const byHeading = read.headings.map(({ content }) => content.map((word) => idsOf(word, true)));
    const [title = [], ...aliases] = byHeading.map((words) => words.flat());
    const answer = read.answer.content.flatMap((word) => idsOf(word, false));
    if (kept === null) postingsBuilder.add({ title, aliases: aliases.flat(), answer });
    for (const word of read.headings.flatMap(({ words, compounds }) => [...words, ...compounds]))
      spell(word, prominence);
    for (const word of read.answer.words) spell(word, 1);
    return encodeHeadings(byHeading);
  });
  const vocabulary = builder.build(documents.length);
  const columns = kept ?? postingsBuilder.build(vocabulary.size);
  const postings = createPostings(columns);
  const commonShare = commonShares.find(({ size }) => documents.length >= size)?.share ?? 1;

  return {
    vocabulary,
    headings: (document) => headings[document] ?? new Int32Array(),
    spellings,
    columns,
    standing: postings.standing,
    retrieve: (units, limit) => {
      const factors = new Map<number, number>();
      for (const { alternatives } of units) {
        for (const { term, factor } of alternatives) {
          const id = vocabulary.idOf(term) ?? -1;
          factors.set(id, Math.max(factors.get(id) ?? 0, factor));
        }
      }
      const all = Array.from(factors, ([id, factor]) => ({ id, factor }));
      const rare = all.filter(({ id }) => vocabulary.shareOf(id) <= commonShare);
      const sought = rare.length > 0 ? rare : all;
      return { candidates: postings.search(sought, limit), terms: new Set(sought.map(({ id }) => id)) };
    },
  };
}
