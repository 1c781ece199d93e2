import { expect, it } from 'vitest';
import { begin, fillIn } from '../../../src/adapters/terminal/asking.ts';
import type { FormAsked } from '../../../src/app/ports.ts';
import { wordsOf } from '../../app/words-of.ts';

const asked: FormAsked = {
  ...{ id: 'a:b', title: 'A form', about: 'What it is about', send: 'Send' },
  fields: [
    { kind: 'text', name: 'text', label: 'In your words', most: 10 },
    {
      ...{ kind: 'choice', name: 'topic', label: 'Topic', note: 'One of these' },
      values: [
        { value: 'losses', label: 'Losses' },
        { value: 'vision', label: 'Seeing' },
      ],
    },
  ],
};

it('takes a form in a terminal line by line, and a choice by its number or its name', () => {
  const first = begin(asked);
  expect(first.card.title).toBe('What it is about');
  const second = fillIn(first.asking, 'longer than it may be');
  if ('filled' in second) throw new Error('That was all.');
  expect(wordsOf(second.card)).toMatch(/Topic, by its number:.*One of these.*Losses.*Seeing/s);
  for (const typed of ['2', 'seeing', 'vision']) {
    expect(fillIn(second.asking, typed)).toEqual({ filled: { text: 'longer tha', topic: 'vision' } });
  }
  expect(fillIn(second.asking, 'other')).toMatchObject({ asking: second.asking, card: { tone: 'notice' } });
});
