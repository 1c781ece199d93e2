import { localDate } from '../core/schedule/local-date.ts';
import { periodKeys } from '../core/schedule/period.ts';
import type { Period } from './store/score.ts';

/** All periods in which points of an instant (UTC ms) count, by the calendar of a zone: all time, month, week and day. */
export function countedPeriods(instant: number, zone: string): readonly Period[] {
  return [...Object.values(periodKeys(instant, zone)), localDate(instant, zone)];
}
