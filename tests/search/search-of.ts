import type { Bank } from '../../src/core/bank.ts';
import type { Search } from '../../src/search/result.ts';
import { createSearch } from '../../src/search/search.ts';

const searches = new Map<string, Search>();

/** All bots of a test file over one bank share one index: it takes longer to make than most tests. */
export function searchOf(bank: Bank): Search {
  const content = JSON.stringify(bank);
  const search = searches.get(content) ?? createSearch(bank);
  searches.set(content, search);
  return search;
}
