import { learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { FlaggedItem, FlagUnit } from '../../app/store/flag.ts';
import type { UnitContext } from '../context.ts';
import { storable } from '../json.ts';
import type { Schema } from '../schema.ts';

/** What people say of items of the bank. */
export function createFlagUnit({ tx }: Pick<UnitContext, 'tx'>): FlagUnit {
  const own = (user: string, asked: string) =>
    tx
      .selectFrom('flags')
      .select(['state', 'changed_at'])
      .where('learner', '=', learnerOf(user))
      .where('asked', '=', asked);
  const change = (user: string, asked: string, changed: Partial<Schema['flags']>) =>
    tx.updateTable('flags').set(changed).where('learner', '=', learnerOf(user)).where('asked', '=', asked);
  const raised = () =>
    tx.selectFrom('flags').selectAll().where('state', '=', 'raised').orderBy('at').orderBy('learner');
  return {
    own: async (user, asked) => {
      const row = await own(user, asked).executeTakeFirst();
      return row === undefined ? null : { state: row.state, changed: row.changed_at };
    },
    raise: async (user, { asked, question, item }, at) => {
      const flag = { learner: learnerOf(user), scope: scopeOf(user), asked, question, item, remark: null, at };
      await tx
        .insertInto('flags')
        .values({ ...flag, changed_at: at, state: 'raised' })
        .onConflict((conflict) =>
          conflict.columns(['learner', 'asked']).doUpdateSet({ state: 'raised', changed_at: at }),
        )
        .execute();
    },
    takeBack: async (user, asked, at) => {
      await change(user, asked, { state: 'taken-back', remark: null, changed_at: at }).execute();
    },
    remark: async (user, asked, text) => {
      const changed = change(user, asked, { remark: storable(text) }).where('state', '=', 'raised');
      return (await changed.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    },
    since: async (user, instant) => {
      const rows = tx.selectFrom('flags').where('learner', '=', learnerOf(user)).where('at', '>', instant);
      return Number((await rows.select((of) => of.fn.countAll().as('rows')).executeTakeFirstOrThrow()).rows);
    },
    of: async (asked) => toItems(await raised().where('asked', '=', asked).execute())[0] ?? null,
    list: async () => toItems(await raised().execute()).toSorted(mostFirst),
    resting: async (people) => {
      const many = tx.selectFrom('flags').select('asked').where('state', '=', 'raised').groupBy('asked');
      const rows = await many.having((of) => of.fn.countAll(), '>=', people).execute();
      return rows.map(({ asked }) => asked);
    },
    lookAt: async (question, item) => {
      const flags = tx.updateTable('flags').set({ state: 'looked-at' }).where('state', '=', 'raised');
      const theirs = flags.where('question', '=', question);
      const some = item === null ? theirs : theirs.where('item', '=', item);
      return Number((await some.executeTakeFirstOrThrow()).numUpdatedRows);
    },
  };
}

/** By item, in the order in which each was first flagged. */
function toItems(rows: readonly Schema['flags'][]): readonly FlaggedItem[] {
  return [...Map.groupBy(rows, ({ asked }) => asked)].map(([asked, flags]) => ({
    asked,
    question: flags[0]?.question ?? '',
    item: flags[0]?.item ?? '',
    people: flags.length,
    remarks: flags.flatMap(({ remark }) => remark ?? []),
    first: flags[0]?.at ?? 0,
    last: flags.at(-1)?.at ?? 0,
  }));
}

function mostFirst(one: FlaggedItem, other: FlaggedItem): number {
  return other.people - one.people || one.first - other.first;
}
