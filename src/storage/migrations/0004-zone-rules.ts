import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/**
 * The time zone rules by which a post was planned, and settings that wait for a time zone. Nobody knows which rules
 * earlier plans used: `0` sorts before every version, so they are planned anew.
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
