import { describe, expect, it } from 'vitest';
import { rememberResults } from '../../src/search/remembered.ts';
import type { Search } from '../../src/search/result.ts';

function counted() {
  const asked: string[] = [];
  const search: Search = {
    search: (text, limit) => {
      asked.push(text);
      return { verdict: 'answer', confidence: 1, hits: [{ id: text, score: limit }] };
    },
    calibration: { answer: 0.5, falseAnswers: 0 },
    related: () => [],
    complete: () => [],
  };
  return { asked, search: rememberResults(search) };
}

describe('a search that remembers', () => {
  it('gives the same result for the same query and limit, and looks only once', () => {
    const { asked, search } = counted();
    expect(search.search('stride', 3)).toBe(search.search('stride', 3));
    expect(search.search('stride', 5).hits).toEqual([{ id: 'stride', score: 5 }]);
    expect(asked).toEqual(['stride', 'stride']);
  });

  it('forgets what was asked longest ago, and keeps no long text', () => {
    const { asked, search } = counted();
    for (let count = 0; count < 501; count += 1) search.search(`q${count}`, 3);
    asked.length = 0;
    search.search('q500', 3);
    search.search('q0', 3);
    const long = 'x'.repeat(201);
    search.search(long, 3);
    search.search(long, 3);
    expect(asked).toEqual(['q0', long, long]);
  });
});
