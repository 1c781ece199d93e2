import { describe, expect, it } from 'vitest';
import { readIntent } from '../../src/search/intent.ts';
import { tokenize } from '../../src/search/tokenize.ts';

const intent = (text: string) => readIntent(tokenize(text).words);

describe('intent', () => {
  it.each([
    'torch.max',
    'x.sum(dim=1)',
    'how to find the largest element',
    'mean of a tensor along an axis',
    'sort a list',
  ])('%s is a plain operation', (text) => {
    expect(intent(text).operates).toBe(true);
  });

  it.each([
    'max pooling',
    'the largest value of each window',
    'mean squared error',
    'what is a tensor',
    'what sort of array is a tensor',
    '',
  ])('"%s" is none', (text) => {
    expect(intent(text).operates).toBe(false);
  });

  it('tells a complaint from a question about reasons', () => {
    expect(intent('why is my loss not decreasing').complains).toBe(true);
    expect(intent('why use an activation function').complains).toBe(false);
  });
});
