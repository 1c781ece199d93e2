import { toPlainDate } from './local-date.ts';

/** The spans of time that a leaderboard can cover, shortest first. */
export const periods = ['week', 'month', 'all'] as const;

export type Period = (typeof periods)[number];

/**
 * The keys under which points made at an instant (UTC ms) are counted, by the calendar of the channel's zone: the
 * ISO 8601 week (`2026-W48`, from Monday; its year is not always the date's), the month (`2026-11`) and `all`.
 */
export function periodKeys(instant: number, zone: string): Readonly<Record<Period, string>> {
  const date = toPlainDate(instant, zone);
  const week = `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
  return { week, month: date.toPlainYearMonth().toString(), all: 'all' };
}
