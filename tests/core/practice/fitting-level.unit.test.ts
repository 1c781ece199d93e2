import { describe, expect, it } from 'vitest';
import { fittingLevel } from '../../../src/core/practice/fitting-level.ts';
import { weakTopics } from '../../../src/core/practice/weak-topics.ts';
import type { Level } from '../../../src/core/question.ts';

const answers = (level: Level, right: number, wrong: number) =>
  Array.from({ length: right + wrong }, (_, no) => ({ level, correct: no < right }));

describe('the level that fits somebody', () => {
  it('is easy for whoever has answered little', () => {
    expect(fittingLevel([])).toBe('easy');
    expect(fittingLevel([...answers('easy', 4, 0), ...answers('hard', 9, 0)])).toBe('easy');
  });

  it('goes up while a level is too easy, and stays where 60 to 80 % are right', () => {
    expect(fittingLevel(answers('easy', 8, 2))).toBe('easy');
    expect(fittingLevel(answers('easy', 9, 1))).toBe('medium');
    expect(fittingLevel([...answers('easy', 9, 1), ...answers('medium', 7, 3)])).toBe('medium');
    expect(fittingLevel([...answers('easy', 9, 1), ...answers('medium', 9, 1)])).toBe('hard');
    expect(fittingLevel((['easy', 'medium', 'hard'] as const).flatMap((level) => answers(level, 10, 0)))).toBe('hard');
  });

  it('goes back where the next one is too hard', () => {
    expect(fittingLevel([...answers('easy', 9, 1), ...answers('medium', 5, 5)])).toBe('easy');
    expect(fittingLevel(answers('easy', 1, 9))).toBe('easy');
  });
});

describe('a weak topic', () => {
  const on = (topic: string, ...correct: readonly boolean[]) => correct.map((each) => ({ topic, correct: each }));

  it('is one with less than 70 % right, once it was answered three times; the weakest first', () => {
    const given = [
      ...on('tensors', true, true, false),
      ...on('losses', false, false, true),
      ...on('vision', false, false),
      ...on('data', true, true, true, false),
    ];
    expect(weakTopics(given)).toEqual(['losses', 'tensors']);
    expect(weakTopics([])).toEqual([]);
  });
});
