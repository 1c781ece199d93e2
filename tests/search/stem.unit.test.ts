import { describe, expect, it } from 'vitest';
import { modernSpelling, stem } from '../../src/search/stem.ts';

describe('stems', () => {
  it.each([
    ['strides', 'stride'],
    ['matrix', 'matrices'],
    ['wrote', 'writing'],
    ['lost', 'loses'],
    ['pools', 'pooling'],
    ['committed', 'commits'],
  ])('%s meets %s', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it('what has digits is its own', () => {
    expect(['conv2d', '2d', 'x'].map(stem)).toEqual(['conv2d', '2d', 'x']);
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
