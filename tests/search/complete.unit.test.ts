import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../src/search/complete.ts';
import { createSearch } from '../../src/search/search.ts';
import { question, shipped } from './bank.ts';

const complete = createCompletion([
  question('max', 'What is max pooling?', ['max pooling']),
  question('average', 'What is average pooling?', ['mean of each window', 'GAP']),
  question('pooling', 'Pooling layers', ['downsampling']),
]);

describe('what has been typed so far', () => {
  it('is the beginning of a word anywhere in a title or an alias', () => {
    expect(complete('pool', 9).toSorted()).toEqual(['average', 'max', 'pooling']);
    expect(complete('win', 9)).toEqual(['average']);
  });

  it('that begins a title comes first', () => {
    expect(complete('pool', 9)[0]).toBe('pooling');
  });

  it('must all be there, in any order', () => {
    expect(complete('pooling max', 9)).toEqual(['max']);
    expect(complete('max window', 9)).toEqual([]);
  });

  it('may be nothing: then the bank begins', () => {
    expect(complete('', 2)).toEqual(['max', 'average']);
    expect(complete('  ', 2)).toEqual(['max', 'average']);
  });

  it('gives at most as many as asked for', () => {
    expect(complete('pool', 1)).toHaveLength(1);
    expect(complete('pool', -1)).toEqual([]);
  });

  it('may be anything', () => {
    for (const typed of ['__proto__', 'constructor', '???', '👍', 'x'.repeat(40_000), '\ud800']) {
      expect(complete(typed, 5)).toEqual(complete(typed, 5));
    }
  });

  it('falls back to the search when no heading begins so', () => {
    expect(createSearch(shipped).complete('convolutoin', 3)[0]).toBe('convolution-layer');
  });
});
