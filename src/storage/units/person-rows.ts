import { learnerOf } from '../../app/person-keys.ts';
import type { UnitContext } from '../context.ts';
import { learnerTables } from './learner-tables.ts';

/** What is told in a form of its own, and the address of a page that shows the rest. */
const apart: readonly string[] = ['memory_answers', 'progress_pages'];

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** The rows of a learner, by table, and their streaks under this key: as they are stored, with their JSON read. */
export async function rowsOf({ tx }: Pick<UnitContext, 'tx'>, user: string): Promise<Rows> {
  const rows: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
  for (const table of learnerTables.filter((each) => !apart.includes(each))) {
    const own = tx.selectFrom(table).selectAll().where('learner', '=', learnerOf(user));
    rows[table] = (await own.execute()).map(readable);
  }
  const streaks = tx.selectFrom('streaks').selectAll().where('user_key', '=', user);
  return { ...rows, streaks: (await streaks.execute()).map(readable) };
}

function readable(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, read(value)]));
}

/** What we store as JSON is an object or a list; what people wrote may only look like one. */
function read(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
