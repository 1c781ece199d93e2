import { keepForNextCommand } from '../delivery/untold.ts';
import { learnerOf, scopeOf } from '../person-keys.ts';
import type { Log } from '../ports.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import { disarm, saveAndArm } from './arming.ts';
import type { AskedTimer } from './asking.ts';
import { withMissed } from './asking.ts';
import type { AppointmentKind, Needs } from './kind.ts';

/**
 * What follows when a day's message was sent, or could not be. Who takes no direct messages is left alone: it is turned off,
 * and they hear of that with the answer to their next command.
 */
export async function afterAsking(
  unit: Unit,
  kind: AppointmentKind,
  { user, date, round, missed, end }: AskedTimer & { readonly end: OutgoingEnd },
  needs: Needs & { readonly log: Log },
): Promise<void> {
  if (end.kind === 'sent') return;
  const appointment = await kind.of(unit).lock(user);
  if (appointment === null || !appointment.on || appointment.user !== user) return;
  const { log, clock } = needs;
  const what = kind.name;
  if (end.kind === 'failed' && end.why !== 'unverifiable') {
    log.info({ user, what, why: end.why, reason: end.reason }, 'It was turned off: its message was refused.');
    await disarm(unit, kind, appointment);
    await saveAndArm(unit, kind, { ...appointment, on: false, missed: [] });
    const id = `${what}-off:${learnerOf(user)}:${date}:${round}`;
    await keepForNextCommand(unit, { id, scope: scopeOf(user), user, card: kind.ended() }, clock.wall());
    return;
  }
  const why = end.kind === 'dropped' ? 'not-taken' : 'unsure';
  log.warn({ user, what, date, why }, 'The message of a day may not have come; it is said with the next one.');
  const at = appointment.asked?.date === date ? appointment.asked.at : clock.wall();
  // What that message told of, nobody was told.
  const before = { ...appointment, missed: [...missed, ...appointment.missed] };
  await kind.of(unit).save(await withMissed(unit, kind, before, { occurrences: [{ date, at }], why }, needs));
}
