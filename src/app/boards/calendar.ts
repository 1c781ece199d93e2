import { universalZone, type ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Unit } from '../store/store.ts';

/**
 * By whose calendar weeks and months of a channel are counted: that of its daily question, else UTC; also where the rules
 * do not know that zone, so that nobody's points wait for it.
 */
export async function zoneOf(unit: Unit, channel: string, rules: ZoneRules): Promise<string> {
  const zone = (await unit.daily.schedule(channel))?.settings.zone ?? universalZone;
  return rules.resolve(zone) === null ? universalZone : zone;
}
