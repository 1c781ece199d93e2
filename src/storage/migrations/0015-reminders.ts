import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Reminders of daily questions, to those who want them: when, and what the latest message came to. */
export function reminders(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table daily_reminders (learner text primary key, scope text not null, settings text not null,
        is_on integer not null, next_date text not null, next_at integer not null, rules text not null,
        asked text, missed text not null)`,
    ),
    'create index streaks_user on streaks (user_key, last_date)',
  ]);
}
