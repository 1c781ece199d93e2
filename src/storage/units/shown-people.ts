import type { PeopleUnit } from '../../app/store/store.ts';
import type { UnitContext } from '../context.ts';

/** Who wants their progress on the pages of boards: a row for each of them. */
export function createShownPeople({ tx }: UnitContext): Pick<PeopleUnit, 'isShown' | 'show'> {
  return {
    isShown: async (user) => {
      const row = tx.selectFrom('shown_people').select('user_key').where('user_key', '=', user);
      return (await row.executeTakeFirst()) !== undefined;
    },
    show: async (user, isShown) => {
      await tx.deleteFrom('shown_people').where('user_key', '=', user).execute();
      if (isShown) await tx.insertInto('shown_people').values({ user_key: user }).execute();
    },
  };
}
