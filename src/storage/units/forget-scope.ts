import { sql } from 'kysely';
import type { UnitContext } from '../context.ts';
import { hasSegments } from '../key-segments.ts';
import { ofScope } from './scope-rows.ts';
import { scopeTableNames } from './scope-tables.ts';
import { unlearnScope } from './unlearn.ts';

/**
 * Deletes everything stored for a workspace or server: rows that refer to it, its channels, its people or its quizzes.
 */
export async function forgetScope(context: UnitContext, scope: string, keepsGrants = false): Promise<void> {
  const { tx } = context;
  const quizzes = await tx.selectFrom('quizzes').select('id').where('scope', '=', scope).orderBy('id').execute();
  const outgoings = await tx.selectFrom('outgoings').select('id').where('scope', '=', scope).execute();
  await forgetTimers({ tx }, [scope, ...quizzes.map(({ id }) => id), ...outgoings.map(({ id }) => id)]);
  for (const { id } of quizzes) await tx.deleteFrom('quiz_answers').where('quiz', '=', id).execute();
  await sql`delete from events where event >= ${`press:${scope}:`} and event < ${`press:${scope};`}`.execute(tx);
  for (const table of scopeTableNames) await tx.deleteFrom(table).where(ofScope(table, scope)).execute();
  if (!keepsGrants) await forgetGrants(context, scope);
  await unlearnScope(context, scope);
}

/** What the platform granted for it. */
async function forgetGrants({ tx }: Pick<UnitContext, 'tx'>, scope: string): Promise<void> {
  await tx.deleteFrom('installations').where('scope', '=', scope).execute();
  const membership = tx.deleteFrom('installed_workspaces');
  await membership.where((of) => of.or({ scope, organisation: scope })).execute();
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
