import type { DailyStreak, DailyUnit } from '../../app/store/daily.ts';
import { dateOf } from '../../core/daily/post-key.ts';
import type { AnswerRecord, Streak } from '../../core/daily/streak.ts';
import { aliveSince, freezesPerMonth, noStreak, settledStreak, streakOf } from '../../core/daily/streak.ts';
import { addDays, type LocalDate } from '../../core/schedule/local-date.ts';
import type { UnitContext } from '../context.ts';
import { fromJson, storable } from '../json.ts';
import type { Schema } from '../schema.ts';

/** States of posts that nobody could answer, or not for as long as was promised; they do not break a streak. */
const unanswerable = ['failed', 'unverified', 'withdrawn'] as const;

/** States of posts that earned nobody anything. */
export const neverAnswered = ['failed', 'unverified'] as const;

/** States of posts that can still be answered, or will be. */
const answerable: readonly string[] = ['posting', 'open'];

/** A LIKE pattern for the keys of practice posts (`PostKey`), which are not part of a streak either. */
export const practiceKeys = '__________-%';

/** Enough for the freezes of two months and more, though a date may have several posts that count. */
const latestPosts = 50;

/**
 * Streaks as of each person's last answer, each with how it stood before the first post that was open then: what comes
 * after that is all that has to be looked at, however long somebody has been answering.
 */
export function createStreaks(context: UnitContext): Pick<DailyUnit, 'streak' | 'countStreak' | 'longestStreaks'> {
  const { tx } = context;
  const streaks = (channel: string) => tx.selectFrom('streaks').selectAll().where('channel', '=', channel);
  return {
    streak: async (channel, user) => {
      const row = await streaks(channel).where('user_key', '=', user).executeTakeFirst();
      if (row === undefined) return null;
      const from = settledOf(row) ?? asBefore(row);
      return streakOf(await recordAfter(context, channel, user, from.until), from);
    },
    countStreak: async (channel, { user, name }, key) => {
      const row = await streaks(channel).where('user_key', '=', user).executeTakeFirst();
      // Without a row this is their first answer.
      const first = { ...noStreak, until: addDays(dateOf(key), -1) };
      const from = row === undefined ? first : (settledOf(row) ?? noStreak);
      const record = await recordAfter(context, channel, user, from.until);
      const streak = streakOf(record, from);
      const last = record.answered.toSorted().at(-1) ?? key;
      const changed = {
        name: storable(name),
        current_days: streak.current,
        longest_days: streak.longest,
        last_date: last,
        frozen: frozenAt(record, from, dateOf(last)),
        settled: JSON.stringify(settledStreak(record, from)),
      };
      await tx
        .insertInto('streaks')
        .values({ channel, user_key: user, ...changed })
        .onConflict((conflict) => conflict.columns(['channel', 'user_key']).doUpdateSet(changed))
        .execute();
      return streak;
    },
    longestStreaks: async (channel, limit) => {
      const posts = await latestOf(context, channel);
      const since = Array.from({ length: freezesPerMonth + 1 }, (_, used) => aliveSince(posts, used));
      const running = streaks(channel).where((of) =>
        of.or(since.map((date, used) => of.and([of('frozen', '=', used), of('last_date', '>=', date)]))),
      );
      const ordered = running.orderBy('current_days', 'desc').orderBy('longest_days', 'desc').orderBy('user_key');
      return (await ordered.limit(limit).execute()).map(toDailyStreak);
    },
  };
}

/** The posts of a channel after a date that count, and which of them somebody has answered. */
async function recordAfter(
  { tx }: UnitContext,
  channel: string,
  user: string,
  until: LocalDate,
): Promise<AnswerRecord> {
  const after = `${until}~`;
  const rows = tx.selectFrom('daily_posts').select(['date', 'state']).where('channel', '=', channel);
  const counted = rows.where('date', '>', after).where('date', 'not like', practiceKeys);
  const posts = await counted.where('state', 'not in', unanswerable).execute();
  const own = tx.selectFrom('daily_answers').select('date').where('channel', '=', channel).where('user_key', '=', user);
  const answers = await own.where('date', '>', after).where('date', 'not like', practiceKeys).execute();
  const answered = answers.map(({ date }) => date);
  // Who answered one that was withdrawn keeps it.
  return { posts: [...posts.map(({ date }) => date), ...answered], answered, open: openOf(posts) };
}

async function latestOf({ tx }: UnitContext, channel: string): Promise<Omit<AnswerRecord, 'answered'>> {
  const rows = tx.selectFrom('daily_posts').select(['date', 'state']).where('channel', '=', channel);
  const counted = rows.where('state', 'not in', unanswerable).where('date', 'not like', practiceKeys);
  const posts = await counted.orderBy('date', 'desc').limit(latestPosts).execute();
  return { posts: posts.map(({ date }) => date), open: openOf(posts) };
}

function openOf(posts: readonly Pick<Schema['daily_posts'], 'date' | 'state'>[]): readonly string[] {
  return posts.filter(({ state }) => answerable.includes(state)).map(({ date }) => date);
}

/** How many freezes had been used in the month of the last answer when it was given. */
function frozenAt({ posts, answered, open }: AnswerRecord, from: Streak, last: LocalDate): number {
  return streakOf({ posts: posts.filter((key) => dateOf(key) <= last), answered, open }, from).used.length;
}

function settledOf({ settled }: Schema['streaks']): Streak | null {
  return settled === null ? null : fromJson(settled);
}

/** What an earlier version stored, which knew no freezes; with the next answer it is reckoned anew. */
function asBefore(row: Schema['streaks']): Streak {
  return { ...noStreak, until: dateOf(row.last_date), current: row.current_days, longest: row.longest_days };
}

function toDailyStreak(row: Schema['streaks']): DailyStreak {
  return { user: row.user_key, name: row.name, current: row.current_days, longest: row.longest_days };
}
