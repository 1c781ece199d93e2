import { keepForNextCommand } from '../delivery/untold.ts';
import { learnerOf, scopeOf } from '../person-keys.ts';
import type { Log } from '../ports.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import { dailyPracticeEndedCard } from '../views/daily-practice.ts';
import { disarm, saveAndArm } from './arming.ts';
import type { AskedTimer, Needs } from './asking.ts';
import { withMissed } from './asking.ts';

/**
 * What follows when a day's practice was sent, or could not be. Who takes no direct messages is left alone: it is turned off,
 * and they hear of that with the answer to their next command.
 */
export async function afterAsking(
  unit: Unit,
  { user, date, round, missed, end }: AskedTimer & { readonly end: OutgoingEnd },
  needs: Needs & { readonly log: Log },
): Promise<void> {
  if (end.kind === 'sent') return;
  const practice = await unit.dailyPractice.lock(user);
  if (practice === null || !practice.on || practice.user !== user) return;
  const { log, clock } = needs;
  if (end.kind === 'failed' && end.why !== 'unverifiable') {
    log.info({ user, why: end.why, reason: end.reason }, 'Daily practice was turned off: its message was refused.');
    await disarm(unit, practice);
    await saveAndArm(unit, { ...practice, on: false, missed: [] });
    const id = `practice-off:${learnerOf(user)}:${date}:${round}`;
    await keepForNextCommand(unit, { id, scope: scopeOf(user), user, card: dailyPracticeEndedCard() }, clock.wall());
    return;
  }
  const why = end.kind === 'dropped' ? 'not-taken' : 'unsure';
  log.warn({ user, date, why }, 'The practice of a day may not have come; it is said with the next one.');
  const at = practice.asked?.date === date ? practice.asked.at : clock.wall();
  // What that message told of, nobody was told.
  const before = { ...practice, missed: [...missed, ...practice.missed] };
  await unit.dailyPractice.save(await withMissed(unit, before, [{ date, at }], why, needs));
}
