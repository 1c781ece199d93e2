import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../src/search/lexicon.ts';
import { stem } from '../../src/search/stem.ts';

const lexicon = createLexicon(
  {
    own: ['Quokka'],
    neighbours: ['Zephyr', 'wombat lake'],
    synonyms: [
      ['sgd', 'stochastic descent'],
      ['np', 'numpy'],
    ],
  },
  ['What is a convolutional neural network (CNN)?', 'What are long words (ABC)?', 'How do GPUs (graphics cards) work?'],
);
const find = (text: string) => lexicon.find(lexicon.tokenize(text).words.map(stem));
const sharedOf = (text: string) => find(text).map(({ shared }) => shared);

describe('the words of a subject', () => {
  it('one term stands for all spellings of a meaning', () => {
    expect(sharedOf('what is stochastic descent')).toEqual(sharedOf('what is SGD'));
    expect(sharedOf('sgd')).not.toEqual(sharedOf('np'));
  });

  it('a long form with its initials in brackets makes both of them one, and nothing else in brackets does', () => {
    expect(sharedOf('convolutional neural networks')).toEqual(sharedOf('CNNs'));
    expect(find('long words')).toEqual([]);
    expect(find('graphics cards')).toEqual([]);
  });

  it('tells neighbours by all of their words', () => {
    expect(find('zephyr by a wombat lake').map(({ neighbour, length }) => [neighbour, length])).toEqual([
      [true, 1],
      [true, 2],
    ]);
    expect(find('a wombat')).toEqual([]);
  });

  it('knows the names of the subject', () => {
    expect(['quokka', 'zephyr'].map(lexicon.isOwn)).toEqual([true, false]);
  });
});
