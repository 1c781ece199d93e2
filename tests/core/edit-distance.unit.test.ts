import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/core/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('the distance of two words', () => {
  it.each([
    ['tensor', 'tensor', 0],
    ['tenser', 'tensor', 1],
    ['tesnor', 'tensor', 1],
    ['tenso', 'tensor', 1],
    ['gup', 'gpu', 1],
    ['pading', 'paddings', 2],
  ])('%s and %s', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });

  it('is one more than the limit as soon as it exceeds it', () => {
    expect(editDistance('convolution', 'tensor', 2)).toBe(3);
  });

  it('is the same both ways, and nought for equal words alone', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 8)).toBe(editDistance(b, a, 8));
        expect(editDistance(a, b, 8) === 0).toBe(a === b);
      }),
    );
  });
});
