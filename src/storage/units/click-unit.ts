import type { ExpressionBuilder } from 'kysely';
import type { ClickUnit } from '../../app/store/click.ts';
import type { UnitContext } from '../context.ts';
import type { Schema } from '../schema.ts';
import { storedQuery } from '../stored-query.ts';
import { dropRarest } from './drop-rarest.ts';

const mostClicks = 5_000;

/** What people opened of what was offered to them, counted; what speaks against it is read from the gaps. */
export function createClickUnit({ tx }: Pick<UnitContext, 'tx'>): ClickUnit {
  return {
    count: async ({ query, question }, now) => {
      const { text, key } = storedQuery(query);
      await tx
        .insertInto('clicks')
        .values({ question, query_key: key, query: text, count: 1, last: now })
        .onConflict((conflict) =>
          conflict
            .columns(['query_key', 'question'])
            .doUpdateSet((of) => ({ count: of('clicks.count', '+', 1), last: now })),
        )
        .execute();
      await dropRarest(tx, 'clicks', mostClicks);
    },
    list: async (limit) =>
      tx
        .selectFrom('clicks')
        .select(['query', 'question', 'count', 'last'])
        .select((of) => [countedAs(of, 'down-voted').as('against'), countedAs(of, 'partial').as('partly')])
        .orderBy('count', 'desc')
        .orderBy('last', 'desc')
        .orderBy('query_key')
        .orderBy('question')
        .limit(limit)
        .execute(),
  };
}

/** How often the same query and question are a gap of a kind. */
function countedAs(of: ExpressionBuilder<Schema, 'clicks'>, kind: 'down-voted' | 'partial') {
  const gap = of
    .selectFrom('gaps')
    .select('gaps.count')
    .where('gaps.kind', '=', kind)
    .whereRef('gaps.query_key', '=', 'clicks.query_key')
    .whereRef('gaps.question', '=', 'clicks.question');
  return of.fn.coalesce(gap.$asScalar(), of.lit(0));
}
