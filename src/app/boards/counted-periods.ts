import { localDate } from '../../core/schedule/local-date.ts';
import { periodKeys } from '../../core/schedule/period.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Period } from '../store/score.ts';

/**
 * All periods that points made at an instant (UTC ms) count in, by a zone's calendar: all time, month, week and day.
 */
export function countedPeriods(instant: number, zone: string, rules: ZoneRules): readonly Period[] {
  return [...Object.values(periodKeys(instant, zone, rules)), localDate(instant, zone, rules)];
}
