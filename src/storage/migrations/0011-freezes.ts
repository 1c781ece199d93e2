import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn } from './statements.ts';

/**
 * Freezes of streaks: how many were used in the month of the last answer, and how the streak stood before the first post
 * that was open then. Null where an earlier version reckoned it: with their next answer that is done anew. What somebody answered since is found without looking at all they ever answered.
 */
export function freezes(kind: EngineKind): Migration {
  const [integer, text] = kind === 'sqlite' ? ['integer', 'text'] : ['bigint', 'text collate "C"'];
  return inTurn([
    `alter table streaks add column frozen ${integer} not null default 0`,
    `alter table streaks add column settled ${text}`,
    'drop index daily_answers_user',
    'create index daily_answers_user on daily_answers (user_key, channel, date)',
  ]);
}
