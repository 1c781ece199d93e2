import type { Question } from '../core/question.ts';
import { createCompletion } from './complete.ts';
import { confidenceOf, verdictOf } from './confidence.ts';
import { readIntent } from './intent.ts';
import { lexiconWords } from './lexicon.ts';
import { parseQuery } from './query.ts';
import { rank } from './rank.ts';
import { createRelated } from './related.ts';
import type { Search } from './result.ts';
import { createSearchIndex } from './search-index.ts';
import { createSpeller } from './spelling.ts';
import { stopWordList } from './stop-words.ts';
import { tokenize } from './tokenize.ts';

/** How many candidates of the retrieval are ranked closely. */
const ranked = 12;

/** Look-up, neighbours and completion over a bank of any size, the empty one too. Nothing of it ever throws. */
export function createSearch(questions: readonly Question[]): Search {
  const index = createSearchIndex(questions);
  const { vocabulary } = index;
  const speller = createSpeller(spellings(vocabulary.spellings));
  const intents = questions.map(({ title }) => readIntent(tokenize(title).words));
  const idOf = (document: number) => questions[document]?.id ?? '';

  const search: Search['search'] = (text, limit) => {
    const query = parseQuery(text, vocabulary, speller);
    const results = rank(index.retrieve(query.units, ranked), query, index, intents);
    const confidence = confidenceOf(query, results);
    const hits = results.slice(0, Math.max(0, limit)).map(({ document, score }) => ({ id: idOf(document), score }));
    return { verdict: verdictOf(confidence, hits.length), confidence, hits };
  };
  const completion = createCompletion(questions);
  return {
    search,
    related: createRelated(questions, index),
    complete: (typed, limit) => {
      const found = completion(typed, limit);
      return found.length > 0 ? found : search(typed, limit).hits.map(({ id }) => id);
    },
  };
}

function spellings(bank: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const known = new Map(bank);
  for (const word of [...lexiconWords, ...stopWordList]) known.set(word, (known.get(word) ?? 0) + 1);
  return known;
}
