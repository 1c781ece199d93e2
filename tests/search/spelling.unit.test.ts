import { describe, expect, it } from 'vitest';
import { createSpeller } from '../../src/search/spelling.ts';

const speller = createSpeller(
  new Map([
    ['tensor', 9],
    ['tenor', 1],
    ['gpu', 5],
    ['cnn', 5],
    ['convolution', 4],
    ['convolutional', 2],
    ['pooling', 3],
    ['max', 3],
  ]),
);

describe('a word that nobody knows', () => {
  it.each([
    ['tensr', 'tensor', 1],
    ['etnsor', 'tensor', 1],
    ['convulotion', 'convolution', 2],
    ['gup', 'gpu', 1],
  ])('%s', (typed, word, edits) => {
    expect(speller.correct(typed)).toEqual({ word, edits });
  });

  it('is completed when it is a beginning', () => {
    expect(speller.correct('convol')?.word).toBe('convolution');
  });

  it('of three letters is only ever a swap', () => {
    expect(speller.correct('can')).toBeNull();
    expect(speller.correct('cpu')).toBeNull();
  });

  it('far from all others stays as it is', () => {
    expect(speller.correct('kubernetes')).toBeNull();
    expect(speller.correct('12345')).toBeNull();
  });

  it('is split where two known words were glued together', () => {
    expect(speller.split('maxpooling')).toEqual(['max', 'pooling']);
    expect(speller.split('maxnothing')).toBeNull();
  });
});
