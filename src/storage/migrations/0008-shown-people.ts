import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { inTurn, tableIn } from './statements.ts';

/** Who wants their topics and their points over time on the pages of boards. Nobody is in it unless they said so. */
export function shownPeople(kind: EngineKind): Migration {
  return inTurn([tableIn(kind, 'create table shown_people (user_key text not null primary key)')]);
}
