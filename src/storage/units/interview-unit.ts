import { learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { InterviewUnit } from '../../app/store/interview.ts';
import type { Interview } from '../../core/interview/interview.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';

/** Stands in a row that was reserved and not saved. */
const nothing = 'null';

/** Where people are in their interviews. */
export function createInterviewUnit({ tx, kind }: UnitContext): InterviewUnit {
  return {
    lock: async (user) => {
      const row = tx.selectFrom('interviews').select('state').where('learner', '=', learnerOf(user));
      const found = await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
      return found === undefined ? null : fromJson<Interview | null>(found.state);
    },
    reserve: async (user) => {
      const learner = learnerOf(user);
      const { state } = await tx
        .insertInto('interviews')
        .values({ learner, scope: scopeOf(user), state: nothing, at: 0 })
        .onConflict((conflict) => conflict.column('learner').doUpdateSet({ learner }))
        .returning('state')
        .executeTakeFirstOrThrow();
      return fromJson<Interview | null>(state);
    },
    save: async (user, interview, now) => {
      const row = { scope: scopeOf(user), state: JSON.stringify(interview), at: now };
      await tx
        .insertInto('interviews')
        .values({ learner: learnerOf(user), ...row })
        .onConflict((conflict) => conflict.column('learner').doUpdateSet(row))
        .execute();
    },
  };
}
