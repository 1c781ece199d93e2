import { describe, expect, it } from 'vitest';
import { commandOf } from '../command-of.ts';

describe('season', () => {
  it.each([
    ['season', { action: 'show' }],
    ['Season board', { action: 'show' }],
    ['season end', { action: 'end' }],
    ['season STOP', { action: 'end' }],
    ['season start Autumn 2026', { action: 'start', name: 'Autumn 2026' }],
    ['season begin "Q4: Losses & more"', { action: 'start', name: 'Q4: Losses & more' }],
    ['season start vision', { action: 'start', name: 'vision' }],
  ])('%j is a command', (typed, expected) => {
    expect(commandOf(typed)).toEqual({ kind: 'season', ...expected });
  });

  it('needs a name that is not too long', () => {
    expect(commandOf('season start')).toMatchObject({ kind: 'mistake', reason: 'A season needs a name.' });
    expect(commandOf('season start ""')).toMatchObject({ kind: 'mistake', example: 'season start Autumn 2026' });
    expect(commandOf(`season start ${'x'.repeat(41)}`)).toMatchObject({
      kind: 'mistake',
      reason: 'The name of a season has at most 40 characters, not 41.',
    });
  });

  it.each([
    'season end of training',
    'season of the year',
    'seasonal decomposition',
    'season start of a learning rate schedule with warm-up, why is that so?',
  ])('%j is a question', (typed) => {
    expect(commandOf(typed).kind).toBe('ask');
  });
});
