import type { Clock } from '../clock.ts';
import type { ClaimedOutgoing } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { Admissions } from './admissions.ts';
import { dropped, leastPause } from './disposition.ts';
import { resolveInDoubt } from './earlier-attempt.ts';
import type { InDoubt } from './in-doubt.ts';
import { lease } from './lease.ts';
import type { Messenger, Post } from './messenger.ts';
import type { Settlement } from './settlement.ts';

/** Who was told of a message longer after (ms) its sending began could not be answered meanwhile. */
const longestUnnoticed = 1000;

/** Beyond this share of the patience an attempt that was marked is not begun any more: others reckon from the mark. */
const latestBegin = 1 / 2;

type Options = {
  readonly store: Store;
  readonly clock: Clock;
  /** Posts by the id of their outgoing. */
  readonly inDoubt: InDoubt;
  readonly settlement: Settlement;
  readonly admissions: Admissions;
};

/** Sends a post, unless it is there already or may be; in its turn, unless it has had that (`admitted`). */
export type PostOnce = (
  outgoing: ClaimedOutgoing,
  messenger: Messenger,
  post: Post,
  admitted?: 'admitted',
) => Promise<void>;

/**
 * A post leaves a durable mark before its first byte; after an attempt of unknown outcome the platform is asked whether
 * the message is there before it is sent again. That it is there is believed at once; that it is not, only when the
 * attempt can no longer take effect. Where neither that nor a key that the platform knows can tell, it is rather not sent
 * than sent twice.
 */
export function createPosting({ store, clock, inDoubt, settlement, admissions }: Options): PostOnce {
  /**
   * What may be sent: as it was claimed, or with the doubt about earlier attempts gone when they surely did nothing.
   * Null when it may not: one of them is there, nobody can tell, or it has to wait.
   */
  async function resolve(outgoing: ClaimedOutgoing, messenger: Messenger, post: Post): Promise<ClaimedOutgoing | null> {
    const { uncertainSince } = outgoing;
    if (uncertainSince === null) return outgoing;
    // Taken before it is looked: what takes effect meanwhile is not seen.
    const { keyLifetime, patience, aftermath } = messenger;
    const left = inDoubt.left(outgoing.id, outgoing.began + patience + aftermath - clock.wall(), patience + aftermath);
    const found = await messenger.find(post, outgoing.since - patience);
    const resolution = resolveInDoubt(found, { left, age: clock.wall() - uncertainSince, keyLifetime });
    if (resolution === 'absent') return { ...outgoing, uncertainSince: null };
    if (resolution === 'same-key') return outgoing;
    await settlement.apply(outgoing, resolution);
    return null;
  }

  /** Puts the mark before the first byte; false where it may not be sent (yet), and that is dealt with. */
  async function begin(outgoing: ClaimedOutgoing, { patience }: Messenger): Promise<boolean> {
    const marked = clock.steady();
    if (!(await store.outbox.markUncertain(outgoing, clock.wall(), lease))) return false;
    // A process that was stopped in between may find that another one has taken over.
    if (clock.steady() - marked <= patience * latestBegin) return true;
    await settlement.apply(outgoing, { kind: 'release', pause: leastPause, certain: true });
    return false;
  }

  return async (claimed, messenger, post, admitted) => {
    const outgoing = await resolve(claimed, messenger, post);
    if (outgoing === null) return;
    if (isOfNoUse(outgoing, clock.wall())) return settlement.apply(outgoing, dropped);
    // After it was looked for, which may be often.
    const turn = admitted ?? (await admissions.turn(outgoing, messenger.rates, ['post']));
    if (turn !== 'admitted' && turn.kind === 'back') {
      return settlement.apply(outgoing, { ...turn, kind: 'release', certain: true });
    }
    if (!(await begin(outgoing, messenger))) return;
    const began = clock.steady();
    const delivery = await messenger.post(post);
    const late = clock.steady() - began > longestUnnoticed;
    if (delivery.kind === 'unknown') inDoubt.note(outgoing.id, messenger.aftermath, null);
    const { rates } = messenger;
    if (delivery.kind === 'later' && rates !== null) admissions.shut(outgoing.scope, rates, 'post', delivery.after);
    await settlement.conclude(outgoing, delivery, { made: 'post', late });
  };
}

/** Its time is over at `now` (UTC ms), and no earlier attempt has to be looked for. */
export function isOfNoUse({ expires, uncertainSince }: ClaimedOutgoing, now: number): boolean {
  return uncertainSince === null && expires !== null && now > expires;
}
