import { sql } from 'kysely';
import type { UnitContext } from '../context.ts';

/** Deletes the rarest rows of a table of counts, the oldest of them first, until it has at most `most`. */
export async function dropRarest(tx: UnitContext['tx'], table: 'gaps' | 'clicks', most: number): Promise<void> {
  const { kept } = await tx
    .selectFrom(table)
    .select((of) => of.fn.countAll<number>().as('kept'))
    .executeTakeFirstOrThrow();
  if (kept <= most) return;
  const names = table === 'gaps' ? ['kind', 'query_key', 'question'] : ['query_key', 'question'];
  const key = sql.join(names.map((name) => sql.ref(name)));
  await sql`delete from ${sql.table(table)} where (${key}) in
    (select ${key} from ${sql.table(table)} order by count, last limit ${kept - most})`.execute(tx);
}
