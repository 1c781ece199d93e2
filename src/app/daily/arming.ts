import type { DailySchedule } from '../store/daily.ts';
import type { Unit } from '../store/store.ts';
import { isWaiting } from './planning.ts';
import { dailyTimers } from './posting.ts';

/**
 * How long (ms) a schedule waits for rules that know its zone before whoever set it up is told: another instance may have
 * them, and looks every minute.
 */
const waitingUntold = 10 * 60_000;

/** Arms the timer of the next post, or of telling that none is planned; there is one for each channel. `now` in UTC ms. */
export async function armDaily(unit: Unit, schedule: DailySchedule, now: number): Promise<void> {
  const { channel, on, nextAt, nextDate } = schedule;
  const [key, waitingKey] = [`daily:${channel}`, `daily-waiting:${channel}`];
  if (isWaiting(schedule)) {
    await unit.timers.disarm(key);
    const due = now + waitingUntold;
    return unit.timers.arm({ key: waitingKey, kind: dailyTimers.waiting, clock: 'wall', due, payload: { channel } });
  }
  await unit.timers.disarm(waitingKey);
  if (!on) return unit.timers.disarm(key);
  await unit.timers.arm({
    key,
    kind: dailyTimers.due,
    clock: 'wall',
    due: nextAt,
    payload: { channel, date: nextDate },
  });
}

/** Saves a schedule that has changed, and arms its timer. `now` in UTC ms. */
export async function saveAndArm(unit: Unit, schedule: DailySchedule, now: number): Promise<void> {
  await unit.daily.saveSchedule(schedule);
  await armDaily(unit, schedule, now);
}
