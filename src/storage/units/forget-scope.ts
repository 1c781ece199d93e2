import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { UnitContext } from '../context.ts';
import { hasSegments } from '../key-segments.ts';
import { unlearnScope } from './unlearn.ts';

/** True for the scope's own key and for keys within it (`platform:T1:C2`); `;` is the character after the colon. */
function within(scope: string, column: 'channel' | 'board' | 'scope' | 'user_key'): RawBuilder<SqlBool> {
  const key = sql.ref(column);
  return sql<SqlBool>`(${key} = ${scope} or (${key} >= ${`${scope}:`} and ${key} < ${`${scope};`}))`;
}

/**
 * Deletes everything stored for a workspace or server: rows that refer to it, its channels, its people or its quizzes.
 */
export async function forgetScope(context: UnitContext, scope: string): Promise<void> {
  const { tx } = context;
  const quizzes = await tx.selectFrom('quizzes').select('id').where('scope', '=', scope).orderBy('id').execute();
  const outgoings = await tx.selectFrom('outgoings').select('id').where('scope', '=', scope).execute();
  await forgetTimers({ tx }, [scope, ...quizzes.map(({ id }) => id), ...outgoings.map(({ id }) => id)]);
  for (const { id } of quizzes) await tx.deleteFrom('quiz_answers').where('quiz', '=', id).execute();
  const scoped = [
    'quizzes',
    'outgoings',
    'daily_schedules',
    'daily_drafts',
    'board_pages',
    'votes',
    'channel_banks',
    'seasons',
  ] as const;
  for (const table of scoped) {
    await tx.deleteFrom(table).where('scope', '=', scope).execute();
  }
  await sql`delete from events where event >= ${`press:${scope}:`} and event < ${`press:${scope};`}`.execute(tx);
  await tx.deleteFrom('topics').where(within(scope, 'scope')).execute();
  await tx.deleteFrom('daily_skips').where(within(scope, 'channel')).execute();
  await tx.deleteFrom('daily_posts').where(within(scope, 'channel')).execute();
  await tx.deleteFrom('daily_answers').where(within(scope, 'channel')).execute();
  await tx.deleteFrom('daily_tallies').where(within(scope, 'channel')).execute();
  await tx.deleteFrom('streaks').where(within(scope, 'channel')).execute();
  await tx.deleteFrom('quiz_asked').where(within(scope, 'channel')).execute();
  await tx.deleteFrom('scores').where(within(scope, 'board')).execute();
  await tx.deleteFrom('boards').where(within(scope, 'board')).execute();
  await tx.deleteFrom('shown_people').where(within(scope, 'user_key')).execute();
  await tx.deleteFrom('team_scores').where(within(scope, 'board')).execute();
  await tx.deleteFrom('installations').where('scope', '=', scope).execute();
  const membership = tx.deleteFrom('installed_workspaces');
  await membership.where((of) => of.or({ scope, organisation: scope })).execute();
  await unlearnScope(context, scope);
}

/** A timer has no scope of its own: its key or its payload refers to what it is about. */
async function forgetTimers({ tx }: Pick<UnitContext, 'tx'>, parts: readonly string[]): Promise<void> {
  const timers = await tx.selectFrom('timers').select(['key', 'payload']).execute();
  const theirs = timers.filter(({ key, payload }) => {
    const texts = [key, ...textsOf(JSON.parse(payload))];
    return parts.some((part) => texts.some((text) => text.includes(part) && hasSegments(text, part)));
  });
  for (const { key } of theirs) await tx.deleteFrom('timers').where('key', '=', key).execute();
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
