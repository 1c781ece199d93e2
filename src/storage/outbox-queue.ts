import { sql } from 'kysely';
import type { OutboxQueue, Outgoing } from '../app/store/outbox.ts';
import type { Engine } from './engine.ts';
import { fromJson } from './json.ts';
import { holdsLease } from './outbox-lease.ts';
import { contentOf, toClaimed } from './outgoing-row.ts';
import { runUnit } from './run-unit.ts';
import type { OutgoingTable } from './schema.ts';

/**
 * In every lane only the first unfinished outgoing may be sent, and none whose thread or target another lane has still
 * to post. (Within a lane the order takes care of that; checking there too would block a lane that refers to its own
 * future.)
 */
const mayGo = sql`state = 'waiting'
  and not exists (select 1 from outgoings as e where e.lane = o.lane and e.state = 'waiting' and e.seq < o.seq)
  and not exists (select 1 from outgoings as r where r.id in (o.thread, o.target) and r.state = 'waiting'
    and r.message is null and r.lane <> o.lane)`;

/** Of scopes that have enough in hand only what refers to an earlier message. */
function openTo(full: readonly string[]) {
  if (full.length === 0) return sql`true`;
  return sql`(o.scope not in (${sql.join(full)}) or o.thread is not null or o.target is not null)`;
}

/** Claims due outgoings for this process; claims are leases, as for timers. */
export function createOutboxQueue(engine: Engine, owner: string): OutboxQueue {
  const { db, kind } = engine;
  const skipLocked = sql.raw(kind === 'postgres' ? 'for update skip locked' : '');

  const messagesOf = async (rows: readonly OutgoingTable[]): Promise<ReadonlyMap<string, string | null>> => {
    const ids = [...new Set(rows.flatMap(({ thread, target }) => [thread, target]).filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const found = await db.selectFrom('outgoings').select(['id', 'message']).where('id', 'in', ids).execute();
    return new Map(found.map(({ id, message }) => [id, message]));
  };

  return {
    claim: async (now, limit, lease, full = []) => {
      const { rows } = await sql<OutgoingTable>`
        with due as materialized (
          select id from outgoings as o where next_at <= ${now} and ${openTo(full)} and ${mayGo}
          order by next_at, seq limit ${limit} ${skipLocked}
        )
        update outgoings set owner = ${owner}, attempts = attempts + 1, next_at = ${now + lease}
        where id in (select id from due)
        returning *`.execute(db);
      const messages = await messagesOf(rows);
      return rows.sort((one, other) => one.seq - other.seq).map((row) => toClaimed(row, messages));
    },
    untilNext: async (now, full = []) => {
      const { rows } = await sql<{ next_at: number }>`
        select next_at from outgoings as o where ${openTo(full)} and ${mayGo} order by next_at limit 1`.execute(db);
      const next = rows[0]?.next_at;
      return next === undefined ? null : Math.max(0, next - now);
    },
    markUncertain: async (outgoing, now, lease) => {
      const { numUpdatedRows } = await db
        .updateTable('outgoings')
        .set({ uncertain_since: outgoing.uncertainSince ?? now, ready_at: now, next_at: now + lease })
        .where(holdsLease(owner, outgoing))
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    giveBack: (outgoing, due, certain) =>
      runUnit(engine, owner, async ({ tx }) => {
        const held = await tx
          .updateTable('outgoings')
          .set({ owner: null, ready_at: due, next_at: due })
          // An earlier attempt of unknown outcome keeps its mark.
          .$if(certain, (update) => update.set({ uncertain_since: outgoing.uncertainSince }))
          .where(holdsLease(owner, outgoing))
          .returning('newer')
          .executeTakeFirst();
        if (held === undefined) return false;
        if (held.newer !== null) {
          const newer = { ...contentOf(fromJson<Outgoing>(held.newer)), newer: null, newer_interval: null };
          await tx.updateTable('outgoings').set(newer).where('id', '=', outgoing.id).execute();
        }
        return true;
      }),
  };
}
