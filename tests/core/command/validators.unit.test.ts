import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDays } from '../../../src/core/command/days.ts';
import { parseTime } from '../../../src/core/command/time-of-day.ts';
import { corpus } from '../../corpora/corpus.ts';

describe('a time of day', () => {
  it.each(corpus('time-of-day', z.strictObject({ read: z.string() })))(
    'with $trap, $typed, is $read',
    ({ typed, read }) => {
      const time = parseTime(typed);
      expect(time === null ? 'none' : `${time.hour}:${String(time.minute).padStart(2, '0')}`).toBe(read);
    },
  );
});

describe('days of the week', () => {
  it.each(corpus('days', z.strictObject({ read: z.array(z.number()) })))(
    'with $trap, $typed, are $read',
    ({ typed, read }) => {
      expect(parseDays(typed)).toEqual(read.length === 0 ? null : read);
    },
  );
});
