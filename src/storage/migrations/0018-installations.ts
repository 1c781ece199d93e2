import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** What platforms have granted the bot for workspaces and organisations, and which workspaces an organisation's serves. */
export function installations(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table installations (scope text primary key, sealed text not null, expires integer,
        revision integer not null, installed_at integer not null, trouble text, owner text, claimed_until integer not null)`,
    ),
    'create index installations_expires on installations (expires)',
    tableIn(kind, 'create table installed_workspaces (scope text primary key, organisation text not null)'),
    'create index installed_workspaces_organisation on installed_workspaces (organisation)',
  ]);
}
