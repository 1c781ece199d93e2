import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { ClaimedOutgoing } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { createAdmissions } from './admissions.ts';
import { dropped } from './disposition.ts';
import type { DueLoop } from './due-loop.ts';
import { createDueLoop } from './due-loop.ts';
import { createEditing } from './editing.ts';
import { createInDoubt } from './in-doubt.ts';
import { createInHand } from './in-hand.ts';
import { createLanes } from './lanes.ts';
import { lease } from './lease.ts';
import type { Address, Messenger } from './messenger.ts';
import { createPosting, isOfNoUse } from './posting.ts';
import { createSettlement } from './settlement.ts';

/** Most that are claimed at once. */
const batch = 20;

/** From so many of one scope on others come first; about as many as a platform's rates let go while one of them is held here. */
const mostInHand = 20;

/** A platform that is not connected (any more) is asked again after this long (ms). */
const unconnectedPause = 60_000;

type Options = {
  readonly store: Store;
  readonly clock: Clock;
  /** By platform, the first part of a scope's key. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly log: Log;
};

export type OutboxRelay = DueLoop & {
  /** Whether an edit that nobody would miss could go now in a scope; it is not worth putting in where it could not. */
  readonly hasRoom: (scope: string) => boolean;
};

/** Relays what the outbox holds to the platforms: each post once, edits and threads until they are surely made. */
export function createOutboxRelay({ store, clock, messengers, log }: Options): OutboxRelay {
  const lanes = createLanes();
  const inDoubt = createInDoubt(clock.steady);
  const settlement = createSettlement({ store, clock, inDoubt, log });
  const admissions = createAdmissions(clock);
  const inHand = createInHand(mostInHand);
  const postOnce = createPosting({ store, clock, inDoubt, settlement, admissions });
  const edit = createEditing({ clock, lanes, inDoubt, settlement, postOnce, admissions });

  async function relay(outgoing: ClaimedOutgoing): Promise<void> {
    const messenger = messengers.get(outgoing.scope.split(':')[0] ?? '');
    if (messenger === undefined) {
      const certain = outgoing.uncertainSince === null;
      return settlement.apply(outgoing, { kind: 'release', pause: unconnectedPause, certain });
    }
    const address = addressOf(outgoing);
    const { errand } = outgoing;
    const isPointless = errand.kind !== 'post' && outgoing.targetMessage === null;
    if (address === null || isPointless || isOfNoUse(outgoing, clock.wall())) {
      return settlement.apply(outgoing, dropped);
    }
    switch (errand.kind) {
      case 'post':
        return postOnce(outgoing, messenger, { key: outgoing.id, address, card: errand.card, ping: errand.ping });
      case 'edit':
        return edit(outgoing, messenger, { ...errand, address });
      case 'thread': {
        const [channel, root] = [outgoing.channel ?? '', outgoing.targetMessage ?? ''];
        const delivery = await messenger.openThread(channel, root, errand.name);
        return settlement.conclude(outgoing, delivery, { made: 'change', late: false });
      }
    }
  }

  const loop = createDueLoop<ClaimedOutgoing>({
    name: 'outbox',
    log,
    claim: () => store.outbox.claim(clock.wall(), batch, lease, inHand.full()),
    untilNext: () => store.outbox.untilNext(clock.wall(), inHand.full()),
    // A clock that is set forward ends the lease of what is still under way here: it comes again, and waits its turn.
    work: (outgoing) =>
      inHand.during(outgoing.scope, () => lanes.exclusive(`outgoing:${outgoing.id}`, () => relay(outgoing))),
  });
  return {
    ...loop,
    hasRoom: (scope) => admissions.hasRoom(scope, 'progress'),
    stop: () => {
      const stopped = loop.stop();
      admissions.stop();
      return stopped;
    },
  };
}

/** Null when the message that its thread should hang under was never sent. */
function addressOf({ channel, user, thread, threadMessage }: ClaimedOutgoing): Address | null {
  if (channel === null) return user === null ? null : { kind: 'person', user };
  if (thread !== null && threadMessage === null) return null;
  return { kind: 'channel', channel, thread: threadMessage };
}
