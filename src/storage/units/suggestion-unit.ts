import { keyIn, learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { Suggestion, SuggestionUnit } from '../../app/store/suggestion.ts';
import type { UnitContext } from '../context.ts';
import { fromJson, storable } from '../json.ts';
import type { Schema } from '../schema.ts';

/** Questions that people suggest. */
export function createSuggestionUnit({ tx, kind }: Pick<UnitContext, 'tx' | 'kind'>): SuggestionUnit {
  return {
    save: async (suggestion) => {
      const { id, ...row } = toRow(suggestion);
      await tx
        .insertInto('suggestions')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    lock: async (id) => {
      const row = tx.selectFrom('suggestions').selectAll().where('id', '=', id);
      const found = await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
      return found === undefined ? null : toSuggestion(found);
    },
    remove: async (id) => {
      await tx.deleteFrom('suggestions').where('id', '=', id).execute();
    },
    of: async (user) => {
      const own = tx.selectFrom('suggestions').selectAll().where('learner', '=', learnerOf(user));
      const rows = own.where('scope', '=', scopeOf(user)).orderBy('at', 'desc').orderBy('id');
      return (await rows.execute()).map(toSuggestion);
    },
    inState: async (state, scope) => {
      const all = tx.selectFrom('suggestions').selectAll().where('state', '=', state);
      const some = scope === null ? all : all.where('scope', '=', scope);
      return (await some.orderBy('at').orderBy('id').execute()).map(toSuggestion);
    },
  };
}

/** Takes the person with this key off what became a question; the rest of what they suggested is deleted like all else of theirs. */
export async function unsignSuggestions({ tx }: Pick<UnitContext, 'tx'>, user: string): Promise<number> {
  const own = tx.updateTable('suggestions').set({ learner: '', name: null }).where('learner', '=', learnerOf(user));
  const theirs = own.where('scope', '=', scopeOf(user)).where('state', 'in', ['accepted', 'filed']);
  return Number((await theirs.executeTakeFirstOrThrow()).numUpdatedRows);
}

/** Without an author the learner is empty, which no person's is. */
function toRow({ id, scope, author, name, text, state, at, decidedAt, word, file }: Suggestion): Schema['suggestions'] {
  return {
    ...{ id, scope, state, at, learner: author === null ? '' : learnerOf(author) },
    name: name === null ? null : storable(name),
    typed: storable(JSON.stringify(text)),
    decided_at: decidedAt,
    word: word === null ? null : storable(word),
    file: file === null ? null : storable(JSON.stringify(file)),
  };
}

function toSuggestion(row: Schema['suggestions']): Suggestion {
  const { id, learner, scope, name, typed, state, at, decided_at: decidedAt, word, file } = row;
  return {
    ...{ id, scope, name, state, at, decidedAt, word },
    author: learner === '' ? null : keyIn(scope, learner),
    text: fromJson(typed),
    file: file === null ? null : fromJson(file),
  };
}
