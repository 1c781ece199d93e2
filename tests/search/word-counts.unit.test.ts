import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packEnglish } from '../../bench/pack-english.ts';
import english from '../../src/search/english/word-counts.json' with { type: 'json' };
import { createWordCounts } from '../../src/search/word-counts.ts';

describe('counts of words', () => {
  it('tell of every word what was counted, and of any other nothing', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '語', '1'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.dictionary(word, fc.nat(), { noNullPrototype: true }), fc.array(word), (counts, others) => {
        const text = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
        const countOf = createWordCounts(text.join(' '));
        for (const name of [...Object.keys(counts), ...others, '']) {
          expect(countOf(name)).toBe(Object.hasOwn(counts, name) ? counts[name] : 0);
        }
      }),
    );
  });

  it('of English are those of the package that they were taken from', () => {
    expect(english).toEqual(packEnglish());
    const countOf = createWordCounts(english.words);
    const given = english.words.split(' ');
    const wrong = given.filter((word, index) => index % 2 === 0 && countOf(word) !== Number(given[index + 1]));
    expect(wrong).toEqual([]);
    expect(given.length).toBeGreaterThan(80_000);
  });
});
