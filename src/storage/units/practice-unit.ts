import { learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { PracticeUnit } from '../../app/store/practice.ts';
import type { PracticeSession } from '../../core/practice/session.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';

/** Stands in a row that was reserved and not saved. */
const nothing = 'null';

/** Where people are in their practice. */
export function createPracticeUnit({ tx, kind }: UnitContext): PracticeUnit {
  return {
    lock: async (user) => {
      const row = tx.selectFrom('practice_sessions').select('state').where('learner', '=', learnerOf(user));
      const found = await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
      return found === undefined ? null : fromJson<PracticeSession | null>(found.state);
    },
    reserve: async (user) => {
      const learner = learnerOf(user);
      const { state } = await tx
        .insertInto('practice_sessions')
        .values({ learner, scope: scopeOf(user), state: nothing, at: 0 })
        .onConflict((conflict) => conflict.column('learner').doUpdateSet({ learner }))
        .returning('state')
        .executeTakeFirstOrThrow();
      return fromJson<PracticeSession | null>(state);
    },
    savedAt: async (user) => {
      const row = tx.selectFrom('practice_sessions').select('at').where('learner', '=', learnerOf(user));
      return (await row.executeTakeFirst())?.at ?? 0;
    },
    save: async (user, session, now) => {
      const row = { scope: scopeOf(user), state: JSON.stringify(session), at: now };
      await tx
        .insertInto('practice_sessions')
        .values({ learner: learnerOf(user), ...row })
        .onConflict((conflict) => conflict.column('learner').doUpdateSet(row))
        .execute();
    },
  };
}
