import { keyIn, learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { Appointment, AppointmentUnit } from '../../app/store/appointment.ts';
import { unplanned } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import type { Schema } from '../schema.ts';

/** Who gets messages of a kind, when, and what the latest one came to. */
export function createAppointmentUnit(
  { tx, kind }: UnitContext,
  table: 'daily_practice' | 'daily_reminders',
): AppointmentUnit {
  const on = tx.selectFrom(table).where('is_on', '=', 1);
  return {
    lock: async (user) => {
      const row = tx.selectFrom(table).selectAll().where('learner', '=', learnerOf(user));
      const found = await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
      return found === undefined ? null : toAppointment(found);
    },
    save: async (appointment) => {
      const { learner, ...changed } = toRow(appointment);
      const insert = tx.insertInto(table).values({ learner, ...changed });
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

function toAppointment(row: Schema['daily_practice']): Appointment {
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

function toRow({ user, settings, on, nextDate, nextAt, rules, asked, missed }: Appointment): Schema['daily_practice'] {
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
