import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/**
 * The page of a person's progress, under a token that nobody can guess; made when they first ask for it. How they come on is
 * counted from their latest answers: the index by which these are found now holds all that the count needs, so that it
 * never looks at the table, and noting an answer writes as many pages as before.
 */
export function progressPages(kind: EngineKind): Migration {
  return inTurn([
    tableIn(
      kind,
      'create table progress_pages (learner text primary key, scope text not null, token text not null unique)',
    ),
    'drop index memory_answers_learner',
    'create index memory_answers_learner on memory_answers (learner, at, topic, correct)',
  ]);
}
