import { describe, expect, it } from 'vitest';
import { topicCard, topicsCard } from '../../../src/app/views/topic.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import type { Level } from '../../../src/core/question.ts';
import { question, shipped } from '../../search/bank.ts';
import { wordsOf } from '../words-of.ts';

const { subject } = shipped;
const levels: readonly Level[] = ['hard', 'easy', 'medium'];
const questions = Array.from({ length: 18 }, (_, index) => ({
  ...question(`q${index}`, `What is thing ${index}?`),
  topic: 'vision',
  level: levels[index % 3] ?? 'easy',
}));
const shown = (from: number) => topicCard(subject, 'vision', questions, from) ?? { body: [] };
const ids = (from: number) => buttonsOf(shown(from)).flatMap(({ id }) => (id.endsWith('-on:vision') ? [] : [id]));

describe('the topics', () => {
  it('are buttons where they have questions', () => {
    expect(buttonsOf(topicsCard(subject, questions))).toEqual([{ id: 'topic:vision:0', label: 'Vision' }]);
  });
});

describe('a topic', () => {
  it('shows how many questions it has, and eight of them, easy ones first', () => {
    expect(wordsOf(shown(0))).toContain('18 questions: 6 easy, 6 medium, 6 hard.');
    const easyFirst = ['q1', 'q4', 'q7', 'q10', 'q13', 'q16', 'q2', 'q5'];
    expect(ids(0)).toEqual([...easyFirst.map((id) => `show:${id}`), 'topic', 'topic:vision:8']);
  });

  it('can be practised, and be what a quiz is about', () => {
    expect(buttonsOf(shown(0)).slice(-2)).toEqual([
      { id: 'practice-on:vision', label: 'Practise it alone' },
      { id: 'quiz-on:vision', label: 'A quiz on it' },
    ]);
  });

  it('can be turned over, forth and back', () => {
    expect(ids(8).slice(-3)).toEqual(['topic', 'topic:vision:0', 'topic:vision:16']);
    expect(ids(16)).toEqual(['show:q12', 'show:q15', 'topic', 'topic:vision:8']);
    expect(wordsOf(shown(16))).toContain('Shown: 17 to 18.');
  });

  it('begins again where the bank has become shorter, and is nothing without a question', () => {
    expect(ids(24)).toEqual(ids(0));
    expect(topicCard(subject, 'tensors', questions, 0)).toBeNull();
  });
});
