import type { Migration } from 'kysely/migration';
import { inTurn } from './statements.ts';

/**
 * The index by which due messages are found holds all that says whether one is passed over because its scope has enough in hand: a
 * backlog of thousands is walked along in the index alone.
 */
export function fairOutbox(): Migration {
  return inTurn([
    'drop index outgoings_next',
    "create index outgoings_next on outgoings (next_at, scope, thread, target) where state = 'waiting'",
  ]);
}
