import type { ExpressionBuilder } from 'kysely';
import type { OutboxUnit, Outgoing, OutgoingEnd } from '../../app/store/outbox.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import { holdsLease } from '../outbox-lease.ts';
import { contentOf, nextPlace, toWaiting } from '../outgoing-row.ts';
import type { OutgoingTable, Schema } from '../schema.ts';
import { createTimerUnit } from './timer-unit.ts';

/** Writes outgoing messages, together with the change of state that calls for them. */
export function createOutboxUnit(context: UnitContext): OutboxUnit {
  const { tx, kind, owner } = context;

  const lock = (id: string) => {
    const row = tx.selectFrom('outgoings').selectAll().where('id', '=', id);
    return (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
  };

  const put: OutboxUnit['put'] = async (outgoing, now) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('outgoings')
      .values({ id: outgoing.id, seq: nextPlace(kind), round: 1, ...toWaiting(outgoing, now) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  };

  const putAnew = async (row: OutgoingTable, outgoing: Outgoing, now: number, interval: number) => {
    const due = Math.max(outgoing.due, (row.ended_at ?? 0) + interval);
    await tx
      .updateTable('outgoings')
      .set({ ...toWaiting(outgoing, now, due), seq: nextPlace(kind), round: row.round + 1 })
      .where('id', '=', row.id)
      .execute();
  };

  const armFollow = async (row: OutgoingTable, end: OutgoingEnd) => {
    if (row.follow_kind === null) return;
    const payload = { ...fromJson<Readonly<Record<string, unknown>>>(row.follow_payload ?? '{}'), end };
    const key = row.round === 1 ? `follow:${row.id}` : `follow:${row.id}:${row.round}`;
    // Due at 0, not at the time of settling: that may come from a clock that has been set since.
    await createTimerUnit(context).arm({ key, kind: row.follow_kind, clock: 'steady', due: 0, payload });
  };

  return {
    put,
    putAgain: async (outgoing, now) => {
      if (await put(outgoing, now)) return;
      const row = await lock(outgoing.id);
      if (row?.state === 'failed' || row?.state === 'dropped') await putAnew(row, outgoing, now, 0);
    },
    putLatest: async (outgoing, now, interval) => {
      if (await put(outgoing, now)) return;
      const row = await lock(outgoing.id);
      if (row === undefined) return;
      if (row.state !== 'waiting') return putAnew(row, outgoing, now, interval);
      // While older content is being sent, the new content is set aside and follows afterwards.
      const isUnderWay = row.owner !== null;
      const changed = isUnderWay
        ? { newer: JSON.stringify(outgoing), newer_interval: interval }
        : { ...contentOf(outgoing), newer: null, newer_interval: null };
      await tx.updateTable('outgoings').set(changed).where('id', '=', row.id).execute();
    },
    settle: async (outgoing, end, now) => {
      const row = await lock(outgoing.id);
      const sent = end.kind === 'sent' ? { message: end.posted.message, posted_at: end.posted.at } : {};
      const { numUpdatedRows } = await tx
        .updateTable('outgoings')
        // Its content is no longer needed, and may name people.
        .set({ state: end.kind, owner: null, ended_at: now, errand: '{}', follow_payload: null, newer: null, ...sent })
        .where(holdsLease(owner, outgoing))
        .executeTakeFirstOrThrow();
      if (row === undefined || numUpdatedRows !== 1n) return false;
      await armFollow(row, end);
      const newer = row.newer === null ? null : fromJson<Outgoing>(row.newer);
      if (newer !== null) await putAnew({ ...row, ended_at: now }, newer, now, row.newer_interval ?? 0);
      return true;
    },
    messageOf: async (id) => {
      const row = await tx
        .selectFrom('outgoings')
        .select(['message', 'posted_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      const { message = null, posted_at: at = null } = row ?? {};
      return message === null || at === null ? null : { message, at };
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
      // What is being sent may finish, but is not retried.
      await tx.updateTable('outgoings').set({ newer: null, expires: 0 }).where(waiting).execute();
    },
  };
}
