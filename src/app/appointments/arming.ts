import type { AskedDay } from '../../core/practice/daily-practice.ts';
import { isWaiting } from '../daily/planning.ts';
import { learnerOf } from '../person-keys.ts';
import type { Appointment } from '../store/appointment.ts';
import type { Unit } from '../store/store.ts';
import type { AppointmentKind } from './kind.ts';

/** Id of the outgoing that is a day's message to somebody: there is one for each date and round, wherever it goes. */
export function outgoingOf(
  { name }: Pick<AppointmentKind, 'name'>,
  user: string,
  { date, round }: Pick<AskedDay, 'date' | 'round'>,
): string {
  return `${name}:${learnerOf(user)}:${date}:${round}`;
}

/** Saves it, and arms the timer of the next message; while no message is planned there is none. */
export async function saveAndArm(unit: Unit, kind: AppointmentKind, appointment: Appointment): Promise<void> {
  await kind.of(unit).save(appointment);
  const { user, on, nextAt: due, nextDate: date } = appointment;
  const key = `${kind.timers.due}:${user}`;
  if (!on || isWaiting(appointment)) return unit.timers.disarm(key);
  await unit.timers.arm({ key, kind: kind.timers.due, clock: 'wall', due, payload: { user, date } });
}

/** Takes back a message that waits to be sent: there is no reason for it any more. */
export async function takeBack<Needed extends { readonly outbox: Pick<Unit['outbox'], 'withdraw'> }>(
  unit: Needed,
  kind: Pick<AppointmentKind, 'name'>,
  appointment: Appointment | null,
): Promise<void> {
  if (appointment !== null && appointment.asked !== null) {
    await unit.outbox.withdraw(outgoingOf(kind, appointment.user, appointment.asked));
  }
}

/** Takes back what is planned under a key of the person, and what waits to be sent. */
export async function disarm(unit: Unit, kind: AppointmentKind, appointment: Appointment): Promise<void> {
  for (const timer of [kind.timers.due, kind.timers.later]) await unit.timers.disarm(`${timer}:${appointment.user}`);
  await takeBack(unit, kind, appointment);
}
