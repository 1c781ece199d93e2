import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/**
 * By which time zone rules a post was planned, and settings that wait for a time zone. Nobody knows by which rules the
 * plans of before were made: `0` sorts before every version, so that they are made anew.
 */
export function zoneRules(kind: EngineKind): Migration {
  const text = kind === 'sqlite' ? 'text' : 'text collate "C"';
  return inTurn([
    `alter table daily_schedules add column rules ${text} not null default '0'`,
    tableIn(
      kind,
      `create table daily_drafts (id text primary key, channel text not null, scope text not null,
        user_key text not null, settings text not null, since integer not null)`,
    ),
    'create index daily_drafts_since on daily_drafts (since)',
  ]);
}
