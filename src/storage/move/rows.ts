import { isDeepStrictEqual } from 'node:util';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { Fault } from '../../core/fault.ts';
import type { EngineKind } from '../engine.ts';
import type { Schema } from '../schema.ts';
import type { Shape } from './shape.ts';

/** One side of a move, inside of its transaction. */
export type Side = { readonly tx: Transaction<Schema>; readonly kind: EngineKind };

type Row = Readonly<Record<string, unknown>>;

/** How many rows are in memory at once, some of 100 KB; with their columns far fewer than PostgreSQL's 65,535 parameters. */
const page = 500;

/**
 * The rows of a table by its key, some at a time. Both engines sort alike: texts by their bytes, as the schema asks for.
 */
export async function* pagesOf({ tx }: Side, { table, columns, key }: Shape): AsyncGenerator<readonly Row[]> {
  const keys = list(key.map((column) => sql.ref(column)));
  let after: RawBuilder<unknown> = sql``;
  for (;;) {
    const { rows } = await sql<Row>`select ${list(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
      ${after} order by ${keys} limit ${sql.lit(page)}`.execute(tx);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = sql`where (${keys}) > (${list(key.map((column) => sql`${last[column]}`))})`;
  }
}

/** Puts rows into a table of the other database, with the places that they had. */
export async function putRows({ tx, kind }: Side, { table, columns }: Shape, rows: readonly Row[]): Promise<void> {
  // Otherwise PostgreSQL counts anew what it generates.
  const asTheyAre = kind === 'postgres' ? sql`overriding system value` : sql``;
  const values = rows.map((row) => sql`(${list(columns.map((column) => sql`${row[column]}`))})`);
  await sql`insert into ${sql.table(table)} (${list(columns.map((column) => sql.ref(column)))}) ${asTheyAre}
    values ${list(values)}`.execute(tx);
}

/** Throws a Fault unless a table has the same rows on both sides, value by value; returns how many. */
export async function compareRows(from: Side, to: Side, shape: Shape): Promise<number> {
  const copies = pagesOf(to, shape);
  let count = 0;
  for await (const rows of pagesOf(from, shape)) {
    const { value: copied = [] } = await copies.next();
    const wrong = rows.findIndex((row, place) => !isDeepStrictEqual({ ...row }, { ...copied[place] }));
    if (wrong >= 0) throw differs(shape, rows[wrong]);
    count += rows.length;
  }
  const { value: more } = await copies.next();
  if (more !== undefined) throw differs(shape, more[0]);
  return count;
}

/** Names the key alone: the rest may be somebody's. */
function differs({ table, key }: Shape, row: Row | undefined): Fault {
  const where = key.map((column) => `${column} ${JSON.stringify(row?.[column])}`).join(', ');
  return new Fault(
    'storage',
    `A row of ${table} is not the same in both databases (${where}).`,
    'Nothing was moved. See that no bot works on either database, and try again.',
  );
}

function list(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(parts);
}
