import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { bank, shipped } from './bank.ts';

const search = createSearch(shipped);

describe('neighbours', () => {
  it('are near in subject', () => {
    expect(search.related('max-pooling', 4)).toContain('average-pooling');
    expect(search.related('cifar-10', 2)).toContain('cifar-10-vs-cifar-100');
  });

  it('are never the question itself, and none comes twice', () => {
    for (const { id } of bank) {
      const found = search.related(id, 10);
      expect(found).not.toContain(id);
      expect(new Set(found).size).toBe(found.length);
      expect(found.length).toBeGreaterThan(0);
    }
  });

  it('are the same when asked again', () => {
    expect(search.related('stride', 3)).toEqual(search.related('stride', 3));
  });

  it('of an unknown question are none', () => {
    expect(search.related('constructor', 3)).toEqual([]);
    expect(search.related('stride', 0)).toEqual([]);
  });
});
