import type { ExpressionBuilder } from 'kysely';
import type { GapUnit } from '../../app/store/gap.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';
import type { Schema } from '../schema.ts';

const mostGaps = 5_000;

/** Characters of a query that are stored; longer ones say no more, and PostgreSQL indexes at most 2,700 bytes. */
const longestQuery = 300;

/** A query as it is stored. */
function textOf(query: string): string {
  return [...storable(query).trim().replace(/\s+/g, ' ')].slice(0, longestQuery).join('');
}

/** What people asked without finding an answer, counted. */
export function createGapUnit({ tx }: UnitContext): GapUnit {
  const makeRoom = async () => {
    const { kept } = await tx
      .selectFrom('gaps')
      .select((of) => of.fn.countAll<number>().as('kept'))
      .executeTakeFirstOrThrow();
    if (kept <= mostGaps) return;
    const rarest = tx.selectFrom('gaps').select(['kind', 'query_key', 'question']).orderBy('count').orderBy('last');
    for (const gone of await rarest.limit(kept - mostGaps).execute()) {
      await tx
        .deleteFrom('gaps')
        .where((of) => of.and(gone))
        .execute();
    }
  };

  return {
    uncount: async ({ kind, query, question }) => {
      const key = textOf(query).toLowerCase();
      const gap = (of: ExpressionBuilder<Schema, 'gaps'>) => of.and({ kind, question, query_key: key });
      await tx
        .updateTable('gaps')
        .set((of) => ({ count: of('count', '-', 1) }))
        .where(gap)
        .execute();
      await tx.deleteFrom('gaps').where(gap).where('count', '<=', 0).execute();
    },
    count: async ({ kind, query, question }, now) => {
      const text = textOf(query);
      const row = { kind, question, query_key: text.toLowerCase(), query: text, count: 1, last: now };
      await tx
        .insertInto('gaps')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['kind', 'query_key', 'question'])
            .doUpdateSet((of) => ({ count: of('gaps.count', '+', 1), last: now })),
        )
        .execute();
      await makeRoom();
    },
    list: async (limit) => {
      const rows = tx.selectFrom('gaps').select(['kind', 'query', 'question', 'count', 'last']);
      return rows.orderBy('count', 'desc').orderBy('last', 'desc').orderBy('query_key').limit(limit).execute();
    },
  };
}
