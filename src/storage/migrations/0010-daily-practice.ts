import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Practice that comes by direct message once a day, to those who want it: when, and what the latest message came to. */
export function dailyPractice(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table daily_practice (learner text primary key, scope text not null, settings text not null,
        is_on integer not null, next_date text not null, next_at integer not null, rules text not null,
        asked text, missed text not null)`,
    ),
  ]);
}
