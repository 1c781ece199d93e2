import { dueBy } from '../../core/memory/memory-card.ts';
import { dayBegan, dayRequest, hasPractised, putOff } from '../../core/practice/daily-practice.ts';
import { takeBack } from '../appointments/arming.ts';
import type { AppointmentKind } from '../appointments/kind.ts';
import { begin, choosePractice } from '../practice/beginning.ts';
import type { PracticeUnits } from '../practice/practice-memory.ts';
import { practiceTimers } from '../store/appointment.ts';
import { dailyPracticeEndedCard } from '../views/daily-practice.ts';
import { dayQuestionCard } from '../views/daily-practice-message.ts';

/** A day's practice: what is due, as a practice whose first question the message asks; unless the person has practised that day. */
export const practiceAppointment: AppointmentKind = {
  name: 'practice',
  timers: practiceTimers,
  of: (unit) => unit.dailyPractice,
  compose: async (unit, { user, settings, missed }, { occurrence, round }, needs) => {
    const { bank, clock, rules } = needs;
    const now = clock.wall();
    if ((await unit.memory.due(user, dueBy(now), 1)).length === 0) return null;
    const open = await unit.practice.reserve(user);
    const began = dayBegan(occurrence, settings, rules);
    if (hasPractised(open, await unit.practice.savedAt(user), began)) return null;
    const items = await choosePractice(unit, user, dayRequest, needs);
    const first = items[0] === undefined ? undefined : await bank.asked(unit, items[0].asked);
    if (first === undefined) return null;
    const session = await begin(unit, user, dayRequest, items, needs);
    const { date } = occurrence;
    const canPutOff = putOff(date, now, settings.zone, rules) !== null;
    const card = dayQuestionCard(session, first, bank.subject(), { asked: { date, round }, canPutOff, missed });
    return { card, until: null };
  },
  wasOwed: async (unit, { user, settings }, occurrence, { rules }) => {
    if ((await unit.memory.due(user, dueBy(occurrence.at), 1)).length === 0) return false;
    const session = await unit.practice.lock(user);
    return !hasPractised(session, await unit.practice.savedAt(user), dayBegan(occurrence, settings, rules));
  },
  ended: dailyPracticeEndedCard,
};

/** Takes back a message that waits to be sent: the person is about to practise by themselves. */
export async function takeBackAsked(unit: PracticeUnits, user: string): Promise<void> {
  await takeBack(unit, practiceAppointment, await unit.dailyPractice.lock(user));
}
