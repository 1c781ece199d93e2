import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Who has found which answer of no use, so that it is counted once and can be taken back. */
export function votes(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table votes (voter text not null, question text not null, scope text not null, query text not null,
        at integer not null, primary key (voter, question))`,
    ),
    'create index votes_at on votes (at)',
  ]);
}
