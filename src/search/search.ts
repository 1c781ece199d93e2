import type { Bank, Calibration, SubjectWords } from '../core/bank.ts';
import type { Question } from '../core/question.ts';
import { calibrate } from './calibration.ts';
import { createCompletion } from './complete.ts';
import { confidenceOf, evidenceOf, isLone, isPartial } from './confidence.ts';
import { packDocuments, unpackDocuments } from './kept-documents.ts';
import { packPostings, unpackPostings } from './kept-postings.ts';
import { fittedModel } from './model.ts';
import type { ReadBank } from './ranker.ts';
import { createRanker } from './ranker.ts';
import { createRelated } from './related.ts';
import type { Search, SearchResult } from './result.ts';

/** Below this confidence the bank does not cover the query, and below the second what it asks about is not known for sure. */
const least = { unsure: 0.07, partial: 0.2 };

/** A hit with less than this share of the first one's score is far from what was asked. */
const near = 0.4;

/** A bank of which nothing is known but its questions. */
export const noWords: SubjectWords = { own: [], neighbours: [], synonyms: [] };

export type SearchableBank = {
  readonly questions: readonly Question[];
  readonly words?: SubjectWords;
  readonly calibration?: Calibration;
  readonly documents?: string;
};

/** Look-up, neighbours and completion over a bank of any size, the empty one too. Nothing of it ever throws. */
export function createSearch(
  { questions, words = noWords, calibration: known, documents }: SearchableBank,
  model = fittedModel,
): Search {
  const read = documents === undefined ? null : unpackBank(documents);
  const ranker = createRanker(questions, words, model, read);
  const calibration = known ?? calibrate(questions, ranker);
  const search: Search['search'] = (text, limit) => {
    const { query, ranked } = ranker.rank(text);
    const [first] = ranked;
    const found = evidenceOf(query, ranked);
    if (first === undefined || found === null) return { verdict: 'nothing', confidence: 0, hits: [] };
    const confidence = confidenceOf(found, model);
    const hits = ranked
      .filter(({ score }) => score >= near * first.score)
      .slice(0, Math.max(0, limit))
      .map(({ document, score }) => ({ id: questions[document]?.id ?? '', score }));
    const verdictOf = (): SearchResult['verdict'] => {
      if (confidence < least.unsure || hits.length === 0) return 'nothing';
      if (confidence >= calibration.answer && !isLone(first)) return 'answer';
      return isPartial(first) && confidence >= least.partial ? 'partial' : 'unsure';
    };
    return { verdict: verdictOf(), confidence, hits };
  };
  const completion = createCompletion(questions);
  return {
    calibration,
    search,
    related: createRelated(questions, ranker.index, ranker.lexicon),
    complete: (typed, limit) => {
      const found = completion(typed, limit);
      return found.length > 0 ? found : search(typed, limit).hits.map(({ id }) => id);
    },
  };
}

/** What a search finds out about a bank, to be kept with it: finding it takes longer than all else of a start. */
export function prepareSearch({
  questions,
  words = noWords,
}: SearchableBank): Required<Pick<Bank, 'calibration' | 'documents'>> {
  const ranker = createRanker(questions, words);
  const documents = `${packDocuments(ranker.documents)}\n${packPostings(ranker.index.columns)}`;
  return { calibration: calibrate(questions, ranker), documents };
}

function unpackBank(packed: string): ReadBank {
  const end = packed.lastIndexOf('\n');
  return { documents: unpackDocuments(packed.slice(0, end)), columns: unpackPostings(packed.slice(end + 1)) };
}
