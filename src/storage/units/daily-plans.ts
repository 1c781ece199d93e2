import type { DailyUnit } from '../../app/store/daily.ts';
import { unplanned } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';

/** The rules that daily questions are planned by, and settings that wait for a time zone. */
export function createDailyPlans({
  tx,
}: UnitContext): Pick<DailyUnit, 'plannedBefore' | 'newestRules' | 'addDraft' | 'draft'> {
  const on = tx.selectFrom('daily_schedules').where('is_on', '=', 1);
  return {
    plannedBefore: async (version) => {
      const stale = on.select('channel').where('rules', '<', version).orderBy('channel');
      return (await stale.execute()).map(({ channel }) => channel);
    },
    newestRules: async () => {
      const { newest } = await on.select((of) => of.fn.max('rules').as('newest')).executeTakeFirstOrThrow();
      return (newest as string | null) ?? unplanned;
    },
    addDraft: async ({ user, settings, ...draft }) => {
      const row = { ...draft, user_key: user, settings: JSON.stringify(settings) };
      await tx.insertInto('daily_drafts').values(row).execute();
    },
    draft: async (id) => {
      const row = await tx.selectFrom('daily_drafts').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { user_key: user, settings, ...draft } = row;
      return { ...draft, user, settings: fromJson(settings) };
    },
  };
}
