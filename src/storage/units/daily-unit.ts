import type { DailyPost, DailySchedule, DailyUnit } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import type { Schema } from '../schema.ts';
import { createDailyAnswers } from './daily-answers.ts';
import { createDailyPlans } from './daily-plans.ts';
import { createStreaks, neverAnswered, practiceKeys, unanswerable } from './streaks.ts';

/** The daily questions of channels: schedules, posts and answers. */
export function createDailyUnit(context: UnitContext): DailyUnit {
  const { tx, kind } = context;
  const posts = (channel: string) => tx.selectFrom('daily_posts').selectAll().where('channel', '=', channel);
  const counted = (channel: string) => {
    const all = tx.selectFrom('daily_posts').select(['date', 'since']).where('channel', '=', channel);
    return all.where('date', 'not like', practiceKeys).orderBy('date');
  };
  return {
    ...createDailyAnswers(context),
    ...createStreaks(context),
    ...createDailyPlans(context),
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
    skip: async (channel, date) => {
      await tx
        .insertInto('daily_skips')
        .values({ channel, date })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    isSkipped: async (channel, date) => {
      const found = tx.selectFrom('daily_skips').select('date').where('channel', '=', channel).where('date', '=', date);
      return (await found.executeTakeFirst()) !== undefined;
    },
    skips: async (channel) => {
      const dates = tx.selectFrom('daily_skips').select('date').where('channel', '=', channel);
      return (await dates.orderBy('date').execute()).map(({ date }) => date);
    },
    unskip: async (channel, date) => {
      await tx.deleteFrom('daily_skips').where('channel', '=', channel).where('date', '=', date).execute();
    },
    post: async (channel, date) => {
      const row = posts(channel).where('date', '=', date);
      const found = await (kind === 'postgres' ? row.forShare() : row).executeTakeFirst();
      return found === undefined ? null : toPost(found);
    },
    addPost: async ({ order, ...post }) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('daily_posts')
        .values({ ...post, option_order: JSON.stringify(order) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    setPostState: async (channel, date, state) => {
      const update = tx.updateTable('daily_posts').set({ state });
      await update.where('channel', '=', channel).where('date', '=', date).execute();
    },
    openPosts: async (channel) => {
      const open = posts(channel).where('state', 'in', ['posting', 'open']);
      return (await open.orderBy('since').orderBy('date').execute()).map(toPost);
    },
    history: async (channel) => {
      const asked = tx
        .selectFrom('daily_posts')
        .select(['date', 'question', 'asked', 'since'])
        .where('channel', '=', channel);
      return asked.where('state', '<>', 'failed').orderBy('since').orderBy('date').execute();
    },
    postDates: async (channel) =>
      (await counted(channel).where('state', 'not in', unanswerable).execute()).map(({ date }) => date),
    countedPosts: (channel) => counted(channel).where('state', 'not in', neverAnswered).execute(),
    spentDates: async (channel) => {
      const dates = tx.selectFrom('daily_posts').select('date').where('channel', '=', channel);
      return (await dates.orderBy('date').execute()).map(({ date }) => date);
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

function toPost({ option_order: order, ...row }: Schema['daily_posts']): DailyPost {
  return { ...row, order: fromJson(order) };
}
