import { describe, expect, it } from 'vitest';
import { analyze, findPhrases } from '../../src/search/analyze.ts';
import { lexicon, lexiconWords, phraseStarts } from '../../src/search/lexicon.ts';

describe('the lexicon', () => {
  it('says something about each phrase, in terms without spaces', () => {
    expect(lexicon.size).toBeGreaterThan(1_000);
    for (const [phrase, { acronym, heads, hints, foreign }] of lexicon) {
      expect(acronym !== undefined || foreign || heads.length + hints.length > 0, phrase).toBe(true);
      for (const term of [acronym ?? '@', ...heads, ...hints]) expect(term).not.toContain(' ');
    }
  });

  it('finds each of its phrases', () => {
    for (const phrase of lexicon.keys()) {
      expect(findPhrases(phrase.split(' ')).map(({ key }) => key)).toContain(phrase);
    }
  });

  it('knows the words and the beginnings of its phrases', () => {
    expect(lexiconWords.has('perceptron')).toBe(true);
    expect(phraseStarts.get('mean')).toBeGreaterThanOrEqual(3);
  });
});

describe('analysis', () => {
  it('a short and a long form share one term', () => {
    expect(analyze('mse').terms.flat()).toContain('@mse');
    expect(analyze('the mean squared error').terms.flat()).toContain('@mse');
  });

  it('a question is about the concepts of its technical words, not of its everyday ones', () => {
    const technical = analyze('stride').terms.flat();
    const everyday = analyze('leap').terms.flat();
    expect(technical.some((term) => term.startsWith('~stride'))).toBe(true);
    expect(everyday.some((term) => term.startsWith('~stride'))).toBe(false);
  });

  it('phrases are found wherever they stand, overlapping ones too', () => {
    expect(findPhrases(['deep', 'neural', 'network']).map(({ start, length }) => [start, length])).toEqual(
      expect.arrayContaining([
        [0, 3],
        [1, 2],
      ]),
    );
  });

  it('stop words leave no term', () => {
    expect(analyze('what is the').terms).toEqual([]);
  });
});
