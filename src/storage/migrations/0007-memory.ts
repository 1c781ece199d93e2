import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/**
 * What people answered and what they remember because of it, and where they are in their practice. What was answered before
 * is set aside in `older_asked`, and the bot learns from it at its next start.
 */
export function memory(kind: EngineKind): Migration {
  return inTurn([
    ...tables.map((table) => tableIn(kind, table)),
    'create index memory_answers_learner on memory_answers (learner, seq)',
    'create index memory_cards_due on memory_cards (learner, due)',
    'create index practice_sessions_at on practice_sessions (at)',
    // By names that sort as the answers came.
    `insert into older_asked (kind, channel, name, item, at)
      select 'answer', '', ${kind === 'sqlite' ? sqliteName : postgresName}, 0, at from daily_answers`,
    `insert into older_asked (kind, channel, name, item, at) select 'played', channel, id, 0, 0 from quizzes`,
  ]);
}

const sqliteName = "substr('000000000000' || seq, -12)";
const postgresName = "lpad(cast(seq as text), 12, '0')";

const tables = [
  `create table memory_answers (seq sequence, learner text not null, scope text not null, source text not null,
    question text not null, item text not null, topic text not null, level text not null, correct integer not null,
    at integer not null, unique (learner, source))`,
  `create table memory_cards (learner text not null, question text not null, item text not null, due integer not null,
    stability real not null, difficulty real not null, answered integer not null, missed integer not null,
    last integer not null, primary key (learner, question))`,
  `create table practice_sessions (learner text primary key, scope text not null, state text not null,
    at integer not null)`,
];
