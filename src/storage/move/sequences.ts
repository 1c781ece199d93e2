import { sql } from 'kysely';
import type { Side } from './rows.ts';
import type { Shape } from './shape.ts';

/** The column whose values an engine counts by itself, by the name that the migrations give it (`sequence`). */
const counted = 'seq';

/** PostgreSQL's sequences that belong to no table, with the table and column whose values they count. */
export const freeSequences = [{ sequence: 'lane_places', table: 'outgoings', column: counted }] as const;

/**
 * Lets the other database count on from where this one is, also where the rows with the last numbers are gone: a number that
 * was given is never given again. `shapes`: all tables.
 */
export async function moveSequences(from: Side, to: Side, shapes: readonly Shape[]): Promise<void> {
  for (const { table } of shapes.filter(({ key }) => key.length === 1 && key[0] === counted)) {
    await setLast(to, table, Math.max(await largest(from, table), await lastGiven(from, table)));
  }
  if (to.kind !== 'postgres') return;
  for (const { sequence, table } of freeSequences) await setSequence(to, sequence, await largest(from, table));
}

async function largest({ tx }: Side, table: string): Promise<number> {
  const { rows } = await sql<{ readonly last: number | null }>`select max(${sql.ref(counted)}) as last
    from ${sql.table(table)}`.execute(tx);
  return rows[0]?.last ?? 0;
}

async function lastGiven({ tx, kind }: Side, table: string): Promise<number> {
  const query =
    kind === 'sqlite'
      ? sql<{ readonly last: number }>`select seq as last from sqlite_sequence where name = ${table}`
      : sql<{
          readonly last: number;
        }>`select last_value as last from ${sql.table(`${table}_${counted}_seq`)} where is_called`;
  return (await query.execute(tx)).rows[0]?.last ?? 0;
}

async function setLast(to: Side, table: string, last: number): Promise<void> {
  if (to.kind === 'postgres') return setSequence(to, `${table}_${counted}_seq`, last);
  await sql`delete from sqlite_sequence where name = ${table}`.execute(to.tx);
  await sql`insert into sqlite_sequence (name, seq) values (${table}, ${last})`.execute(to.tx);
}

/** A sequence begins with 1, and cannot be set to 0. */
async function setSequence({ tx }: Side, sequence: string, last: number): Promise<void> {
  if (last > 0) await sql`select setval(${sequence}, ${last})`.execute(tx);
}
