import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../src/core/schedule/local-date.ts';
import { periodKeys } from '../../../src/core/schedule/period.ts';
import { rules } from '../../zone-rules.ts';

const sundayNight = Date.parse('2026-11-29T23:30:00Z');

describe('local dates', () => {
  it('are those of the zone, not of UTC', () => {
    expect(localDate(sundayNight, 'UTC', rules)).toBe('2026-11-29');
    expect(localDate(sundayNight, 'Asia/Kolkata', rules)).toBe('2026-11-30');
    expect(localDate(sundayNight, 'Pacific/Honolulu', rules)).toBe('2026-11-29');
    expect(() => localDate(sundayNight, 'Europe/Atlantis', rules)).toThrow(RangeError);
  });

  it('are counted over months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });
});

describe('the keys of periods', () => {
  it('follow the calendar of the zone', () => {
    expect(periodKeys(sundayNight, 'UTC', rules)).toEqual({ week: '2026-W48', month: '2026-11', all: 'all' });
    expect(periodKeys(sundayNight, 'Europe/Berlin', rules)).toEqual({ week: '2026-W49', month: '2026-11', all: 'all' });
    expect(periodKeys(sundayNight + 86_400_000, 'Asia/Tokyo', rules).month).toBe('2026-12');
  });

  it.each([
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
  ])('number the week of %s by ISO 8601: %s', (date, week) => {
    expect(periodKeys(Date.parse(`${date}T12:00:00Z`), 'UTC', rules).week).toBe(week);
  });
});
