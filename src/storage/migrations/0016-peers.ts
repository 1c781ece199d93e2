import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Answers of interviews that were posted for peers to mark, and their marks. */
export function peers(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table peer_requests (id text primary key, learner text not null, scope text not null,
        state text not null)`,
    ),
    'create index peer_requests_learner on peer_requests (learner)',
    tableIn(
      kind,
      `create table peer_marks (request text not null, learner text not null, scope text not null, name text not null,
        ticked text not null, sent text, sent_at integer, primary key (request, learner))`,
    ),
    'create index peer_marks_learner on peer_marks (learner)',
  ]);
}
