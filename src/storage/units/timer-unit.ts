import type { TimerUnit } from '../../app/store/timer.ts';
import type { UnitContext } from '../context.ts';

/**
 * Timers within a transaction. `finish` compares the whole timer and not only the lease: one that was cancelled and
 * armed again with another time or payload is a different timer.
 */
export function createTimerUnit({ tx, owner }: UnitContext): TimerUnit {
  return {
    arm: async ({ key, kind, clock, due, payload }) => {
      const changed = { kind, clock, due, payload: JSON.stringify(payload), next_at: due, owner: null };
      await tx
        .insertInto('timers')
        .values({ key, ...changed, attempts: 0 })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(changed))
        .execute();
    },
    disarm: async (key) => {
      await tx.deleteFrom('timers').where('key', '=', key).execute();
    },
    finish: async ({ key, kind, clock, due, payload, attempts }) => {
      const { numDeletedRows } = await tx
        .deleteFrom('timers')
        .where('key', '=', key)
        .where('owner', '=', owner)
        .where('attempts', '=', attempts)
        .where('kind', '=', kind)
        .where('clock', '=', clock)
        .where('due', '=', due)
        .where('payload', '=', JSON.stringify(payload))
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}
