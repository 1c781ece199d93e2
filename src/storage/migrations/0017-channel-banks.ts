import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Which bank a channel uses, and whether somebody was told that it is there no more. */
export function channelBanks(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table channel_banks (channel text primary key, scope text not null, bank text not null,
        set_by text not null, at integer not null, missed integer not null)`,
    ),
    'create index channel_banks_at on channel_banks (at)',
    'create index channel_banks_set_by on channel_banks (set_by)',
  ]);
}
