import { learnerOf, scopeOf } from '../../app/person-keys.ts';
import { practiceTimers, reminderTimers } from '../../app/store/appointment.ts';
import type { UnitContext } from '../context.ts';
import { learnerTables } from './learner-tables.ts';
import { createMemoryUnit } from './memory-unit.ts';
import { rerateLearner } from './rerate.ts';

/**
 * Deletes what a person answered in the scope of this key, and makes their cards and their strength anew of what they
 * answered elsewhere. What they taught about items stays, in sums without a name.
 * Returns how many rows were deleted.
 */
export async function unlearnPerson(context: UnitContext, user: string): Promise<number> {
  let rows = 0;
  for (const table of learnerTables) {
    const own = context.tx.deleteFrom(table).where('learner', '=', learnerOf(user)).where('scope', '=', scopeOf(user));
    rows += Number((await own.executeTakeFirstOrThrow()).numDeletedRows);
  }
  const keys = [practiceTimers, reminderTimers].flatMap(({ due, later }) => [`${due}:${user}`, `${later}:${user}`]);
  await context.tx.deleteFrom('timers').where('key', 'in', keys).execute();
  if (rows > 0) await learnAnew(context, user);
  return rows;
}

/** The same for everybody who answered in a scope. */
export async function unlearnScope(context: UnitContext, scope: string): Promise<void> {
  const { tx } = context;
  const people = tx.selectFrom('memory_answers').select('learner').distinct().where('scope', '=', scope);
  const learners = await people.orderBy('learner').execute();
  for (const table of learnerTables) await tx.deleteFrom(table).where('scope', '=', scope).execute();
  for (const { learner } of learners) await learnAnew(context, learner);
}

async function learnAnew(context: UnitContext, user: string): Promise<void> {
  await createMemoryUnit(context).rebuild(user);
  await rerateLearner(context, learnerOf(user));
}
