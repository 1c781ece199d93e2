import { expect, it } from 'vitest';
import { startOfPeriod } from '../../../src/core/schedule/period.ts';

it('a week begins on Monday, a month on its first, and all time never', () => {
  expect(['2026-11-30', '2026-12-06', '2027-01-01'].map((date) => startOfPeriod('week', date))).toEqual([
    '2026-11-30',
    '2026-11-30',
    '2026-12-28',
  ]);
  expect(startOfPeriod('month', '2026-11-30')).toBe('2026-11-01');
  expect(startOfPeriod('all', '2026-11-30')).toBeNull();
});
