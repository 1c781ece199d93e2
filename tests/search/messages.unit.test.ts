import { describe, expect, it } from 'vitest';
import { createMessageMatcher } from '../../src/search/messages.ts';
import { createSearch } from '../../src/search/search.ts';
import { question } from './bank.ts';

const questions = [
  {
    ...question('shapes', 'Why do shapes not fit?'),
    errors: ['size mismatch, m1: [64 x 28], m2: [784 x 256] at Math.cpp:41'],
  },
  { ...question('push', 'Why is a push refused?'), errors: ['! [rejected] main -> main (non-fast-forward)'] },
  { ...question('types', 'Why do types differ?'), errors: ['expected scalar type Float but found Double', 'Killed'] },
];
const match = createMessageMatcher(questions);
const matched = (text: string) => [...match(text)].map(([document]) => questions[document]?.id);

describe('a message that somebody pastes', () => {
  it.each([
    ['RuntimeError: size mismatch, m1: [3584 x 28], m2: [784 x 128] at Math.cpp:940', 'shapes'],
    ['size mismatch, m1: [1 x 2], m2: [3 x 4]', 'shapes'],
    [
      'Traceback (most recent call last):\n  File "a.py", line 3\nRuntimeError: expected scalar type Float but found Double',
      'types',
    ],
    ['EXPECTED SCALAR TYPE FLOAT BUT FOUND DOUBLE', 'types'],
  ])('%s', (text, id) => {
    expect(matched(text)).toEqual([id]);
  });

  it.each([
    'expected scalar type Long but found Int',
    'what is a scalar type',
    'a size mismatch of shoes',
    'killed in action',
    '',
  ])('"%s" is none of them', (text) => {
    expect(matched(text)).toEqual([]);
  });

  it('is answered with the question that explains it', () => {
    const search = createSearch({ questions });
    const { verdict, hits } = search.search('I get "size mismatch, m1: [9 x 9], m2: [8 x 8] at Math.cpp:7"', 3);
    expect([verdict, hits[0]?.id]).toEqual(['answer', 'shapes']);
  });
});
