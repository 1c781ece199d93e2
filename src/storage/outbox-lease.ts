import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { ClaimedOutgoing } from '../app/store/outbox.ts';
import type { Schema } from './schema.ts';

/** Matches a claimed outgoing whose lease this process still holds: nobody has claimed it or put it in again since. */
export function holdsLease(owner: string, { id, attempts, since }: ClaimedOutgoing) {
  return (of: ExpressionBuilder<Schema, 'outgoings'>): ExpressionWrapper<Schema, 'outgoings', SqlBool> =>
    of.and({ id, owner, attempts, since, state: 'waiting' });
}
