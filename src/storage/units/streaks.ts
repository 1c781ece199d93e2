import type { DailyStreak, DailyUnit } from '../../app/store/daily.ts';
import { aliveSince } from '../../core/daily/streak.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';
import type { Schema } from '../schema.ts';

/** States of posts that nobody could answer, or not for as long as was promised; they do not break a streak. */
export const unanswerable = ['failed', 'unverified', 'withdrawn'] as const;

/** States of posts that earned nobody anything. */
export const neverAnswered = ['failed', 'unverified'] as const;

/** A LIKE pattern for the keys of practice posts (`PostKey`), which are not part of a streak either. */
export const practiceKeys = '__________-%';

/** Enough to contain two dates, though a date may have several posts that count. */
const latestPosts = 50;

/** Streaks as of each person's last answer. */
export function createStreaks({ tx }: UnitContext): Pick<DailyUnit, 'streak' | 'saveStreak' | 'longestStreaks'> {
  const streaks = (channel: string) => tx.selectFrom('streaks').selectAll().where('channel', '=', channel);
  const aliveSinceIn = async (channel: string) => {
    const posts = tx.selectFrom('daily_posts').select('date').where('channel', '=', channel);
    const counted = posts.where('state', 'not in', unanswerable).where('date', 'not like', practiceKeys);
    const latest = counted.orderBy('date', 'desc').limit(latestPosts);
    return aliveSince((await latest.execute()).map(({ date }) => date));
  };
  return {
    streak: async (channel, user) => {
      const row = await streaks(channel).where('user_key', '=', user).executeTakeFirst();
      if (row === undefined) return null;
      const isAlive = row.last_date >= (await aliveSinceIn(channel));
      return isAlive ? toStreak(row) : { ...toStreak(row), current: 0 };
    },
    saveStreak: async (channel, { user, name, current, longest }, lastDate) => {
      const changed = { name: storable(name), current_days: current, longest_days: longest, last_date: lastDate };
      await tx
        .insertInto('streaks')
        .values({ channel, user_key: user, ...changed })
        .onConflict((conflict) => conflict.columns(['channel', 'user_key']).doUpdateSet(changed))
        .execute();
    },
    longestStreaks: async (channel, lastDate, limit) => {
      const running = streaks(channel).where('last_date', '>=', lastDate);
      const ordered = running.orderBy('current_days', 'desc').orderBy('longest_days', 'desc').orderBy('user_key');
      return (await ordered.limit(limit).execute()).map(toStreak);
    },
  };
}

function toStreak(row: Schema['streaks']): DailyStreak {
  return { user: row.user_key, name: row.name, current: row.current_days, longest: row.longest_days };
}
