import { keyIn, learnerOf, scopeOf } from '../../app/person-keys.ts';
import { unplanned } from '../../app/store/daily.ts';
import type { DailyPractice, DailyPracticeUnit } from '../../app/store/daily-practice.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import type { Schema } from '../schema.ts';

/** Who gets practice by direct message, when, and what the latest message came to. */
export function createDailyPracticeUnit({ tx, kind }: UnitContext): DailyPracticeUnit {
  const on = tx.selectFrom('daily_practice').where('is_on', '=', 1);
  return {
    lock: async (user) => {
      const row = tx.selectFrom('daily_practice').selectAll().where('learner', '=', learnerOf(user));
      const found = await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
      return found === undefined ? null : toPractice(found);
    },
    save: async (practice) => {
      const { learner, ...changed } = toRow(practice);
      const insert = tx.insertInto('daily_practice').values({ learner, ...changed });
      await insert.onConflict((conflict) => conflict.column('learner').doUpdateSet(changed)).execute();
    },
    plannedBefore: async (version) => {
      const stale = on.select(['scope', 'learner']).where('rules', '<', version).orderBy('learner');
      return (await stale.execute()).map(({ scope, learner }) => keyIn(scope, learner));
    },
    newestRules: async () => {
      const { newest } = await on.select((of) => of.fn.max('rules').as('newest')).executeTakeFirstOrThrow();
      return (newest as string | null) ?? unplanned;
    },
  };
}

function toPractice(row: Schema['daily_practice']): DailyPractice {
  return {
    user: keyIn(row.scope, row.learner),
    settings: fromJson(row.settings),
    on: row.is_on === 1,
    nextDate: row.next_date,
    nextAt: row.next_at,
    rules: row.rules,
    asked: row.asked === null ? null : fromJson(row.asked),
    missed: fromJson(row.missed),
  };
}

function toRow({
  user,
  settings,
  on,
  nextDate,
  nextAt,
  rules,
  asked,
  missed,
}: DailyPractice): Schema['daily_practice'] {
  return {
    learner: learnerOf(user),
    scope: scopeOf(user),
    settings: JSON.stringify(settings),
    is_on: on ? 1 : 0,
    next_date: nextDate,
    next_at: nextAt,
    rules,
    asked: asked === null ? null : JSON.stringify(asked),
    missed: JSON.stringify(missed),
  };
}
