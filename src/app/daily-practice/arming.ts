import type { AskedDay } from '../../core/practice/daily-practice.ts';
import { isWaiting } from '../daily/planning.ts';
import { learnerOf } from '../person-keys.ts';
import type { PracticeUnits } from '../practice/practice-memory.ts';
import type { DailyPractice } from '../store/daily-practice.ts';
import { practiceTimers } from '../store/daily-practice.ts';
import type { Unit } from '../store/store.ts';

/** Id of the outgoing that asks somebody for a day's practice: there is one for each date and round, wherever it goes. */
export function outgoingOf(user: string, { date, round }: Pick<AskedDay, 'date' | 'round'>): string {
  return `practice:${learnerOf(user)}:${date}:${round}`;
}

/** Saves it, and arms the timer of the next message; while no message is planned there is none. */
export async function saveAndArm(unit: Unit, practice: DailyPractice): Promise<void> {
  await unit.dailyPractice.save(practice);
  const { user, on, nextAt: due, nextDate: date } = practice;
  const key = `${practiceTimers.due}:${user}`;
  if (!on || isWaiting(practice)) return unit.timers.disarm(key);
  await unit.timers.arm({ key, kind: practiceTimers.due, clock: 'wall', due, payload: { user, date } });
}

/** Takes back a message that waits to be sent: the person is about to practise by themselves. */
export async function takeBackAsked(unit: PracticeUnits, user: string): Promise<void> {
  const asked = (await unit.dailyPractice.lock(user))?.asked ?? null;
  if (asked !== null) await unit.outbox.withdraw(outgoingOf(user, asked));
}

/** Takes back what is planned under a key of the person, and what waits to be sent. */
export async function disarm(unit: Unit, { user, asked }: DailyPractice): Promise<void> {
  for (const kind of [practiceTimers.due, practiceTimers.later]) await unit.timers.disarm(`${kind}:${user}`);
  if (asked !== null) await unit.outbox.withdraw(outgoingOf(user, asked));
}
