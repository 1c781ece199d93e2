import { setBounded } from '../core/bounded-map.ts';
import type { Search, SearchResult } from './result.ts';

/** Results that are kept, and the longest query (UTF-16 units) that is worth keeping: people ask the same short things. */
const mostKept = 500;
const longestKept = 200;

/**
 * The same search, that remembers what it found. A result depends on the query and the bank alone, and titles that are
 * offered while typing come back word for word; the query asked longest ago is forgotten first.
 */
export function rememberResults(search: Search): Search {
  const kept = new Map<string, SearchResult>();
  return {
    ...search,
    search: (text, limit) => {
      if (text.length > longestKept) return search.search(text, limit);
      const key = `${limit}:${text}`;
      const result = kept.get(key) ?? search.search(text, limit);
      setBounded(kept, key, result, mostKept);
      return result;
    },
  };
}
