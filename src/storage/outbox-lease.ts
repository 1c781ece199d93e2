import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { ClaimedOutgoing } from '../app/store/outbox.ts';
import type { Schema } from './schema.ts';

/** True for the row of a claimed outgoing that is still in this process's hands: nobody claimed it or put it in since. */
export function holdsLease(owner: string, { id, attempts, since }: ClaimedOutgoing) {
  return (of: ExpressionBuilder<Schema, 'outgoings'>): ExpressionWrapper<Schema, 'outgoings', SqlBool> =>
    of.and({ id, owner, attempts, since, state: 'waiting' });
}
