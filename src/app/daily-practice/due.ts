import { dueNow } from '../../core/schedule/due.ts';
import { localDate } from '../../core/schedule/local-date.ts';
import { advanceSchedule, isWaiting, replan } from '../daily/planning.ts';
import type { Log } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import { saveAndArm } from './arming.ts';
import type { Needs } from './asking.ts';
import { askDay, withMissed } from './asking.ts';

/** The person and the intended date that a timer is about. */
export type DueDay = { readonly user: string; readonly date: string };

/** Asks for the practice that is planned for this moment, and plans the next one. What is too late is kept to be told of. */
export async function askDue(unit: Unit, { user, date }: DueDay, needs: Needs & { readonly log: Log }): Promise<void> {
  const practice = await unit.dailyPractice.lock(user);
  // Another setting has come between, and has armed a timer of its own.
  if (practice === null || !practice.on || practice.user !== user || practice.nextDate !== date) return;
  const { clock, rules, log } = needs;
  const { skipped, post, following } = advanceSchedule(replan(practice, rules), rules, clock.wall());
  if (isWaiting(following)) {
    log.warn({ user, zone: following.settings.zone }, 'Daily practice waits: the rules do not know its zone.');
  }
  const told = await withMissed(unit, following, skipped, 'stopped', needs);
  await saveAndArm(unit, post === null ? told : await askDay(unit, told, { occurrence: post, round: 0 }, needs));
}

/** Asks again for what was put off, on the same local day. */
export async function askAgain(
  unit: Unit,
  { user, date, round }: DueDay & { readonly round: number },
  needs: Needs,
): Promise<void> {
  const practice = await unit.dailyPractice.lock(user);
  if (practice === null || !practice.on || practice.user !== user) return;
  const { asked, settings } = practice;
  if (asked?.state !== 'later' || asked.date !== date || asked.round !== round || asked.again === null) return;
  const { clock, rules } = needs;
  const [now, occurrence] = [clock.wall(), { date, at: asked.again }];
  const isKnown = rules.resolve(settings.zone) !== null;
  const isPast = isKnown && localDate(now, settings.zone, rules) > date;
  if (isPast || dueNow({ at: occurrence.at, now }) === 'skip') {
    await unit.dailyPractice.save(await withMissed(unit, practice, [occurrence], 'stopped', needs));
    return;
  }
  await unit.dailyPractice.save(await askDay(unit, practice, { occurrence, round: round + 1 }, needs));
}
