import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Questions that people suggest, and what became of them. */
export function suggestions(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table suggestions (id text primary key, learner text not null, scope text not null, name text,
        typed text not null, state text not null, at integer not null, decided_at integer, word text, file text)`,
    ),
    'create index suggestions_learner on suggestions (learner)',
    'create index suggestions_state on suggestions (state, at)',
  ]);
}
