import { expect, it } from 'vitest';
import { commandOf } from '../command-of.ts';

it.each([
  ['interview', { topics: [] }],
  ['interview 20', { minutes: 20, topics: [] }],
  ['interview 20 minutes tensors, vision hard', { minutes: 20, topics: ['tensors', 'vision'], level: 'hard' }],
  ['interview 5m on tensors', { minutes: 5, topics: ['tensors'] }],
  ['interview minutes:30 level:easy topics:losses', { minutes: 30, topics: ['losses'], level: 'easy' }],
  ['mock interview 10', { minutes: 10, topics: [] }],
  ['Start a mock interview', { topics: [] }],
])('“%s” begins an interview', (typed, wish) => {
  expect(commandOf(typed)).toEqual({ kind: 'interview', action: 'start', wish });
});

it.each(['interview stop', 'interview end'])('“%s” ends it', (typed) => {
  expect(commandOf(typed)).toEqual({ kind: 'interview', action: 'stop' });
});

it('says what is wrong with other minutes, two levels or an unknown word', () => {
  expect(commandOf('interview 3')).toMatchObject({
    kind: 'mistake',
    reason: 'An interview has 5 to 60 minutes, not 3.',
  });
  expect(commandOf('interview 61')).toMatchObject({ kind: 'mistake' });
  expect(commandOf('interview easy hard')).toMatchObject({
    reason: 'An interview has one number of minutes and one level.',
  });
  expect(commandOf('interview tensorz')).toMatchObject({
    kind: 'mistake',
    of: 'interview',
    reason: expect.stringContaining('“tensorz” is neither a topic nor a level'),
  });
});

it('leaves what is a question to the look-up', () => {
  expect(commandOf('interview tips for a junior engineer')).toMatchObject({ kind: 'ask' });
});
