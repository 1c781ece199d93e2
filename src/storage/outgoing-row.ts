import { type RawBuilder, sql } from 'kysely';
import type { ClaimedOutgoing, Outgoing } from '../app/store/outbox.ts';
import type { EngineKind } from './engine.ts';
import { fromJson } from './json.ts';
import type { OutgoingTable } from './schema.ts';

/** The columns that say what is to be done: everything that a newer version of an edit replaces. */
export function contentOf({ errand, expires, pressed, follow }: Outgoing) {
  return {
    errand: JSON.stringify(errand),
    target: errand.kind === 'edit' ? errand.target : errand.kind === 'thread' ? errand.root : null,
    expires,
    pressed,
    follow_kind: follow?.kind ?? null,
    follow_payload: follow === null ? null : JSON.stringify(follow.payload),
  };
}

/** The columns of an outgoing that waits for its first attempt. */
export function toWaiting(outgoing: Outgoing, now: number, due = outgoing.due) {
  return {
    ...contentOf(outgoing),
    lane: outgoing.lane,
    scope: outgoing.scope,
    channel: outgoing.channel,
    user_key: outgoing.user,
    thread: outgoing.thread,
    due,
    ready_at: due,
    next_at: due,
    since: now,
    state: 'waiting' as const,
    attempts: 0,
    owner: null,
    uncertain_since: null,
    ended_at: null,
    newer: null,
    newer_interval: null,
  };
}

/**
 * The next position in a lane, after everything put in before. Units of two instances that put into one lane at the
 * same moment may come in either order; those whose order matters share a lock, like the units of one quiz.
 */
export function nextPlace(kind: EngineKind): RawBuilder<number> {
  return kind === 'postgres'
    ? sql<number>`nextval('lane_places')`
    : sql<number>`(select coalesce(max(seq), 0) + 1 from outgoings)`;
}

/** An outgoing as it was put in. */
function toOutgoing(row: OutgoingTable): Outgoing {
  return {
    id: row.id,
    lane: row.lane,
    scope: row.scope,
    channel: row.channel,
    user: row.user_key,
    thread: row.thread,
    errand: fromJson(row.errand),
    due: row.due,
    expires: row.expires,
    pressed: row.pressed,
    follow: row.follow_kind === null ? null : { kind: row.follow_kind, payload: fromJson(row.follow_payload ?? '{}') },
  };
}

/** A claimed outgoing. `messages`: the platform's message ids by the ids of the outgoings that posted them. */
export function toClaimed(row: OutgoingTable, messages: ReadonlyMap<string, string | null>): ClaimedOutgoing {
  const messageOf = (id: string | null) => (id === null ? null : (messages.get(id) ?? null));
  return {
    ...toOutgoing(row),
    attempts: row.attempts,
    uncertainSince: row.uncertain_since,
    began: row.ready_at,
    since: row.since,
    threadMessage: messageOf(row.thread),
    targetMessage: messageOf(row.target),
  };
}
