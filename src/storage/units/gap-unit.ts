import type { ExpressionBuilder } from 'kysely';
import type { GapUnit } from '../../app/store/gap.ts';
import type { UnitContext } from '../context.ts';
import type { Schema } from '../schema.ts';
import { storedQuery } from '../stored-query.ts';
import { dropRarest } from './drop-rarest.ts';

const mostGaps = 5_000;

/** What people asked without finding an answer, or a good one, counted. */
export function createGapUnit({ tx }: Pick<UnitContext, 'tx'>): GapUnit {
  return {
    uncount: async ({ kind, query, question }) => {
      const { key } = storedQuery(query);
      const gap = (of: ExpressionBuilder<Schema, 'gaps'>) => of.and({ kind, question, query_key: key });
      await tx
        .updateTable('gaps')
        .set((of) => ({ count: of('count', '-', 1) }))
        .where(gap)
        .execute();
      await tx.deleteFrom('gaps').where(gap).where('count', '<=', 0).execute();
    },
    count: async ({ kind, query, question }, now) => {
      const { text, key } = storedQuery(query);
      await tx
        .insertInto('gaps')
        .values({ kind, question, query_key: key, query: text, count: 1, last: now })
        .onConflict((conflict) =>
          conflict
            .columns(['kind', 'query_key', 'question'])
            .doUpdateSet((of) => ({ count: of('gaps.count', '+', 1), last: now })),
        )
        .execute();
      await dropRarest(tx, 'gaps', mostGaps);
    },
    list: async (limit) => {
      const rows = tx.selectFrom('gaps').select(['kind', 'query', 'question', 'count', 'last']);
      return rows.orderBy('count', 'desc').orderBy('last', 'desc').orderBy('query_key').limit(limit).execute();
    },
  };
}
