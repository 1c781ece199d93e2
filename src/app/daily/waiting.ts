import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Clock } from '../clock.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Unit } from '../store/store.ts';
import { dailyWaitingCard } from '../views/daily-zone.ts';
import { saveAndArm } from './arming.ts';
import { isWaiting, replan } from './planning.ts';

/** Tells whoever set a schedule up that it waits for rules that know its zone, if nobody has planned it meanwhile. */
export async function tellOfWaiting(
  unit: Unit,
  channel: string,
  { clock, rules }: { readonly clock: Clock; readonly rules: ZoneRules },
): Promise<void> {
  const schedule = await unit.daily.lockSchedule(channel);
  if (schedule === null || !isWaiting(schedule)) return;
  const now = clock.wall();
  const planned = replan(schedule, rules);
  if (planned !== schedule) return saveAndArm(unit, planned, now);
  const { scope, setBy: user, nextDate } = schedule;
  const card = dailyWaitingCard(channel, schedule.settings);
  await putDirectMessage(unit, { id: `daily-waiting:${channel}:${nextDate}`, scope, user, card }, now);
}
