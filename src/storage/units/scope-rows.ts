import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import { learnerTables } from './learner-tables.ts';
import type { ScopeTable } from './scope-tables.ts';
import { scopeTableNames, scopeTables } from './scope-tables.ts';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** True for the rows of a table that belong to a scope; `;` is the character after the colon. */
export function ofScope(table: ScopeTable, scope: string): RawBuilder<SqlBool> {
  const { column, how } = scopeTables[table];
  const key = sql.ref(column);
  if (how === 'is') return sql<SqlBool>`${key} = ${scope}`;
  return sql<SqlBool>`(${key} = ${scope} or (${key} >= ${`${scope}:`} and ${key} < ${`${scope};`}))`;
}

/** What only one person is to see of themselves, and addresses that would let others see it. */
const kept: readonly string[] = ['outgoings', 'board_pages', 'votes'];

/**
 * The rows of a scope by table, with their JSON read. `all`: with what people learned, practised and flagged there, which is theirs alone.
 * Secrets of the platform, messages on their way and addresses of pages are in neither.
 */
export async function rowsOfScope({ tx }: Pick<UnitContext, 'tx'>, scope: string, all: boolean): Promise<Rows> {
  const rows: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
  for (const table of scopeTableNames.filter((name) => !kept.includes(name))) {
    const found = await sql<object>`select * from ${sql.table(table)} where ${ofScope(table, scope)}`.execute(tx);
    rows[table] = found.rows.map(readable);
  }
  for (const table of all ? learnerTables.filter((name) => name !== 'progress_pages') : []) {
    const found = await tx.selectFrom(table).selectAll().where('scope', '=', scope).execute();
    rows[table] = found.map(readable);
  }
  return rows;
}

function readable(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, read(value)]));
}

/** What we store as JSON is an object or a list; what people wrote may only look like one. */
function read(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return fromJson(value);
  } catch {
    return value;
  }
}
