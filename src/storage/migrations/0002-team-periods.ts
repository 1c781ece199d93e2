import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Teams by week and month as well; what they have done so far counts for all time only. */
export function teamPeriods(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      `create table team_scores (board text not null, period text not null, team text not null, won integer not null,
        played integer not null, points integer not null, primary key (board, period, team))`,
    ),
    `insert into team_scores (board, period, team, won, played, points)
      select board, 'all', team, won, played, points from teams`,
    'drop table teams',
  ]);
}
