import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/**
 * What people opened of what was offered for a query, so that aliases can be proposed. And queries that differ only in
 * the mark at their end count as one, as they do from now on: they are summed.
 */
export function clicks(kind: EngineKind): Migration {
  const key = "rtrim(query_key, ' ?!.…')";
  return inTurn([
    tableIn(
      kind,
      `create table clicks (query_key text not null, question text not null, query text not null,
        count integer not null, last integer not null, primary key (query_key, question))`,
    ),
    'create index clicks_rare on clicks (count, last)',
    `create table merged_gaps as select kind, ${key} as query_key, question, min(query) as query,
      sum(count) as count, max(last) as last from gaps group by kind, ${key}, question`,
    'delete from gaps',
    `insert into gaps (kind, query_key, question, query, count, last)
      select kind, query_key, question, query, count, last from merged_gaps`,
    'drop table merged_gaps',
  ]);
}
