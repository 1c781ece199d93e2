import type { PeopleUnit } from '../../app/store/store.ts';
import type { UnitContext } from '../context.ts';
import { fingerprint } from '../fingerprint.ts';
import { fromJson } from '../json.ts';
import { unnamed } from '../unnamed.ts';
import { forgetScope } from './forget-scope.ts';
import { rowsOf } from './person-rows.ts';
import { isNamedIn, keptOf, keysOf } from './person-traces.ts';
import { rowsOfScope } from './scope-rows.ts';
import { createShownPeople } from './shown-people.ts';
import { unsignSuggestions } from './suggestion-unit.ts';
import { unlearnPerson } from './unlearn.ts';

function createTraces(context: UnitContext): Pick<PeopleUnit, 'keysOf' | 'kept' | 'rows'> {
  return {
    keysOf: (user) => keysOf(context, user),
    kept: (user) => keptOf(context, user),
    rows: (user) => rowsOf(context, user),
  };
}

/** Removes what is stored about a person, or a whole workspace. */
export function createPeopleUnit(context: UnitContext): PeopleUnit {
  const { tx, kind } = context;

  const leaveBoards = async (user: string) => {
    const places = tx.deleteFrom('scores').where('user_key', '=', user).returning(['board', 'period']);
    const left = await places.execute();
    for (const { board, period } of left) {
      const place = tx.updateTable('boards').where('board', '=', board).where('period', '=', period);
      await place.set((of) => ({ people: of('people', '-', 1) })).execute();
    }
    return left.length;
  };

  /** What waits to be sent says a word in place of their name; what is under way cannot be stopped any more. */
  const unnameWaiting = async (user: string) => {
    const waiting = tx.selectFrom('outgoings').select(['id', 'errand']).where('state', '=', 'waiting');
    const theirs = waiting
      .where('owner', 'is', null)
      .where(isNamedIn(kind, user, 'errand'))
      .orderBy('id');
    const rows = await (kind === 'postgres' ? theirs.forUpdate() : theirs).execute();
    for (const { id, errand } of rows) {
      const changed = { errand: JSON.stringify(unnamed(fromJson(errand), user)) };
      await tx.updateTable('outgoings').set(changed).where('id', '=', id).execute();
    }
    return rows.length;
  };

  const leave = async (
    table: 'shown_people' | 'topics' | 'streaks' | 'daily_answers' | 'daily_drafts' | 'quiz_answers',
    user: string,
  ) => {
    const { numDeletedRows } = await tx.deleteFrom(table).where('user_key', '=', user).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  };

  return {
    forget: async (user) => {
      const alias = await nextAlias(context);
      const waiting = tx.deleteFrom('outgoings').where('user_key', '=', user).where('owner', 'is', null);
      const renamed = await renameSetter(context, user, alias);
      const { numDeletedRows: messages } = await waiting.executeTakeFirstOrThrow();
      let rows = renamed + Number(messages) + (await unnameWaiting(user)) + (await leaveBoards(user));
      for (const table of [
        'shown_people',
        'topics',
        'streaks',
        'daily_answers',
        'daily_drafts',
        'quiz_answers',
      ] as const)
        rows += await leave(table, user);
      rows += await unsignSuggestions(context, user);
      rows += await unlearnPerson(context, user);
      const votes = tx.deleteFrom('votes').where('voter', '=', fingerprint(user));
      return rows + Number((await votes.executeTakeFirstOrThrow()).numDeletedRows);
    },
    ...createTraces(context),
    ...createShownPeople(context),
    nameOf: async (user) => {
      // The board of the whole scope comes first, and is the one that all points count on.
      const rows = tx.selectFrom('scores').select('name').where('user_key', '=', user).where('period', '=', 'all');
      return (await rows.orderBy('board').limit(1).executeTakeFirst())?.name ?? null;
    },
    rowsOfScope: (scope, all) => rowsOfScope(context, scope, all),
    forgetScope: (scope, what) => forgetScope(context, scope, what === 'but-grants'),
  };
}

/** What somebody set up for a channel stays, under another name. Returns how many rows have it. */
async function renameSetter({ tx }: UnitContext, user: string, alias: string): Promise<number> {
  let renamed = 0;
  for (const table of ['daily_schedules', 'channel_banks'] as const) {
    const theirs = tx.updateTable(table).set({ set_by: alias }).where('set_by', '=', user);
    renamed += Number((await theirs.executeTakeFirstOrThrow()).numUpdatedRows);
  }
  return renamed;
}

/** A unique key for a forgotten person, so that two who set something up stay two. */
async function nextAlias({ tx }: UnitContext): Promise<string> {
  const { value } = await tx
    .insertInto('counters')
    .values({ name: 'forgotten', value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((of) => ({ value: of('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return `forgotten:${value}`;
}
