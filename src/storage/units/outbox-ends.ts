import type { ExpressionBuilder } from 'kysely';
import type { OutboxUnit, Outgoing, OutgoingEnd } from '../../app/store/outbox.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import { holdsLease } from '../outbox-lease.ts';
import type { OutgoingTable, Schema } from '../schema.ts';
import { lockOutgoing, putAnew } from './outbox-rows.ts';
import { createTimerUnit } from './timer-unit.ts';

/** How outgoings end. */
export function createOutboxEnds(context: UnitContext): Pick<OutboxUnit, 'settle' | 'withdraw'> {
  const { tx, owner } = context;

  const armFollow = async (row: OutgoingTable, end: OutgoingEnd) => {
    if (row.follow_kind === null) return;
    const payload = { ...fromJson<Readonly<Record<string, unknown>>>(row.follow_payload ?? '{}'), end };
    const key = row.round === 1 ? `follow:${row.id}` : `follow:${row.id}:${row.round}`;
    // Due at 0, not at the time of the settling: that may come from a clock which has been set since.
    await createTimerUnit(context).arm({ key, kind: row.follow_kind, clock: 'steady', due: 0, payload });
  };

  return {
    settle: async (outgoing, end, now) => {
      const row = await lockOutgoing(context, outgoing.id);
      const sent = end.kind === 'sent' ? { message: end.posted.message, posted_at: end.posted.at } : {};
      const { numUpdatedRows } = await tx
        .updateTable('outgoings')
        // What it said is of no more use, and may name people.
        .set({ state: end.kind, owner: null, ended_at: now, errand: '{}', follow_payload: null, newer: null, ...sent })
        .where(holdsLease(owner, outgoing))
        .executeTakeFirstOrThrow();
      if (row === undefined || numUpdatedRows !== 1n) return false;
      await armFollow(row, end);
      const newer = row.newer === null ? null : fromJson<Outgoing>(row.newer);
      if (newer !== null) await putAnew(context, { ...row, ended_at: now }, newer, now, row.newer_interval ?? 0);
      return true;
    },
    withdraw: async (id) => {
      const waiting = (of: ExpressionBuilder<Schema, 'outgoings'>) =>
        of.and([of('id', '=', id), of('state', '=', 'waiting')]);
      const atRest = (of: ExpressionBuilder<Schema, 'outgoings'>) =>
        of.and([waiting(of), of('owner', 'is', null), of('uncertain_since', 'is', null)]);
      await tx.deleteFrom('outgoings').where(atRest).where('round', '=', 1).execute();
      await tx
        .updateTable('outgoings')
        .set((of) => ({ state: 'sent', ended_at: of.ref('since'), errand: '{}', follow_payload: null, newer: null }))
        .where(atRest)
        .execute();
      // What is under way may end as it will, but is not tried once more.
      await tx.updateTable('outgoings').set({ newer: null, expires: 0 }).where(waiting).execute();
    },
  };
}
