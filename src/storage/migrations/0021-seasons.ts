import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Spans in which a channel's quizzes count on a board of their own; at most one goes on in a channel. */
export function seasons(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table seasons (id text primary key, channel text not null, scope text not null, name text not null,
        started_at integer not null, ended_at integer, quizzes integer not null)`,
    ),
    'create unique index seasons_going on seasons (channel) where ended_at is null',
    'create index seasons_channel on seasons (channel, started_at)',
  ]);
}
