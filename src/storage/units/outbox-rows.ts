import type { Outgoing } from '../../app/store/outbox.ts';
import type { UnitContext } from '../context.ts';
import { nextPlace, toWaiting } from '../outgoing-row.ts';
import type { OutgoingTable } from '../schema.ts';

/** Reads the row of an outgoing and keeps others from changing it until the unit ends. */
export function lockOutgoing({ tx, kind }: UnitContext, id: string): Promise<OutgoingTable | undefined> {
  const row = tx.selectFrom('outgoings').selectAll().where('id', '=', id);
  return (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
}

/** Lets one that has ended wait once more, with new content, not before `interval` ms after its end. */
export async function putAnew(
  { tx, kind }: UnitContext,
  row: OutgoingTable,
  outgoing: Outgoing,
  now: number,
  interval: number,
): Promise<void> {
  const due = Math.max(outgoing.due, (row.ended_at ?? 0) + interval);
  await tx
    .updateTable('outgoings')
    .set({ ...toWaiting(outgoing, now, due), seq: nextPlace(kind), round: row.round + 1 })
    .where('id', '=', row.id)
    .execute();
}
