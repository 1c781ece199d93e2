import type { Errand, OutboxUnit } from '../../app/store/outbox.ts';
import type { UnitContext } from '../context.ts';
import { fromJson } from '../json.ts';
import { createOutboxEnds } from './outbox-ends.ts';
import { createOutboxPuts } from './outbox-puts.ts';

/** Writes outgoing messages, together with the change of state that calls for them. */
export function createOutboxUnit(context: UnitContext): OutboxUnit {
  const { tx } = context;
  return {
    ...createOutboxPuts(context),
    ...createOutboxEnds(context),
    messageOf: async (id) => {
      const row = await tx
        .selectFrom('outgoings')
        .select(['message', 'posted_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      const { message = null, posted_at: at = null } = row ?? {};
      return message === null || at === null ? null : { message, at };
    },
    waitingIn: async (lane) => {
      const waiting = tx.selectFrom('outgoings').select(['id', 'errand']).where('lane', '=', lane);
      const rows = await waiting.where('state', '=', 'waiting').orderBy('seq').execute();
      return rows.map(({ id, errand }) => ({ id, errand: fromJson<Errand>(errand) }));
    },
  };
}
