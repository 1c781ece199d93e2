import type { ExpressionBuilder } from 'kysely';
import type { Gap, GapUnit } from '../../app/store/gap.ts';
import type { UnitContext } from '../context.ts';
import type { Schema } from '../schema.ts';
import { storedQuery } from '../stored-query.ts';
import { dropRarest } from './drop-rarest.ts';

const mostGaps = 5_000;

type Counted = Pick<Gap, 'kind' | 'query' | 'question'>;

/** What people asked without finding an answer, or a good one, counted. */
export function createGapUnit({ tx }: Pick<UnitContext, 'tx'>): GapUnit {
  async function countAll(gaps: readonly Counted[], now: number): Promise<void> {
    if (gaps.length === 0) return;
    await tx
      .insertInto('gaps')
      .values(rowsOf(gaps, now))
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'query_key', 'question'])
          .doUpdateSet((of) => ({ count: of('gaps.count', '+', of.ref('excluded.count')), last: now })),
      )
      .execute();
    await dropRarest(tx, 'gaps', mostGaps);
  }

  return {
    count: (gap, now) => countAll([gap], now),
    countAll,
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
    list: async (limit) => {
      const rows = tx.selectFrom('gaps').select(['kind', 'query', 'question', 'count', 'last']);
      return rows.orderBy('count', 'desc').orderBy('last', 'desc').orderBy('query_key').limit(limit).execute();
    },
  };
}

/** One row for those that are the same, in an order that is the same for all: so two processes never wait for each other. */
function rowsOf(gaps: readonly Counted[], now: number): readonly Schema['gaps'][] {
  const rows = new Map<string, Schema['gaps']>();
  for (const { kind, query, question } of gaps) {
    const { text, key } = storedQuery(query);
    const name = JSON.stringify([kind, key, question]);
    const { query: first, count } = rows.get(name) ?? { query: text, count: 0 };
    rows.set(name, { kind, question, query_key: key, query: first, count: count + 1, last: now });
  }
  return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
