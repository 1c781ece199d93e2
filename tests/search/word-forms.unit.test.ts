import { describe, expect, it } from 'vitest';
import { modernSpelling, stem } from '../../src/search/word-forms.ts';

describe('stems', () => {
  it.each([
    ['classify', 'classification'],
    ['matrix', 'matrices'],
    ['differentiate', 'derivatives'],
    ['convolve', 'convolution'],
    ['recognize', 'recognition'],
    ['pools', 'pooling'],
    ['optimizer', 'optimization'],
  ])('%s meets %s', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['general', 'generate'],
    ['loss', 'lose'],
    ['multiply', 'multiple'],
  ])('%s and %s stay apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});

describe('both sides of the Atlantic', () => {
  it.each([
    ['normalise', 'normalize'],
    ['colour', 'color'],
    ['analysing', 'analyzing'],
    ['noise', 'noise'],
    ['denoising', 'denoising'],
    ['otherwise', 'otherwise'],
    ['grey', 'gray'],
    ['precise', 'precise'],
  ])('%s', (written, expected) => {
    expect(modernSpelling(written)).toBe(expected);
  });
});
