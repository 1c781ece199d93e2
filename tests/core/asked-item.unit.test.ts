import { expect, it } from 'vitest';
import { askedItem, contentOf } from '../../src/core/asked-item.ts';
import type { Item } from '../../src/core/question.ts';
import { contentDigest } from '../../src/ops/digest.ts';

const question = { id: 'stride', title: 'What is stride?', topic: 'vision', level: 'easy' } as const;
const item: Item = {
  id: 'output-size',
  stem: 'How large is the output?',
  options: ['16', '14', '17', '32'].map((text, place) => ({ text, correct: place === 0, why: `${text}!` })),
};

it('what was asked keeps its hash, also when items learn to name a level and conflicts', () => {
  const stored = contentDigest(contentOf({ question, item }));
  expect(stored).toBe('73ac08604eef6e4d0dbaa1dffc60388d');
  expect(contentDigest(contentOf({ question, item: { ...item, level: 'easy' } }))).toBe(stored);
  expect(contentDigest(contentOf({ question, item: { ...item, conflicts: ['padding#size'] } }))).toBe(stored);
});

it('an item that is harder than its question is asked as such, and another snapshot', () => {
  const asked = askedItem(question, { ...item, level: 'hard' });
  expect(asked).toMatchObject({ question: { level: 'hard' }, item: { id: 'output-size' } });
  expect(contentOf(asked)).toBe(contentOf({ question, item: { ...item, level: 'hard' } }));
  expect(contentOf(asked)).not.toBe(contentOf({ question, item }));
});
