import { describe, expect, it } from 'vitest';
import { weakTopics } from '../../../src/core/practice/weak-topics.ts';

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
