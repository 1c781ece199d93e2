import { keyIn, learnerOf, scopeOf } from '../../app/person-keys.ts';
import type { PeerUnit } from '../../app/store/peer.ts';
import type { PeerMarks, PeerRequest } from '../../core/interview/peers.ts';
import type { UnitContext } from '../context.ts';
import { fromJson, storable } from '../json.ts';
import type { Schema } from '../schema.ts';

/** Answers that peers mark. */
export function createPeerUnit({ tx, kind }: UnitContext): PeerUnit {
  const marksOf = (id: string) => tx.selectFrom('peer_marks').where('request', '=', id);
  return {
    add: async (request) => {
      const { id, author, scope } = request;
      const added = await tx
        .insertInto('peer_requests')
        .values({ id, learner: learnerOf(author.user), scope, state: JSON.stringify(request) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    lock: async (id) => {
      const row = tx.selectFrom('peer_requests').select('state').where('id', '=', id);
      const found = await (kind === 'postgres' ? row.forUpdate() : row).executeTakeFirst();
      return found === undefined ? null : fromJson<PeerRequest>(found.state);
    },
    save: async (request) => {
      const state = JSON.stringify(request);
      await tx.updateTable('peer_requests').set({ state }).where('id', '=', request.id).execute();
    },
    remove: async (id) => {
      await tx.deleteFrom('peer_marks').where('request', '=', id).execute();
      await tx.deleteFrom('peer_requests').where('id', '=', id).execute();
    },
    marks: async (id) => {
      const rows = await marksOf(id).selectAll().orderBy('sent_at').orderBy('learner').execute();
      return rows.map(toMarks).toSorted((one, other) => Number(one.sent === null) - Number(other.sent === null));
    },
    mark: async (id, { user, name, ticked, sent }, now) => {
      const changed = {
        ...{ name: storable(name), ticked: JSON.stringify(ticked) },
        sent: sent === null ? null : JSON.stringify(sent),
      };
      const at = sent === null ? null : now;
      await tx
        .insertInto('peer_marks')
        .values({ request: id, learner: learnerOf(user), scope: scopeOf(user), ...changed, sent_at: at })
        .onConflict((conflict) =>
          conflict
            .columns(['request', 'learner'])
            .doUpdateSet((of) => ({ ...changed, sent_at: of.fn.coalesce('peer_marks.sent_at', of.val(at)) })),
        )
        .execute();
    },
    unmark: async (id, user) => {
      await tx.deleteFrom('peer_marks').where('request', '=', id).where('learner', '=', learnerOf(user)).execute();
    },
    postedBy: async (user) => {
      const own = tx.selectFrom('peer_requests').select('id').where('learner', '=', learnerOf(user));
      const rows = await own.where('scope', '=', scopeOf(user)).orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    markedBy: async (user) => {
      const own = tx.selectFrom('peer_marks').select('request').where('learner', '=', learnerOf(user));
      const rows = await own.where('scope', '=', scopeOf(user)).orderBy('request').execute();
      return rows.map(({ request }) => request);
    },
  };
}

function toMarks({ learner, scope, name, ticked, sent }: Schema['peer_marks']): PeerMarks {
  return {
    ...{ user: keyIn(scope, learner), name, ticked: fromJson(ticked) },
    sent: sent === null ? null : fromJson(sent),
  };
}
