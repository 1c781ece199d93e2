import { describe, expect, it } from 'vitest';
import { createBankIndex } from '../../src/app/bank-index.ts';
import { nothingToAskCard, questionsFor } from '../../src/app/daily/filter.ts';
import { dailyPostCard } from '../../src/app/views/daily.ts';
import type { Item } from '../../src/core/question.ts';
import { contentDigest } from '../../src/ops/digest.ts';
import { question, shipped } from '../search/bank.ts';
import { wordsOf } from './words-of.ts';

const item = (id: string, own: Partial<Item> = {}): Item => ({
  ...{ id, stem: `What is ${id}?`, ...own },
  options: ['a', 'b', 'c', 'd'].map((text, place) => ({ text: `${text} of ${id}`, correct: place === 0, why: 'So.' })),
});

const easy = { ...question('stride', 'What is stride?'), items: [item('size'), item('trap', { level: 'hard' })] };
const index = createBankIndex({ ...shipped, questions: [easy] }, contentDigest);

describe('an item with a level of its own', () => {
  it('is found by its level, and no longer by that of its question', () => {
    const idsOf = (level: 'easy' | 'medium' | 'hard' | null) => index.items([], level).map((entry) => entry.item.id);
    expect(idsOf('easy')).toEqual(['size']);
    expect(idsOf('hard')).toEqual(['trap']);
    expect(idsOf('medium')).toEqual([]);
    expect(idsOf(null)).toEqual(['size', 'trap']);
  });

  it('makes its question one for a daily question of that level', () => {
    expect(questionsFor(index, { level: 'hard' })).toEqual(new Set(['stride']));
    expect(questionsFor(index, { level: 'medium' })).toEqual(new Set());
    expect(wordsOf(nothingToAskCard(index, { level: 'medium' }))).toContain('medium');
  });

  it('is shown with its own level', () => {
    const post = { date: '2026-11-02', order: [0, 1, 2, 3] } as const;
    const shown = (id: string) => {
      const found = index.items([], null).find((entry) => entry.item.id === id);
      if (found === undefined) throw new Error('an item expected');
      return wordsOf(dailyPostCard({ post, ...found }, 0, shipped.subject));
    };
    expect(shown('trap')).toContain('· hard ·');
    expect(shown('size')).toContain('· easy ·');
  });
});
