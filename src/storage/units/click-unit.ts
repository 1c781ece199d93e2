import type { Kysely } from 'kysely';
import type { ClickUnit } from '../../app/store/click.ts';
import type { Schema } from '../schema.ts';
import { storedQuery } from '../stored-query.ts';
import { dropRarest } from './drop-rarest.ts';

const mostClicks = 5_000;

/** What people opened of what was offered to them, counted; the 👎 against it are read from the gaps. */
export function createClickUnit({ tx }: { readonly tx: Kysely<Schema> }): ClickUnit {
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
        .leftJoin('gaps', (join) =>
          join
            .onRef('gaps.query_key', '=', 'clicks.query_key')
            .onRef('gaps.question', '=', 'clicks.question')
            .on('gaps.kind', '=', 'down-voted'),
        )
        .select(['clicks.query', 'clicks.question', 'clicks.count', 'clicks.last'])
        .select((of) => of.fn.coalesce('gaps.count', of.lit(0)).as('against'))
        .orderBy('clicks.count', 'desc')
        .orderBy('clicks.last', 'desc')
        .orderBy('clicks.query_key')
        .orderBy('clicks.question')
        .limit(limit)
        .execute(),
  };
}
