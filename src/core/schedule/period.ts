import type { LocalDate } from './local-date.ts';
import { addDays, inCalendar, localDate } from './local-date.ts';
import type { ZoneRules } from './zone-rules.ts';

/** The periods that a leaderboard can cover, shortest first. */
export const periods = ['week', 'month', 'all'] as const;

export type Period = (typeof periods)[number];

/**
 * The keys of the periods that contain an instant (UTC ms), by the calendar of the channel's zone: the ISO 8601 week
 * (`2026-W48`, from Monday; its year is not always the date's), the month (`2026-11`) and `all`.
 */
export function periodKeys(instant: number, zone: string, rules: ZoneRules): Readonly<Record<Period, string>> {
  const date = localDate(instant, zone, rules);
  const { week, yearOfWeek } = inCalendar(date);
  return {
    week: `${yearOfWeek}-W${String(week).padStart(2, '0')}`,
    month: date.slice(0, 'YYYY-MM'.length),
    all: 'all',
  };
}

/** The first date of the week or month that a date lies in; null for all time, which has none. */
export function startOfPeriod(period: Period, date: LocalDate): LocalDate | null {
  if (period === 'all') return null;
  return period === 'month' ? `${date.slice(0, 'YYYY-MM'.length)}-01` : addDays(date, 1 - inCalendar(date).weekday);
}
