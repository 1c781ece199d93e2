import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { ClaimedOutgoing } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { Attempted, Disposition } from './disposition.ts';
import { afterAttempt } from './disposition.ts';
import type { InDoubt } from './in-doubt.ts';
import { leftoverOf } from './leftover.ts';
import type { Delivery } from './messenger.ts';

type Options = { readonly store: Store; readonly clock: Clock; readonly inDoubt: InDoubt; readonly log: Log };

/** Takes claimed outgoings out of this process's hands. */
export type Settlement = {
  readonly apply: (outgoing: ClaimedOutgoing, disposition: Disposition) => Promise<void>;
  /** Concludes an attempt: by its outcome the outgoing is settled or released. */
  readonly conclude: (
    outgoing: ClaimedOutgoing,
    delivery: Delivery,
    attempted: Omit<Attempted, 'claims'>,
  ) => Promise<void>;
};

/** What is settled is in doubt no more. Rejects as the store does; the lease of the outgoing ends then, and it comes again. */
export function createSettlement({ store, clock, inDoubt, log }: Options): Settlement {
  async function apply(outgoing: ClaimedOutgoing, disposition: Disposition): Promise<void> {
    if (disposition.kind === 'release') {
      await store.outbox.giveBack(outgoing, clock.wall() + disposition.pause, disposition.certain);
      return;
    }
    await store.transact(async (unit) => {
      const now = clock.wall();
      const leftover = leftoverOf(outgoing, disposition.end, now);
      const isOurs = await unit.outbox.settle(outgoing, disposition.end, now);
      if (isOurs && leftover !== null) await unit.outbox.put(leftover, now);
    });
    inDoubt.forget(outgoing.id);
  }

  return {
    apply,
    conclude: (outgoing, delivery, attempted) => {
      report(outgoing.id, delivery, log);
      return apply(outgoing, afterAttempt(delivery, { ...attempted, claims: outgoing.attempts }));
    },
  };
}

function report(outgoing: string, delivery: Delivery, log: Log): void {
  if (delivery.kind === 'done') return;
  const { reason } = delivery;
  if (delivery.kind === 'later') log.info({ outgoing, after: delivery.after, reason }, 'The platform asks to wait.');
  if (delivery.kind === 'own') log.info({ outgoing, reason }, 'The platform does not take what the bot sends.');
  if (delivery.kind === 'unknown') log.warn({ outgoing, reason }, 'It is unknown whether a message was sent.');
  if (delivery.kind === 'refused') log.warn({ outgoing, why: delivery.why, reason }, 'The platform refused a message.');
}
