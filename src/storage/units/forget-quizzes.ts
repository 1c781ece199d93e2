import { sql } from 'kysely';
import { anonymise } from '../anonymise.ts';
import type { UnitContext } from '../context.ts';

/**
 * Assigns a person's answers and ranks in quizzes to `alias`; points and tallies stay. Increments the version, so that
 * nobody continues from a state that still has the name. Returns how many rows changed.
 */
export async function forgetQuizzes({ tx, kind }: UnitContext, user: string, alias: string): Promise<number> {
  const position = sql.raw(kind === 'postgres' ? 'strpos' : 'instr');
  const needle = JSON.stringify(user).slice(1, -1);
  const found = tx
    .selectFrom('quizzes')
    .select(['id', 'state', 'version'])
    .where((of) =>
      of.or([
        sql<boolean>`${position}(state, cast(${needle} as text)) > 0`,
        of('id', 'in', of.selectFrom('quiz_answers').select('quiz').where('user_key', '=', user)),
      ]),
    )
    .orderBy('id');
  const quizzes = await (kind === 'postgres' ? found.forUpdate() : found).execute();
  for (const { id, state, version } of quizzes) {
    const changed = { state: JSON.stringify(anonymise(JSON.parse(state), user, alias)), version: version + 1 };
    await tx.updateTable('quizzes').set(changed).where('id', '=', id).execute();
  }
  const { numUpdatedRows } = await tx
    .updateTable('quiz_answers')
    .set({ user_key: alias, name: 'forgotten' })
    .where('user_key', '=', user)
    .executeTakeFirstOrThrow();
  return quizzes.length + Number(numUpdatedRows);
}
