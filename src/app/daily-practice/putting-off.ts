import type { Card } from '../../core/card.ts';
import type { AskedDay } from '../../core/practice/daily-practice.ts';
import { dayBegan, hasPractised, putOff } from '../../core/practice/daily-practice.ts';
import type { Needs } from '../appointments/kind.ts';
import { replan } from '../daily/planning.ts';
import { presentCard } from '../practice/answering.ts';
import type { Appointment } from '../store/appointment.ts';
import { practiceTimers } from '../store/appointment.ts';
import type { Unit } from '../store/store.ts';
import { dailyPracticeOffCard, dayOverCard, leftOutCard, putOffCard } from '../views/daily-practice.ts';

/**
 * Puts a day's practice off, or leaves it out, as a button of its message asks for. What was decided already stays, and is
 * said again; who has begun to answer goes on with that.
 */
export async function putOffDay(
  unit: Unit,
  user: string,
  { date, round, wish }: { readonly date: string; readonly round: number; readonly wish: 'later' | 'left' },
  needs: Needs,
): Promise<Card> {
  const stored = await unit.dailyPractice.lock(user);
  if (stored === null || !stored.on) return dailyPracticeOffCard(false);
  const { clock, rules } = needs;
  const practice = replan(stored, rules);
  const { asked, settings } = practice;
  if (asked === null || asked.date !== date || asked.round !== round) return dayOverCard(practice);
  if (asked.state !== 'asked') return decidedCard(practice, asked);
  const now = clock.wall();
  const session = await unit.practice.lock(user);
  const since = dayBegan({ date, at: asked.at }, settings, rules);
  if (session !== null && hasPractised(session, await unit.practice.savedAt(user), since))
    return presentCard(unit, session, needs);
  const again = wish === 'later' ? putOff(date, now, settings.zone, rules) : null;
  const state = wish === 'later' && again === null ? 'late' : wish;
  const decided: AskedDay = { ...asked, state, again };
  await unit.dailyPractice.save({ ...stored, asked: decided });
  if (again !== null) {
    const { user: of } = practice;
    await unit.timers.arm({
      key: `${practiceTimers.later}:${of}`,
      kind: practiceTimers.later,
      clock: 'wall',
      due: again,
      payload: { user: of, date, round },
    });
  }
  return decidedCard(practice, decided);
}

function decidedCard(practice: Appointment, { state, again }: AskedDay): Card {
  return again === null ? leftOutCard(practice, state === 'late') : putOffCard(again);
}
