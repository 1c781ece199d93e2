import { type Kysely, sql } from 'kysely';
import { Fault } from '../../core/fault.ts';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';

/** A table as the database itself describes it, so that none can be forgotten. */
export type Shape = {
  readonly table: string;
  /** Every column, by name. */
  readonly columns: readonly string[];
  /** Those of the primary key, in its order. */
  readonly key: readonly string[];
};

/** Every table of ours in a database, by name; what the migrations keep for themselves is left out. */
export async function readShapes({ db, kind }: Pick<Engine, 'db' | 'kind'>): Promise<readonly Shape[]> {
  const tables = await db.introspection.getTables();
  const shapes = tables
    .filter(({ name, isView }) => !isView && !name.startsWith('sqlite_'))
    .map(async ({ name, columns }) => ({
      table: name,
      columns: columns.map((column) => column.name).toSorted(),
      key: await (kind === 'sqlite' ? sqliteKey : postgresKey)(db, name),
    }));
  return (await Promise.all(shapes)).toSorted((one, other) => (one.table < other.table ? -1 : 1));
}

type Named = { readonly name: string };

async function sqliteKey(db: Kysely<Schema>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<Named>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db);
  return rows.map(({ name }) => name);
}

async function postgresKey(db: Kysely<Schema>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<Named>`select a.attname as name from pg_index i
    cross join lateral unnest(i.indkey) with ordinality as k(number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indisprimary and i.indrelid = ${sql.lit(`"${table}"`)}::regclass order by k.place`.execute(db);
  return rows.map(({ name }) => name);
}

/** Throws a Fault unless both databases have the same tables with the same columns and keys, each with a key. */
export function refuseOtherShapes(from: readonly Shape[], to: readonly Shape[]): void {
  const described = (shapes: readonly Shape[]) => JSON.stringify(shapes);
  const keyless = from.find(({ key }) => key.length === 0);
  if (keyless === undefined && described(from) === described(to)) return;
  throw new Fault(
    'storage',
    keyless === undefined
      ? 'The two databases do not have the same tables.'
      : `The table ${keyless.table} has no key to compare its rows by.`,
    'This is a mistake in the program; both databases were left as they are.',
  );
}
