import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import { keyIn, learnerOf, platformOf, scopeOf } from '../../app/person-keys.ts';
import type { Kept } from '../../app/store/store.ts';
import type { UnitContext } from '../context.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Schema } from '../schema.ts';
import { learnerTables } from './learner-tables.ts';

/** Tables with a person's key in a column of that name. */
const keyed = [
  'scores',
  'topics',
  'streaks',
  'daily_answers',
  'daily_drafts',
  'quiz_answers',
  'outgoings',
  'shown_people',
] as const;

/** Smaller tables with the scope of each row; in the larger ones scopes are found by the people of each. */
const scoped = ['quizzes', 'daily_schedules', 'daily_drafts', 'votes', 'channel_banks'] as const;

/** Keys that are asked for in one statement. */
const atOnce = 500;

/** True where JSON, by default the state of a quiz, names somebody whose key ends in `tail` (a whole key ends in itself). */
export function isNamedIn(kind: UnitContext['kind'], tail: string, column: 'state' | 'errand' = 'state') {
  const position = sql.raw(kind === 'postgres' ? 'strpos' : 'instr');
  const needle = `${JSON.stringify(tail).slice(1, -1)}"`;
  return sql<SqlBool>`${position}(${sql.ref(column)}, cast(${needle} as text)) > 0`;
}

/** All keys of the person with this key under which something is stored, in order. */
export async function keysOf(context: UnitContext, user: string): Promise<readonly string[]> {
  const keys = [...(await scopesOf(context, platformOf(user)))].map((scope) => keyIn(scope, user));
  const found = new Set<string>();
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    for (const key of await foundAmong(context, some)) found.add(key);
  }
  const { tx, kind } = context;
  for (const table of learnerTables) {
    const own = tx.selectFrom(table).select('scope').distinct().where('learner', '=', learnerOf(user));
    for (const { scope } of await own.execute()) found.add(keyIn(scope, user));
  }
  const quizzes = tx
    .selectFrom('quizzes')
    .select('scope')
    .distinct()
    .where(isNamedIn(kind, keyIn('', user)));
  for (const { scope } of await quizzes.execute()) {
    if (platformOf(scope) === platformOf(user)) found.add(keyIn(scope, user));
  }
  return [...found].toSorted();
}

async function foundAmong({ tx }: UnitContext, keys: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of keyed) {
    const rows = await tx.selectFrom(table).select('user_key').distinct().where('user_key', 'in', keys).execute();
    found.push(...rows.flatMap(({ user_key: key }) => key ?? []));
  }
  for (const table of ['daily_schedules', 'channel_banks'] as const) {
    const set = tx.selectFrom(table).select('set_by').distinct().where('set_by', 'in', keys);
    found.push(...(await set.execute()).map(({ set_by: key }) => key));
  }
  const voters = new Map(keys.map((key) => [fingerprint(key), key]));
  const votes = tx
    .selectFrom('votes')
    .select('voter')
    .distinct()
    .where('voter', 'in', [...voters.keys()]);
  found.push(...(await votes.execute()).flatMap(({ voter }) => voters.get(voter) ?? []));
  return found;
}

/** Every scope of a platform for which anything is stored. */
async function scopesOf({ tx, kind }: UnitContext, platform: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const table of scoped) {
    const rows = await tx.selectFrom(table).select('scope').distinct().execute();
    for (const { scope } of rows) if (platformOf(scope) === platform) found.add(scope);
  }
  for (const table of ['scores', 'daily_answers', 'quiz_answers'] as const) {
    const rows = await scopesIn(table, platform, kind).execute(tx);
    for (const { scope } of rows.rows) found.add(scope);
  }
  return found;
}

/**
 * The scopes of the people in a table, jumping along its index from one scope's first key to the next scope's: there may
 * be a million keys and a hundred scopes. `;` is the character after the colon.
 */
function scopesIn(table: 'scores' | 'daily_answers' | 'quiz_answers', platform: string, kind: UnitContext['kind']) {
  const position = sql.raw(kind === 'postgres' ? 'strpos' : 'instr');
  const [first, end] = [`${platform}:`, `${platform};`];
  const least = (from: ReturnType<typeof sql>) =>
    sql`(select min(user_key) from ${sql.table(table)} where user_key >= ${from} and user_key < cast(${end} as text))`;
  const length = sql.raw(String(first.length));
  const scope = sql`substr(key, 1, ${length} + ${position}(substr(key, ${length} + 1), ':') - 1)`;
  return sql<{ readonly scope: string }>`
    with recursive firsts(key) as (
      select ${least(sql`cast(${first} as text)`)}
      union all
      select ${least(sql`${scope} || ';'`)} from firsts where key is not null
    )
    select ${scope} as scope from firsts where key is not null`;
}

/** What is stored under one key, counted. */
export async function keptOf({ tx, kind }: UnitContext, user: string): Promise<Kept> {
  const own = async (table: 'daily_answers' | 'scores' | 'topics' | 'streaks' | 'daily_drafts' | 'shown_people') => {
    const rows = tx.selectFrom(table).where('user_key', '=', user);
    return toNumber(await rows.select((of) => of.fn.countAll().as('rows')).executeTakeFirstOrThrow());
  };
  const learned = async (table: (typeof learnerTables)[number]) => {
    const rows = tx.selectFrom(table).where('learner', '=', learnerOf(user)).where('scope', '=', scopeOf(user));
    return toNumber(await rows.select((of) => of.fn.countAll().as('rows')).executeTakeFirstOrThrow());
  };
  const quizzes = tx.selectFrom('quizzes').where((of) => hasPart(of, kind, user));
  const live = await quizzes.select('live').execute();
  const schedules = tx.selectFrom('daily_schedules').where('set_by', '=', user);
  const banks = tx.selectFrom('channel_banks').where('set_by', '=', user);
  const votes = tx.selectFrom('votes').where('voter', '=', fingerprint(user));
  return {
    dailyAnswers: await own('daily_answers'),
    quizzes: live.length,
    running: live.filter((quiz) => quiz.live === 1).length,
    schedules: toNumber(await schedules.select((of) => of.fn.countAll().as('rows')).executeTakeFirstOrThrow()),
    votes: toNumber(await votes.select((of) => of.fn.countAll().as('rows')).executeTakeFirstOrThrow()),
    dailyPractice: await learned('daily_practice'),
    reminders: await learned('daily_reminders'),
    flags: await learned('flags'),
    suggestions: await learned('suggestions'),
    posted: await learned('peer_requests'),
    marked: await learned('peer_marks'),
    answers: await learned('memory_answers'),
    others:
      (await learned('practice_sessions')) +
      (await learned('progress_pages')) +
      (await learned('interviews')) +
      (await own('scores')) +
      (await own('topics')) +
      (await own('streaks')) +
      (await own('daily_drafts')) +
      (await own('shown_people')) +
      toNumber(await banks.select((of) => of.fn.countAll().as('rows')).executeTakeFirstOrThrow()),
  };
}

/** PostgreSQL counts in text. */
function toNumber({ rows }: { readonly rows: string | number | bigint }): number {
  return Number(rows);
}

/** True for a quiz that somebody plays, hosts or has answered in. */
export function hasPart(
  of: ExpressionBuilder<Schema, 'quizzes'>,
  kind: UnitContext['kind'],
  user: string,
): ExpressionWrapper<Schema, 'quizzes', SqlBool> {
  return of.or([
    isNamedIn(kind, user),
    of('id', 'in', of.selectFrom('quiz_answers').select('quiz').where('user_key', '=', user)),
  ]);
}
