import { sql } from 'kysely';
import type { OlderUnit } from '../../app/store/asked.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import type { Schema } from '../schema.ts';

type Older = Schema['older_asked'];

/** Rows per statement: every engine limits the number of parameters. */
const batch = 500;

/** What the migrations to hashes of asked items and to memory have set aside. */
export function createOlderUnit({ tx }: UnitContext): OlderUnit {
  const take = async (kind: Older['kind'], limit: number): Promise<readonly Older[]> => {
    const some = sql`select kind, channel, name from older_asked where kind = ${kind} order by channel, name limit ${limit}`;
    const { rows } =
      await sql<Older>`delete from older_asked where (kind, channel, name) in (${some}) returning *`.execute(tx);
    return rows;
  };
  const scopesOf = async (rows: readonly Older[]): Promise<ReadonlyMap<string, string>> => {
    if (rows.length === 0) return new Map();
    const outgoings = rows.map(({ channel, name }) => `daily:${channel}:${name}`);
    const found = tx.selectFrom('outgoings').select(['id', 'scope']).where('id', 'in', outgoings);
    return new Map((await found.execute()).map(({ id, scope }) => [id, scope]));
  };
  return {
    isAny: async () => (await tx.selectFrom('older_asked').select('kind').limit(1).executeTakeFirst()) !== undefined,
    takePosts: async (limit) => {
      const rows = await take('post', limit);
      const scopes = await scopesOf(rows);
      return rows.map(({ channel, name: date, item }) => ({
        channel,
        date,
        item,
        scope: scopes.get(`daily:${channel}:${date}`) ?? null,
      }));
    },
    takeQuizzes: async (limit) => (await take('quiz', limit)).map(({ name }) => name),
    takeAsked: async (limit) =>
      (await take('item', limit)).map(({ channel, name: place, at }) => ({ channel, place, at })),
    takeAnswers: async (limit) => {
      const names = (await take('answer', limit)).map(({ name }) => Number(name));
      if (names.length === 0) return [];
      const rows = await tx
        .selectFrom('daily_answers as given')
        .innerJoin('daily_posts as post', (join) =>
          join.onRef('post.channel', '=', 'given.channel').onRef('post.date', '=', 'given.date'),
        )
        .select(['given.user_key', 'given.channel', 'given.date', 'given.correct', 'given.at', 'given.choice'])
        .select(['post.asked', 'post.option_order'])
        .where('given.seq', 'in', names)
        .orderBy('given.seq')
        .execute();
      return rows.flatMap(({ user_key: user, asked, correct, choice: place, option_order: order, ...row }) => {
        const choice = fromJson<readonly number[]>(order)[place] ?? null;
        return asked === null ? [] : [{ ...row, user, asked, choice, correct: correct === 1 }];
      });
    },
    takePlayed: async (limit) => (await take('played', limit)).map(({ name }) => name),
    takePlaces: async () => (await take('places', 1)).length > 0,
    keepPlaces: async (places) => {
      const rows = [...places].map(([place, asked]) => ({ place, asked }));
      for (let from = 0; from < rows.length; from += batch) {
        const insert = tx.insertInto('older_places').values(rows.slice(from, from + batch));
        await insert.onConflict((conflict) => conflict.doNothing()).execute();
      }
    },
    adoptPost: async ({ channel, date }, asked) => {
      const update = tx.updateTable('daily_posts').set({ asked });
      await update.where('channel', '=', channel).where('date', '=', date).execute();
    },
  };
}
