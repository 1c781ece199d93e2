import type { VoteUnit } from '../../app/store/vote.ts';
import type { UnitContext } from '../context.ts';
import { fingerprint } from '../fingerprint.ts';
import { storable } from '../json.ts';

/** Who found which answer unhelpful, so that each vote counts once. */
export function createVoteUnit({ tx }: UnitContext): VoteUnit {
  return {
    add: async ({ scope, user, question, query }, now) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('votes')
        .values({ voter: fingerprint(user), question, scope, query: storable(query), at: now })
        .onConflict((conflict) => conflict.columns(['voter', 'question']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    remove: async (user, question) => {
      const vote = tx.deleteFrom('votes').where('voter', '=', fingerprint(user)).where('question', '=', question);
      return (await vote.returning('query').executeTakeFirst())?.query ?? null;
    },
  };
}
