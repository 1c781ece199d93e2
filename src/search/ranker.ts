import type { SubjectWords } from '../core/bank.ts';
import type { Question } from '../core/question.ts';
import type { Document } from './document.ts';
import { readDocument, readDocuments, termsOf } from './document.ts';
import { readIntent } from './intent.ts';
import type { Lexicon } from './lexicon.ts';
import { createLexicon } from './lexicon.ts';
import { createMessageMatcher } from './messages.ts';
import type { Model } from './model.ts';
import { fittedModel } from './model.ts';
import type { PostingColumns } from './postings.ts';
import type { Query } from './query.ts';
import { parseQuery } from './query.ts';
import type { Ranked } from './rank.ts';
import { rank } from './rank.ts';
import type { Retrieval, SearchIndex } from './search-index.ts';
import { createSearchIndex } from './search-index.ts';
import { createSpeller } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a query was understood as, and the questions that come into consideration, best first. */
export type Ranking = { readonly query: Query; readonly ranked: readonly Ranked[] };

export type Ranker = {
  readonly rank: (text: string) => Ranking;
  /** The same as if the bank lacked one of its questions. */
  readonly without: (document: number) => (text: string) => Ranking;
  readonly model: Model;
  readonly index: SearchIndex;
  /** What was read of the questions. */
  readonly documents: readonly Document[];
  readonly lexicon: Lexicon;
};

/** How many candidates of the retrieval are ranked closely. */
const closely = 12;

/** What was read of the questions before. */
export type ReadBank = { readonly documents: readonly Document[]; readonly columns: PostingColumns };

/** Ranks a bank for any text. Nothing of it ever throws. `read`: null if the questions are to be read. */
export function createRanker(
  questions: readonly Question[],
  words: SubjectWords,
  model = fittedModel,
  read: ReadBank | null = null,
): Ranker {
  const titles = questions.map(({ title }) => title);
  const lexicon = createLexicon(words, titles);
  const documents = read?.documents ?? readDocuments(questions, lexicon);
  const index = createSearchIndex(documents, lexicon, read?.columns);
  const speller = createSpeller(index.spellings);
  const match = createMessageMatcher(questions);
  const intents = titles.map((title) => readIntent(lexicon.tokenize(title).words));

  const rankWith = (text: string, vocabulary: Vocabulary, absent: number) => {
    const messages = match(text);
    messages.delete(absent);
    const query = parseQuery(text, lexicon, vocabulary, speller);
    const found = withMessages(index.retrieve(query.units, closely + 1), messages, absent);
    return { query, ranked: rank(found, query, { model, index, vocabulary, intents, messages }) };
  };

  return {
    rank: (text) => rankWith(text, index.vocabulary, -1),
    without: (document) => {
      const question = questions[document];
      const read = question === undefined ? { headings: [], answer: null } : readDocument(question, lexicon);
      const prominent = new Set(read.headings.flatMap(termsOf));
      const terms = new Set([...prominent, ...(read.answer === null ? [] : termsOf(read.answer))]);
      const vocabulary = index.vocabulary.without(terms, prominent);
      return (text) => rankWith(text, vocabulary, document);
    },
    model,
    index,
    documents,
    lexicon,
  };
}

/** The candidates without the absent question, and with those that explain a message that was pasted. */
function withMessages(
  { candidates, terms }: Retrieval,
  messages: ReadonlyMap<number, number>,
  absent: number,
): Retrieval {
  const present = candidates.filter(({ document }) => document !== absent).slice(0, closely);
  const missing = [...messages.keys()].filter((key) => present.every(({ document }) => document !== key));
  return { candidates: [...present, ...missing.map((document) => ({ document, score: 0 }))], terms };
}
