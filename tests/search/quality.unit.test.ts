import { describe, expect, it } from 'vitest';
import { readQueries } from '../../bench/labelled-queries.ts';
import { measureQuality } from '../../bench/quality.ts';
import { createSearch } from '../../src/search/search.ts';
import { bank } from './bank.ts';

const queries = await readQueries('bench/queries.json');
const seedOf = new Map(bank.map(({ id, seed }) => [id, seed]));
const search = createSearch(bank);
const measure = (...kinds: readonly string[]) =>
  measureQuality(kinds.length === 0 ? queries : queries.filter(({ kind }) => kinds.includes(kind)), (query) => {
    const { verdict, hits } = search.search(query, 10);
    return { seeds: hits.map(({ id }) => seedOf.get(id) ?? null), confident: verdict === 'answer' };
  });

describe('the labelled queries', () => {
  it('are found, and the search knows when', () => {
    const quality = measure();
    expect(quality.recallAt1).toBeGreaterThanOrEqual(0.96);
    expect(quality.recallAt3).toBeGreaterThanOrEqual(0.985);
    expect(quality.meanReciprocalRank).toBeGreaterThanOrEqual(0.97);
    expect(quality.rightAndConfident).toBeGreaterThanOrEqual(0.865);
    expect(quality.wrongAndConfident).toBeLessThanOrEqual(0.012);
    expect(quality.falseAnswers).toBeLessThanOrEqual(0.011);
  });

  it.each(['verbatim', 'keyword'])('a %s query is never missed', (kind) => {
    expect(measure(kind).recallAt1).toBe(1);
  });
});
