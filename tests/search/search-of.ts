import type { Question } from '../../src/core/question.ts';
import type { Search } from '../../src/search/result.ts';
import { createSearch } from '../../src/search/search.ts';

const searches = new Map<string, Search>();

/** All bots of a test file over one bank share one index: it takes longer to make than most tests. */
export function searchOf(questions: readonly Question[]): Search {
  const content = JSON.stringify(questions);
  const search = searches.get(content) ?? createSearch(questions);
  searches.set(content, search);
  return search;
}
