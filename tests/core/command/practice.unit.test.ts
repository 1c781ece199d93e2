import { describe, expect, it } from 'vitest';
import { commandOf } from '../command-of.ts';

const start = (wish: object) => ({ kind: 'practice', action: 'start', wish: { topics: [], ...wish } });

describe('practice', () => {
  it.each([
    ['practice', start({})],
    ['practise', start({})],
    ['Practising', start({})],
    ['practice 5', start({ count: 5 })],
    ['practice tensors', start({ topics: ['tensors'] })],
    ['practice tensors hard 5', start({ topics: ['tensors'], level: 'hard', count: 5 })],
    ['practice 3 Losses, vision', start({ topics: ['losses', 'vision'], count: 3 })],
    ['practice topic:losses level:easy', start({ topics: ['losses'], level: 'easy' })],
    ['practice 5 questions on vision', start({ topics: ['vision'], count: 5 })],
    ['practice my weak topics', start({})],
    ['practice stop', { kind: 'practice', action: 'stop' }],
    ['practice end', { kind: 'practice', action: 'stop' }],
  ])('is understood: %s', (typed, command) => {
    expect(commandOf(typed)).toEqual(command);
  });

  it.each(['practice 0', 'practice 51', 'practice 5 6', 'practice easy hard', 'practice tensor', 'practice 5 foo'])(
    'says what is wrong: %s',
    (typed) => {
      expect(commandOf(typed)).toMatchObject({ kind: 'mistake', of: 'practice' });
    },
  );

  it.each([
    'practice of deep learning',
    'practice problems for an interview',
    'best practice',
    'practice makes perfect?',
  ])('is a question where it is one: %s', (typed) => {
    expect(commandOf(typed)).toEqual({ kind: 'ask', query: typed });
  });
});
