import { keyIn, learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { ProgressUnit } from '../../app/store/progress.ts';
import type { UnitContext } from '../context.ts';

/** Whose page has which token; a row for each learner, which goes when they are forgotten where it was made. */
export function createProgressUnit({ tx }: UnitContext): ProgressUnit {
  return {
    token: async (user, fresh) => {
      const learner = learnerOf(user);
      const kept = tx.selectFrom('progress_pages').select('token').where('learner', '=', learner);
      const before = await kept.executeTakeFirst();
      if (before !== undefined) return before.token;
      await tx
        .insertInto('progress_pages')
        .values({ learner, scope: scopeOf(user), token: fresh })
        .onConflict((conflict) => conflict.column('learner').doNothing())
        .execute();
      return (await kept.executeTakeFirstOrThrow()).token;
    },
    personOf: async (token) => {
      const row = tx.selectFrom('progress_pages').select(['learner', 'scope']).where('token', '=', token);
      const found = await row.executeTakeFirst();
      return found === undefined ? null : keyIn(found.scope, found.learner);
    },
  };
}
