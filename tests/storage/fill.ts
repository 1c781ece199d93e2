import { sql } from 'kysely';
import type { Location } from '../../src/storage/engine.ts';
import { openEngine } from '../../src/storage/open-store.ts';
import { silent } from '../silent.ts';

/** Texts that engines could sort, escape or store each in their own way. */
const oddTexts = ['b', 'B', 'ä', 'Ä', '“ ” \' " \\ %s $1', '👩‍🏫', '\u{1F3C6}', '\uFFEE', 'a b', '', '{"a":[1,null]}'];

/** What goes into a column: never twice the same, so that no unique index minds; every third row has nulls where it may. */
function oddValue(type: string, nullable: boolean, row: number): string | number | null {
  if (nullable && row % 3 === 2) return null;
  if (/^text$/i.test(type)) return `${oddTexts[row % oddTexts.length]}·${row}`;
  if (/^real$/i.test(type)) return row + 1 / 3;
  return row % 2 === 0 ? row + 1 : Number.MAX_SAFE_INTEGER - row;
}

type Column = { readonly dataType: string; readonly isNullable: boolean };

/** A row's values, in the order of its columns. */
export function oddRow(columns: readonly Column[], row: number) {
  return columns.map((column) => sql`${oddValue(column.dataType, column.isNullable, row)}`);
}

/** Fills every table that a database has with rows, whatever the tables are. `rows`: how many, by table. */
export async function fill(location: Location, rows: (table: string) => number): Promise<readonly string[]> {
  const { db, close } = await openEngine(location, silent);
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('sqlite_'));
  await db.transaction().execute(async (tx) => {
    for (const { name, columns } of tables) {
      const given = columns.filter(({ isAutoIncrementing }) => !isAutoIncrementing);
      for (let row = 0; row < rows(name); row += 1) {
        await sql`insert into ${sql.table(name)} (${sql.join(given.map((column) => sql.ref(column.name)))})
          values (${sql.join(oddRow(given, row))})`.execute(tx);
      }
    }
  });
  await close();
  return tables.map(({ name }) => name);
}

/** Everything that a database holds, as one text by table, in an order that only the values decide. */
export async function contentOf(location: Location): Promise<Readonly<Record<string, readonly string[]>>> {
  const { db, close } = await openEngine(location, silent);
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('sqlite_'));
  const content: Record<string, readonly string[]> = {};
  for (const { name, columns } of tables.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(name)}`.execute(db);
    const names = columns.map((column) => column.name).toSorted();
    content[name] = rows.map((row) => JSON.stringify(names.map((column) => row[column]))).toSorted();
  }
  await close();
  return content;
}

/** Carries out one statement. */
export async function carryOut(location: Location, statement: string): Promise<readonly unknown[]> {
  const { db, close } = await openEngine(location, silent);
  try {
    return (await sql.raw(statement).execute(db)).rows;
  } finally {
    await close();
  }
}
