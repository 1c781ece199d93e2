import type { MissedDay } from '../../core/practice/daily-practice.ts';
import { dayEnds } from '../../core/practice/daily-practice.ts';
import { dailyGrace } from '../../core/schedule/due.ts';
import type { Occurrence } from '../../core/schedule/occurrence.ts';
import { scopeOf } from '../person-keys.ts';
import type { Appointment } from '../store/appointment.ts';
import type { Unit } from '../store/store.ts';
import { outgoingOf } from './arming.ts';
import type { AppointmentKind, Needs, Round } from './kind.ts';

/** So many days that were missed are told of by their dates at most; those before are told of no more. */
const mostTold = 31;

/** What follows when a message was sent, or could not be: which one, and what it told of. */
export type AskedTimer = {
  readonly user: string;
  readonly date: string;
  readonly round: number;
  readonly missed: readonly MissedDay[];
};

/**
 * Puts a day's message into the outbox, if there is a reason for one. Gives what is then to be saved; the same where there is
 * none. It is of no use after the day, unless it is of the first round.
 */
export async function askDay(
  unit: Unit,
  kind: AppointmentKind,
  appointment: Appointment,
  { occurrence, round }: Round,
  needs: Needs,
): Promise<Appointment> {
  const { user, settings, missed } = appointment;
  const composed = await kind.compose(unit, appointment, { occurrence, round }, needs);
  if (composed === null) return appointment;
  const now = needs.clock.wall();
  const { date, at } = occurrence;
  const ends = round === 0 ? null : dayEnds(date, settings.zone, needs.rules);
  const asked = { date, at: now, round, state: 'asked', again: null } as const;
  const id = outgoingOf(kind, user, asked);
  const payload: AskedTimer = { user, date, round, missed };
  const isNew = await unit.outbox.put(
    {
      ...{ id, lane: id, scope: scopeOf(user), channel: null, user, thread: null, due: now, pressed: 'wait' },
      errand: { kind: 'post', card: composed.card, ping: null },
      expires: Math.min(at + dailyGrace, ...[ends, composed.until].filter((end) => end !== null)),
      follow: { kind: kind.timers.ended, payload },
    },
    now,
  );
  return isNew ? { ...appointment, asked, missed: [] } : appointment;
}

/** With the days that were missed, as far as there was a reason for a message then. */
export async function withMissed(
  unit: Unit,
  kind: AppointmentKind,
  appointment: Appointment,
  { occurrences, why }: { readonly occurrences: readonly Occurrence[]; readonly why: MissedDay['why'] },
  needs: Needs,
): Promise<Appointment> {
  const missed = [...appointment.missed];
  for (const occurrence of occurrences) {
    if (await kind.wasOwed(unit, appointment, occurrence, needs)) missed.push({ date: occurrence.date, why });
  }
  return { ...appointment, missed: missed.slice(-mostTold) };
}
