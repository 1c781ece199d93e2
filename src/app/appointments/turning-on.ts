import { lastAsked } from '../../core/practice/daily-practice.ts';
import { addDays, localDate, weekdays } from '../../core/schedule/local-date.ts';
import type { TimeOfDay } from '../../core/schedule/local-time.ts';
import { planFrom } from '../daily/planning.ts';
import type { Environment } from '../environment.ts';
import type { Appointment, AppointmentSettings } from '../store/appointment.ts';
import { unplanned } from '../store/daily.ts';
import type { Unit } from '../store/store.ts';
import { disarm, saveAndArm } from './arming.ts';
import type { AppointmentKind } from './kind.ts';

/** When somebody wants it; `ownZone`: the zone is their own, which they did not name. */
export type Wish = { readonly time: TimeOfDay; readonly zone: string; readonly ownZone: boolean };

/** What was turned on; `moved`: it was on somewhere else; `had`: today has had its message already. */
export type TurnedOn = { readonly planned: Appointment; readonly moved: boolean; readonly had: boolean };

/**
 * Turns it on for somebody, where they have this key, in place of what they had anywhere before. No local date gets a second
 * message. `about`: what the kind has to know besides.
 */
export async function turnOn(
  unit: Unit,
  kind: AppointmentKind,
  {
    user,
    time,
    zone,
    about = {},
  }: Pick<Wish, 'time' | 'zone'> & {
    readonly user: string;
    readonly about?: Pick<AppointmentSettings, 'channel' | 'everywhere'>;
  },
  { clock, rules }: Pick<Environment, 'clock' | 'rules'>,
): Promise<TurnedOn> {
  const before = await kind.of(unit).lock(user);
  if (before !== null) await disarm(unit, kind, { ...before, asked: before.user === user ? null : before.asked });
  const now = clock.wall();
  const asked = before?.asked ?? null;
  const yesterday = addDays(localDate(now, zone, rules), -1);
  const settings = { time, zone, days: weekdays, ...about };
  const unset: Appointment = {
    ...{ user, settings, on: true, nextDate: yesterday, nextAt: now, rules: unplanned },
    ...{ asked: asked?.state === 'later' ? { ...asked, state: 'left', again: null } : asked, missed: [] },
  };
  const soonest = planFrom(unset, yesterday, rules, now);
  const last = lastAsked(asked, zone, rules);
  const planned = last === null || last < soonest.nextDate ? soonest : planFrom(unset, addDays(last, 1), rules, now);
  await saveAndArm(unit, kind, planned);
  return {
    planned,
    moved: before?.on === true && before.user !== user,
    had: planned.nextDate > soonest.nextDate,
  };
}

/** Turns it off, wherever it was turned on; nothing of it comes any more. False where it was off. */
export async function turnOff(unit: Unit, kind: AppointmentKind, user: string): Promise<boolean> {
  const appointment = await kind.of(unit).lock(user);
  if (appointment === null || !appointment.on) return false;
  await disarm(unit, kind, appointment);
  await saveAndArm(unit, kind, { ...appointment, on: false, missed: [] });
  return true;
}
