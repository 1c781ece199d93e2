import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Who says of which item that it is wrong, once each, with a line of theirs. */
export function flags(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table flags (learner text not null, asked text not null, scope text not null, question text not null,
        item text not null, remark text, at integer not null, changed_at integer not null,
        state text not null, primary key (learner, asked))`,
    ),
    'create index flags_asked on flags (asked)',
    'create index flags_at on flags (state, at)',
  ]);
}
