import { dueNow } from '../../core/schedule/due.ts';
import { localDate } from '../../core/schedule/local-date.ts';
import { advanceSchedule, isWaiting, replan } from '../daily/planning.ts';
import type { Log } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { saveAndArm } from './arming.ts';
import { askDay, withMissed } from './asking.ts';
import type { AppointmentKind, Needs } from './kind.ts';

/** The person and the intended date that a timer is about. */
export type DueDay = { readonly user: string; readonly date: string };

/** Puts in the message that is planned for this moment, and plans the next one. What is too late is kept to be told of. */
export async function askDue(
  unit: Unit,
  kind: AppointmentKind,
  { user, date }: DueDay,
  needs: Needs & { readonly log: Log },
): Promise<void> {
  const appointment = await kind.of(unit).lock(user);
  // Another setting has come between, and has armed a timer of its own.
  if (appointment === null || !appointment.on || appointment.user !== user || appointment.nextDate !== date) return;
  const { clock, rules, log } = needs;
  const { skipped, post, following } = advanceSchedule(replan(appointment, rules), rules, clock.wall());
  if (isWaiting(following)) {
    log.warn(
      { user, what: kind.name, zone: following.settings.zone },
      'A message at an hour of one’s own waits: the rules do not know its zone.',
    );
  }
  const told = await withMissed(unit, kind, following, { occurrences: skipped, why: 'stopped' }, needs);
  const next = post === null ? told : await askDay(unit, kind, told, { occurrence: post, round: 0 }, needs);
  await saveAndArm(unit, kind, next);
}

/** Asks again for what was put off, on the same local day. */
export async function askAgain(
  unit: Unit,
  kind: AppointmentKind,
  { user, date, round }: DueDay & { readonly round: number },
  needs: Needs,
): Promise<void> {
  const appointment = await kind.of(unit).lock(user);
  if (appointment === null || !appointment.on || appointment.user !== user) return;
  const { asked, settings } = appointment;
  if (asked?.state !== 'later' || asked.date !== date || asked.round !== round || asked.again === null) return;
  const { clock, rules } = needs;
  const [now, occurrence] = [clock.wall(), { date, at: asked.again }];
  const isKnown = rules.resolve(settings.zone) !== null;
  const isPast = isKnown && localDate(now, settings.zone, rules) > date;
  if (isPast || dueNow({ at: occurrence.at, now }) === 'skip') {
    const missed = { occurrences: [occurrence], why: 'stopped' } as const;
    await kind.of(unit).save(await withMissed(unit, kind, appointment, missed, needs));
    return;
  }
  await kind.of(unit).save(await askDay(unit, kind, appointment, { occurrence, round: round + 1 }, needs));
}
