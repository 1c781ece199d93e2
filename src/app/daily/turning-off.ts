import type { Card } from '../../core/card.ts';
import type { Clock } from '../clock.ts';
import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import type { DailySchedule } from '../store/daily.ts';
import type { Unit } from '../store/store.ts';
import { dailyEndedCard } from '../views/daily-announcements.ts';
import { dailyOffCard } from '../views/daily-settings.ts';
import type { DailyEnd } from '../views/daily-trouble.ts';
import { dailyTurnedOffCard } from '../views/daily-trouble.ts';
import { announce } from './announcing.ts';
import { saveAndArm } from './arming.ts';

/** Turns it off since somebody said so. */
export async function turnOff(unit: Unit, circumstances: Circumstances, clock: Clock): Promise<Card> {
  const { caller } = circumstances;
  const schedule = await unit.daily.lockSchedule(caller.channel);
  if (schedule === null || !schedule.on) return dailyOffCard(false);
  const now = clock.wall();
  await saveAndArm(unit, { ...schedule, on: false }, now);
  await announce(unit, circumstances, { card: dailyEndedCard(caller), promises: false }, now);
  return dailyOffCard(true);
}

/** Turns it off by itself, since the question of `date` could not be posted, and tells whoever set it up. `now` in UTC ms. */
export async function turnOffFor(
  unit: Unit,
  schedule: DailySchedule,
  { date, reason }: { readonly date: string; readonly reason: DailyEnd },
  now: number,
): Promise<void> {
  if (!schedule.on) return;
  await saveAndArm(unit, { ...schedule, on: false }, now);
  const { channel, scope, setBy: user } = schedule;
  const card = dailyTurnedOffCard(channel, reason);
  await putDirectMessage(unit, { id: `daily-off:${channel}:${date}`, scope, user, card }, now);
}
