import type { Clock } from '../clock.ts';
import type { ClaimedOutgoing } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { dropped } from './disposition.ts';
import { resolveInDoubt } from './earlier-attempt.ts';
import type { InDoubt } from './in-doubt.ts';
import type { Messenger, Post } from './messenger.ts';
import type { Settlement } from './settlement.ts';

/** Who was told of a message longer after (ms) its sending began could not be answered meanwhile. */
const longestUnnoticed = 1000;

type Options = {
  readonly store: Store;
  readonly clock: Clock;
  /** Posts by the id of their outgoing. */
  readonly inDoubt: InDoubt;
  readonly settlement: Settlement;
};

/** Sends a post, unless it is there already or may be. */
export type PostOnce = (outgoing: ClaimedOutgoing, messenger: Messenger, post: Post) => Promise<void>;

/**
 * A post leaves a durable mark before its first byte; after an attempt of unknown outcome the platform is asked whether
 * the message is there before it is sent again. That it is there is believed at once; that it is not, only when the
 * attempt can no longer take effect. Where neither that nor a key that the platform knows can tell, it is rather not sent
 * than sent twice.
 */
export function createPosting({ store, clock, inDoubt, settlement }: Options): PostOnce {
  /**
   * What may be sent: as it was claimed, or with the doubt about earlier attempts gone when they surely did nothing.
   * Null when it may not: one of them is there, nobody can tell, or it has to wait.
   */
  async function resolve(outgoing: ClaimedOutgoing, messenger: Messenger, post: Post): Promise<ClaimedOutgoing | null> {
    const { uncertainSince } = outgoing;
    if (uncertainSince === null) return outgoing;
    // Taken before it is looked: what takes effect meanwhile is not seen.
    const left = inDoubt.left(outgoing.id, messenger.patience);
    const found = await messenger.find(post, outgoing.since - messenger.patience);
    const { keyLifetime } = messenger;
    const resolution = resolveInDoubt(found, { left, age: clock.wall() - uncertainSince, keyLifetime });
    if (resolution === 'absent') return { ...outgoing, uncertainSince: null };
    if (resolution === 'same-key') return outgoing;
    await settlement.apply(outgoing, resolution);
    return null;
  }

  return async (claimed, messenger, post) => {
    const outgoing = await resolve(claimed, messenger, post);
    if (outgoing === null) return;
    if (isOfNoUse(outgoing, clock.wall())) return settlement.apply(outgoing, dropped);
    if (!(await store.outbox.markUncertain(outgoing, clock.wall()))) return;
    const began = clock.steady();
    const delivery = await messenger.post(post);
    const late = clock.steady() - began > longestUnnoticed;
    if (delivery.kind === 'unknown') inDoubt.note(outgoing.id, messenger.patience, null);
    await settlement.conclude(outgoing, delivery, { made: 'post', late });
  };
}

/** Its time is over at `now` (UTC ms), and no earlier attempt has to be looked for. */
export function isOfNoUse({ expires, uncertainSince }: ClaimedOutgoing, now: number): boolean {
  return uncertainSince === null && expires !== null && now > expires;
}
