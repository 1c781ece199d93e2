import { expect, it } from 'vitest';
import { relatedTo } from '../../../src/app/look-up/answer-cards.ts';

const search = { related: (_: string, limit: number) => ['padding', 'pooling', 'dilation', 'kernel'].slice(0, limit) };

it('a question leads to those that it names, and then to its neighbours', () => {
  expect(relatedTo({ id: 'stride' }, search)).toEqual(['padding', 'pooling', 'dilation']);
  expect(relatedTo({ id: 'stride', related: ['dilation', 'receptive-field'] }, search)).toEqual([
    'dilation',
    'receptive-field',
    'padding',
  ]);
  expect(relatedTo({ id: 'stride', related: ['stride', 'a', 'b', 'c', 'd'] }, search)).toEqual(['a', 'b', 'c']);
});
