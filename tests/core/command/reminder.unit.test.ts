import { describe, expect, it } from 'vitest';
import { readReminder } from '../../../src/core/command/reminder.ts';
import { commandOf } from '../command-of.ts';

describe('a reminder of the daily question', () => {
  it.each([
    ['daily remind', { action: 'remind-status' }],
    ['daily remind status', { action: 'remind-status' }],
    ['daily remind off', { action: 'remind-off' }],
    ['daily remind stop', { action: 'remind-off' }],
    ['daily remind on', { action: 'remind-on', time: { hour: 20, minute: 0 }, zoneText: '' }],
    ['daily remind on 21:30', { action: 'remind-on', time: { hour: 21, minute: 30 }, zoneText: '' }],
    [
      'Daily reminder 9pm Europe/Berlin',
      { action: 'remind-on', time: { hour: 21, minute: 0 }, zoneText: 'europe/berlin' },
    ],
    ['daily remind Europe/Berlin', { action: 'remind-on', time: { hour: 20, minute: 0 }, zoneText: 'europe/berlin' }],
  ])('is ordered by %s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'daily', ...expected });
  });

  it.each([
    ['daily remind soon', 'I do not understand “soon”; there are a time of day, off and status.'],
    ['daily remind 25:00 Europe/Berlin', /is not a time of day/],
    ['daily remind 20:00 weekdays', 'A reminder is for every day; none comes on days without a question.'],
    ['daily remind 20:00 thread', /^A reminder has a time of day and a time zone, and nothing else/],
  ])('says what is wrong with %s', (text, reason) => {
    expect(commandOf(text)).toMatchObject({ kind: 'mistake', of: 'daily', reason: expect.stringMatching(reason) });
  });

  it('is read from the one text of a typed option', () => {
    expect(readReminder('on', '')).toMatchObject({ action: 'remind-on', time: { hour: 20, minute: 0 } });
    expect(readReminder('19:00', 'Europe/Berlin')).toMatchObject({ action: 'remind-on', zoneText: 'Europe/Berlin' });
    expect([readReminder('off', ''), readReminder('Status', '')]).toMatchObject([
      { action: 'remind-off' },
      { action: 'remind-status' },
    ]);
  });
});
