import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/**
 * What was asked is stored as it was, and identified by the hash of its content. Earlier versions identified it by
 * question and position in the bank, which SQL cannot look up: those references are set aside in `older_asked`, and the
 * bot converts them at its next start. A bot that has ever run has left buttons with such positions.
 */
export function askedItems(kind: EngineKind): Migration {
  return inTurn([
    ...tables.map((table) => tableIn(kind, table)),
    `insert into older_asked (kind, channel, name, item, at)
      select 'post', channel, date, item, since from daily_posts`,
    `insert into older_asked (kind, channel, name, item, at) select 'item', channel, item, 0, at from quiz_asked`,
    `insert into older_asked (kind, channel, name, item, at) select 'quiz', channel, id, 0, 0 from quizzes`,
    `insert into older_asked (kind, channel, name, item, at)
      select 'places', '', '', 0, 0 where exists (select 1 from instances)`,
    `alter table daily_posts add column asked text${kind === 'postgres' ? ' collate "C"' : ''}`,
    'alter table daily_posts drop column item',
    'drop table quiz_asked',
    tableIn(kind, quizAsked),
    'create index daily_posts_asked on daily_posts (asked) where asked is not null',
    'create index quiz_asked_asked on quiz_asked (asked)',
    'create index asked_items_seen on asked_items (seen_at)',
  ]);
}

const tables = [
  'create table asked_items (hash text primary key, content text not null, seen_at integer not null)',
  'create table older_places (place text primary key, asked text not null)',
  `create table older_asked (kind text not null, channel text not null, name text not null, item integer not null,
    at integer not null, primary key (kind, channel, name))`,
];

const quizAsked = `create table quiz_asked (channel text not null, item text not null, asked text not null,
  at integer not null, primary key (channel, item))`;
