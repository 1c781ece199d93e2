import { describe, expect, it } from 'vitest';
import { commandOf } from '../command-of.ts';

const on = (hour: number, minute: number, zoneText = '') => ({
  ...{ kind: 'practice', action: 'daily-on' },
  ...{ time: { hour, minute }, zoneText },
});

describe('practice daily', () => {
  it.each([
    ['practice daily', { kind: 'practice', action: 'daily-status' }],
    ['practise daily status', { kind: 'practice', action: 'daily-status' }],
    ['practice daily off', { kind: 'practice', action: 'daily-off' }],
    ['practice daily stop', { kind: 'practice', action: 'daily-off' }],
    ['practice daily 08:00', on(8, 0)],
    ['Practice daily at 8:30 pm', on(20, 30)],
    ['practice daily on 08:00 Europe/Berlin', on(8, 0, 'europe/berlin')],
    ['practice daily europe/berlin 7am', on(7, 0, 'europe/berlin')],
    ['practice daily: 08:00 zone: Europe/Berlin', on(8, 0, 'europe/berlin')],
    ['practice daily:08:00', on(8, 0)],
    ['practice daily:off', { kind: 'practice', action: 'daily-off' }],
    ['practice daily 08:00 New York', on(8, 0, 'new york')],
  ])('is understood: %s', (typed, command) => {
    expect(commandOf(typed)).toEqual(command);
  });

  it.each([
    ['practice daily on', 'needs a time of day'],
    ['practice daily 25:00', 'is not a time of day'],
    ['practice daily 08:00 09:00', 'given twice'],
    ['practice daily 08:00 weekdays', 'for every day'],
    ['practice daily 08:00 tensors', 'nothing else'],
    ['practice daily please', 'there are a time of day, off and status'],
  ])('says what is wrong: %s', (typed, words) => {
    expect(commandOf(typed)).toMatchObject({ kind: 'mistake', of: 'practice', reason: expect.stringContaining(words) });
  });

  it.each(['practice daily standup questions for engineers', 'daily practice of autograd in teams'])(
    'is a question where it is one: %s',
    (typed) => {
      expect(commandOf(typed)).toEqual({ kind: 'ask', query: typed });
    },
  );
});
