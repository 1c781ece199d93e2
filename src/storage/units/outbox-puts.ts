import type { OutboxUnit } from '../../app/store/outbox.ts';
import type { UnitContext } from '../context.ts';
import { contentOf, nextPlace, toWaiting } from '../outgoing-row.ts';
import { lockOutgoing, putAnew } from './outbox-rows.ts';

/** How outgoings come into the outbox. */
export function createOutboxPuts(context: UnitContext): Pick<OutboxUnit, 'put' | 'putAgain' | 'putLatest'> {
  const { tx, kind } = context;

  const put: OutboxUnit['put'] = async (outgoing, now) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('outgoings')
      .values({ id: outgoing.id, seq: nextPlace(kind), round: 1, ...toWaiting(outgoing, now) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  };

  return {
    put,
    putAgain: async (outgoing, now) => {
      if (await put(outgoing, now)) return;
      const row = await lockOutgoing(context, outgoing.id);
      if (row?.state === 'failed' || row?.state === 'dropped') await putAnew(context, row, outgoing, now, 0);
    },
    putLatest: async (outgoing, now, interval) => {
      if (await put(outgoing, now)) return;
      const row = await lockOutgoing(context, outgoing.id);
      if (row === undefined) return;
      if (row.state !== 'waiting') return putAnew(context, row, outgoing, now, interval);
      // While older content is on the way, the new one is kept aside and follows when that has ended.
      const isUnderWay = row.owner !== null;
      const changed = isUnderWay
        ? { newer: JSON.stringify(outgoing), newer_interval: interval }
        : { ...contentOf(outgoing), newer: null, newer_interval: null };
      await tx.updateTable('outgoings').set(changed).where('id', '=', row.id).execute();
    },
  };
}
