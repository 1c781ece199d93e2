import type { Card } from '../../core/card.ts';
import type { Unit } from '../store/store.ts';
import { directMessageTimer } from './untold.ts';

/** What the bot says to one person of itself. */
export type DirectMessage = {
  /** Names the occasion: the same is said once. */
  readonly id: string;
  readonly scope: string;
  readonly user: string;
  readonly card: Card;
};

/**
 * Puts a message to one person alone into the outbox. It waits for nothing else and holds up nothing. Who takes none gets it
 * with the answer to their next command.
 */
export async function putDirectMessage(
  unit: Unit,
  { id, scope, user, card }: DirectMessage,
  now: number,
): Promise<void> {
  await unit.outbox.put(
    {
      id,
      lane: id,
      scope,
      channel: null,
      user,
      thread: null,
      errand: { kind: 'post', card, ping: null },
      due: now,
      expires: null,
      pressed: 'wait',
      follow: { kind: directMessageTimer, payload: { id, scope, user, card } },
    },
    now,
  );
}
