import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/core/command.ts';

describe('parseCommand', () => {
  it.each(['', '   ', 'help', ' HELP ', '?'])('shows help for %j', (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'help' });
  });

  it.each([
    'what is stride',
    'help me with autograd',
    'random forest or boosting',
    'topics in vision',
    'random tensors tensors',
  ])('looks up %j, since it is no sub-command as a whole', (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'ask', query: text });
  });

  it('reads the filters of a random question in any order', () => {
    expect(parseCommand('random')).toEqual({ kind: 'random' });
    expect(parseCommand('random easy Tensors')).toEqual({ kind: 'random', topic: 'tensors', level: 'easy' });
  });
});
