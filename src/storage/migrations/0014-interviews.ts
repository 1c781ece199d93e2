import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Mock interviews: where each person is in theirs. */
export function interviews(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table interviews (learner text primary key, scope text not null, state text not null,
        at integer not null)`,
    ),
    'create index interviews_at on interviews (at)',
  ]);
}
