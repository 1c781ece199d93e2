import type { Search, SearchResult } from '../../../src/search/result.ts';

/** A search that gives each query the outcome that a test names, and nothing for any other. */
export function fakeSearch(
  outcomes: Readonly<Record<string, readonly [SearchResult['verdict'], ...string[]]>>,
): Search {
  const nothing = { verdict: 'nothing', confidence: 0, hits: [] } as const;
  return {
    calibration: { answer: 0.5, falseAnswers: 0 },
    search: (query) => {
      const found = Object.hasOwn(outcomes, query) ? outcomes[query] : undefined;
      if (found === undefined) return nothing;
      const [verdict, ...ids] = found;
      return { verdict, confidence: 0.5, hits: ids.map((id, place) => ({ id, score: 1 - place / 10 })) };
    },
    related: () => [],
    complete: () => [],
  };
}
