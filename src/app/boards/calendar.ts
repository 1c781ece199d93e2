import { universalZone, type ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Unit } from '../store/store.ts';

/**
 * The zone whose calendar determines a channel's weeks and months: that of its daily question, otherwise UTC; also UTC
 * if the rules do not know that zone, so that nobody's points have to wait.
 */
export async function calendarZone(unit: Unit, channel: string, rules: ZoneRules): Promise<string> {
  const zone = (await unit.daily.schedule(channel))?.settings.zone ?? universalZone;
  return rules.resolve(zone) === null ? universalZone : zone;
}
