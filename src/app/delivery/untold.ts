import type { Card } from '../../core/card.ts';
import type { Environment } from '../environment.ts';
import type { OutgoingEnd } from '../store/outbox.ts';
import type { Unit } from '../store/store.ts';
import type { DirectMessage } from './direct-message.ts';
import type { TimerHandler } from './timers.ts';

/** The kind of the timer that follows when a person was told something by direct message, or could not be. */
export const directMessageTimer = 'direct-message';

/** For so long (ms) it is kept for a person who takes no direct messages. */
const keptFor = 30 * 86_400_000;

/** What follows the sending of a direct message. */
export function createDirectMessageTimer({
  store,
  clock,
}: Pick<Environment, 'store' | 'clock'>): readonly [string, TimerHandler] {
  const handler: TimerHandler = (timer) =>
    store.transact(async (unit) => {
      if (await unit.timers.finish(timer)) await keepUntold(unit, timer.payload as Ended, clock.wall());
    });
  return [directMessageTimer, handler];
}

type Ended = DirectMessage & { readonly end: OutgoingEnd };

/** Keeps a direct message that the platform refused, until the person's next command. */
async function keepUntold(unit: Unit, { end, ...message }: Ended, now: number): Promise<void> {
  if (end.kind === 'failed' && end.why !== 'unverifiable') await keepForNextCommand(unit, message, now);
}

/**
 * Keeps what a person who takes no direct messages is to be told, until their next command. It waits in the outbox on a lane that
 * nothing sends, since it expires before it falls due; there it is deleted with all else that is kept of that person.
 */
export async function keepForNextCommand(
  unit: Unit,
  { id, scope, user, card }: DirectMessage,
  now: number,
): Promise<void> {
  await unit.outbox.put(
    {
      id: `untold:${id}`,
      lane: laneOf(user),
      scope,
      channel: null,
      user,
      thread: null,
      errand: { kind: 'post', card, ping: null },
      due: now + keptFor,
      expires: now + keptFor - 1,
      pressed: 'wait',
      follow: null,
    },
    now,
  );
}

/** Takes what a person could not be told, oldest first; nobody gets it a second time. */
export async function takeUntold(unit: Unit, user: string): Promise<readonly Card[]> {
  const waiting = await unit.outbox.waitingIn(laneOf(user));
  for (const { id } of waiting) await unit.outbox.withdraw(id);
  return waiting.flatMap(({ errand }) => (errand.kind === 'post' ? [errand.card] : []));
}

function laneOf(user: string): string {
  return `untold:${user}`;
}
