import type { DailyPost, DailyUnit } from '../../app/store/daily.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import type { Schema } from '../schema.ts';
import { neverAnswered, practiceKeys } from './streaks.ts';

type DailyPosts = Pick<
  DailyUnit,
  | 'post'
  | 'addPost'
  | 'setPostState'
  | 'openPosts'
  | 'history'
  | 'countedPosts'
  | 'spentDates'
  | 'answeredIn'
  | 'unanswered'
>;

/** What was asked in channels, and what has become of it. */
export function createDailyPosts({ tx, kind }: UnitContext): DailyPosts {
  const posts = (channel: string) => tx.selectFrom('daily_posts').selectAll().where('channel', '=', channel);
  const counted = (channel: string) => {
    const all = tx.selectFrom('daily_posts').select(['date', 'since']).where('channel', '=', channel);
    return all.where('date', 'not like', practiceKeys).orderBy('date');
  };
  return {
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
    countedPosts: (channel) => counted(channel).where('state', 'not in', neverAnswered).execute(),
    answeredIn: async (users, since) => {
      if (users.length === 0) return [];
      const own = tx.selectFrom('streaks').select(['channel', 'user_key']).where('user_key', 'in', users);
      const lately = own.where('last_date', '>=', since).orderBy('current_days', 'desc').orderBy('channel');
      return (await lately.execute()).map(({ channel, user_key: user }) => ({ channel, user }));
    },
    unanswered: async ({ channel, user }, { from, until }) => {
      const within = posts(channel).where('since', '>', from).where('since', '<=', until);
      const counted = within.where('date', 'not like', practiceKeys).where('state', 'not in', neverAnswered);
      const latest = await counted.orderBy('since', 'desc').orderBy('date', 'desc').executeTakeFirst();
      if (latest === undefined || (latest.state !== 'open' && latest.state !== 'closed')) return null;
      const answers = tx.selectFrom('daily_answers').select('seq').where('channel', '=', channel);
      const own = answers.where('date', '=', latest.date).where('user_key', '=', user);
      return (await own.executeTakeFirst()) === undefined ? toPost(latest) : null;
    },
    spentDates: async (channel) => {
      const dates = tx.selectFrom('daily_posts').select('date').where('channel', '=', channel);
      return (await dates.orderBy('date').execute()).map(({ date }) => date);
    },
  };
}

function toPost({ option_order: order, ...row }: Schema['daily_posts']): DailyPost {
  return { ...row, order: fromJson(order) };
}
