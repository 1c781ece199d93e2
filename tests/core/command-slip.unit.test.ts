import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandSlip } from '../../src/core/command-slip.ts';
import { runs } from '../corpora/runs.ts';
import { commandOf, topics } from './command-of.ts';

const slipOf = (text: string) => commandSlip(text, topics);

describe('a look-up that was perhaps meant as a command', () => {
  it.each([
    ['quizz 5', { kind: 'misspelt', meant: 'quiz 5', certain: true }],
    ['Qiuz 5', { kind: 'misspelt', meant: 'quiz 5', certain: true }],
    ['topcs', { kind: 'misspelt', meant: 'topics', certain: false }],
    ['dayly status', { kind: 'misspelt', meant: 'daily status', certain: true }],
    ['leaderbord month', { kind: 'misspelt', meant: 'leaderboard month', certain: true }],
    ['forgt me', { kind: 'misspelt', meant: 'forget me', certain: true }],
    ['practce 5', { kind: 'misspelt', meant: 'practice 5', certain: true }],
    ['daily foo', { kind: 'daily', meant: 'daily status', certain: false }],
    ['random foo', { kind: 'random', meant: 'random', certain: false }],
  ])('is known by its first word, and by what fits behind it: %s', (typed, slip) => {
    expect(slipOf(typed)).toEqual(slip);
  });

  it.each([
    '',
    'what is stride',
    'heap tensors',
    'quit smoking today',
    'practice of deep learning',
    'random forest or boosting vs bagging',
    'be',
    'random what?',
  ])('is none where nothing fits: %s', (typed) => {
    expect(slipOf(typed)).toBeNull();
  });

  it('is to be typed as a command that works, whatever the text', () => {
    const word = fc.constantFrom('quizz', 'dayly', 'random', 'practise', 'me', '5', 'easy', 'status', 'foo', '?');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const slip = slipOf(text);
          if (slip !== null) expect(commandOf(slip.meant).kind).not.toMatch(/ask|mistake/);
        },
      ),
      runs(500),
    );
  });
});
