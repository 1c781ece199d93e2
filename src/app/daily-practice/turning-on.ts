import type { Card } from '../../core/card.ts';
import { lastAsked } from '../../core/practice/daily-practice.ts';
import { addDays, localDate, weekdays } from '../../core/schedule/local-date.ts';
import type { TimeOfDay } from '../../core/schedule/local-time.ts';
import { planFrom } from '../daily/planning.ts';
import type { Environment } from '../environment.ts';
import type { Caller } from '../ports.ts';
import { unplanned } from '../store/daily.ts';
import type { DailyPractice } from '../store/daily-practice.ts';
import type { Unit } from '../store/store.ts';
import { dailyPracticeOffCard, dailyPracticeOnCard } from '../views/daily-practice.ts';
import { disarm, saveAndArm } from './arming.ts';

/** When somebody wants it; `ownZone`: the zone is their own, which they did not name. */
export type Wish = { readonly time: TimeOfDay; readonly zone: string; readonly ownZone: boolean };

/** Turns it on for the caller, here, in place of what they had anywhere before. No local date gets a second message. */
export async function turnOn(
  unit: Unit,
  { time, zone, ownZone }: Wish,
  { user }: Caller,
  { clock, rules }: Pick<Environment, 'clock' | 'rules'>,
): Promise<Card> {
  const before = await unit.dailyPractice.lock(user);
  if (before !== null) await disarm(unit, { ...before, asked: before.user === user ? null : before.asked });
  const now = clock.wall();
  const asked = before?.asked ?? null;
  const yesterday = addDays(localDate(now, zone, rules), -1);
  const unset: DailyPractice = {
    ...{ user, settings: { time, zone, days: weekdays }, on: true, nextDate: yesterday, nextAt: now, rules: unplanned },
    ...{ asked: asked?.state === 'later' ? { ...asked, state: 'left', again: null } : asked, missed: [] },
  };
  const soonest = planFrom(unset, yesterday, rules, now);
  const last = lastAsked(asked, zone, rules);
  const planned = last === null || last < soonest.nextDate ? soonest : planFrom(unset, addDays(last, 1), rules, now);
  await saveAndArm(unit, planned);
  return dailyPracticeOnCard(planned, {
    ownZone,
    moved: before?.on === true && before.user !== user,
    had: planned.nextDate > soonest.nextDate,
  });
}

/** Turns it off, wherever it was turned on; nothing of it comes any more. */
export async function turnOff(unit: Unit, user: string): Promise<Card> {
  const practice = await unit.dailyPractice.lock(user);
  if (practice === null || !practice.on) return dailyPracticeOffCard(false);
  await disarm(unit, practice);
  await saveAndArm(unit, { ...practice, on: false, missed: [] });
  return dailyPracticeOffCard(true);
}
