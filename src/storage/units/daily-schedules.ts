import type { DailySchedule, DailyUnit } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import type { Schema } from '../schema.ts';

/** What channels have set up. */
export function createDailySchedules({
  tx,
  kind,
}: UnitContext): Pick<DailyUnit, 'schedule' | 'lockSchedule' | 'saveSchedule' | 'deleteSchedule'> {
  return {
    schedule: async (channel) => {
      const row = await tx.selectFrom('daily_schedules').selectAll().where('channel', '=', channel).executeTakeFirst();
      return row === undefined ? null : toSchedule(row);
    },
    lockSchedule: async (channel) => {
      const row = tx.selectFrom('daily_schedules').selectAll().where('channel', '=', channel);
      const found = await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
      return found === undefined ? null : toSchedule(found);
    },
    saveSchedule: async (schedule) => {
      const { channel, ...changed } = toScheduleRow(schedule);
      const insert = tx.insertInto('daily_schedules').values({ channel, ...changed });
      await insert.onConflict((conflict) => conflict.column('channel').doUpdateSet(changed)).execute();
    },
    deleteSchedule: async (channel) => {
      await tx.deleteFrom('daily_schedules').where('channel', '=', channel).execute();
    },
  };
}

function toSchedule(row: Schema['daily_schedules']): DailySchedule {
  return {
    channel: row.channel,
    scope: row.scope,
    settings: fromJson(row.settings),
    setBy: row.set_by,
    on: row.is_on === 1,
    nextDate: row.next_date,
    nextAt: row.next_at,
    rules: row.rules,
  };
}

function toScheduleRow(schedule: DailySchedule): Schema['daily_schedules'] {
  return {
    channel: schedule.channel,
    scope: schedule.scope,
    settings: JSON.stringify(schedule.settings),
    set_by: schedule.setBy,
    is_on: schedule.on ? 1 : 0,
    next_date: schedule.nextDate,
    next_at: schedule.nextAt,
    rules: schedule.rules,
  };
}
