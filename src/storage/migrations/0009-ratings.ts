import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/**
 * How hard each item is and how strong each person, and what was chosen of what. Answers that the bot has yet to learn from
 * (see `memory`) are rated as it does; others by `npm run db:relearn`.
 */
export function ratings(kind: EngineKind): Migration {
  const text = kind === 'sqlite' ? 'text' : 'text collate "C"';
  return inTurn([
    `alter table memory_answers add column asked ${text}`,
    `alter table memory_answers add column choice ${kind === 'sqlite' ? 'integer' : 'bigint'}`,
    `alter table memory_cards add column items ${text} not null default '[]'`,
    ...tables.map((table) => tableIn(kind, table)),
  ]);
}

const tables = [
  `create table item_ratings (question text not null, item text not null, asked text, difficulty real not null,
    answers integer not null, correct integer not null, chosen_0 integer not null, chosen_1 integer not null,
    chosen_2 integer not null, chosen_3 integer not null, compared integer not null, compared_correct integer not null,
    strength_sum real not null, strength_squares real not null, strength_of_correct real not null,
    primary key (question, item))`,
  'create table learner_ratings (learner text primary key, strength real not null, answers integer not null)',
];
