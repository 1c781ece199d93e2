import type { ClaimedOutgoing, Outgoing, OutgoingEnd } from '../store/outbox.ts';

/** Not before so long (ms): at the moment of a reveal others need the room, and the database, more. */
const pause = 15_000;

/** So long (ms) a message that was replaced by a new one is still worth changing. */
const worthwhile = 24 * 60 * 60_000;

/**
 * What is to be done, when nothing else needs the room, about a message that an edit should have changed and of which a new
 * one was posted instead: its buttons would answer nothing any more. Null where nothing is. All of a scope are in one lane:
 * where edits are not allowed for now one of them finds out when they are again. `now` in UTC ms.
 */
export function leftoverOf(
  { id, scope, channel, user, thread, errand, targetMessage }: ClaimedOutgoing,
  end: OutgoingEnd,
  now: number,
): Outgoing | null {
  if (errand.kind !== 'edit' || errand.left === undefined) return null;
  if (end.kind !== 'sent' || end.posted.message === targetMessage) return null;
  return {
    ...{ id: `${id}:left`, lane: `left:${scope}`, scope, channel, user, thread },
    errand: { kind: 'edit', target: errand.target, card: errand.left },
    due: now + pause,
    expires: now + worthwhile,
    pressed: 'last',
    follow: null,
  };
}
