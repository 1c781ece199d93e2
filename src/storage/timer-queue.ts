import { type Kysely, sql } from 'kysely';
import type { TimerQueue } from '../app/store/timer.ts';
import type { Engine } from './engine.ts';
import { fromJson } from './json.ts';
import type { Schema } from './schema.ts';

/**
 * Claims due timers for this process. A claim is one statement that moves the next attempt to the end of the lease, so
 * that a timer of a process that died comes up again by itself; instances never wait for one another's rows.
 */
export function createTimerQueue({ db, kind }: Engine, owner: string): TimerQueue {
  const skipLocked = sql.raw(kind === 'postgres' ? 'for update skip locked' : '');
  return {
    claim: async (now, limit, lease) => {
      const { rows } = await sql<Schema['timers']>`
        with due as materialized (
          select key from timers
          where (clock = 'wall' and next_at <= ${now.wall}) or (clock = 'steady' and next_at <= ${now.steady})
          order by next_at limit ${limit} ${skipLocked}
        )
        update timers set owner = ${owner}, attempts = attempts + 1, next_at =
          case clock when 'wall' then cast(${now.wall + lease} as bigint) else cast(${now.steady + lease} as bigint) end
        where key in (select key from due)
        returning key, kind, clock, due, payload, attempts`.execute(db);
      return rows
        .map(({ key, kind, clock, due, payload, attempts }) => ({
          ...{ key, kind, clock, due, attempts },
          payload: fromJson<unknown>(payload),
        }))
        .sort((one, other) => one.due - other.due);
    },
    untilNext: async (now) => {
      const rows = await db
        .selectFrom('timers')
        .select(['clock', (of) => of.fn.min<number>('next_at').as('next')])
        .groupBy('clock')
        .execute();
      return rows.length === 0 ? null : Math.max(0, Math.min(...rows.map(({ clock, next }) => next - now[clock])));
    },
  };
}

/** Releases all leases. Only for a process that knows it is the only one. */
export async function resetLeases(db: Kysely<Schema>): Promise<void> {
  await db.updateTable('timers').set({ owner: null, next_at: sql`due` }).where('owner', 'is not', null).execute();
  await db
    .updateTable('outgoings')
    .set({ owner: null, next_at: sql`ready_at` })
    .where('state', '=', 'waiting')
    .where('owner', 'is not', null)
    .execute();
}
