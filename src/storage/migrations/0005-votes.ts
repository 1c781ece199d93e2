import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Who found which answer unhelpful, so that each vote counts once and can be withdrawn. */
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
