import type { Card } from '../core/card.ts';
import { resolveTimes } from '../core/sending-time.ts';
import type { Clock } from './clock.ts';
import type { DueLoop } from './due-loop.ts';
import { createDueLoop } from './due-loop.ts';
import type { Address, Delivery, Messenger, Post } from './messenger.ts';
import type { Log } from './ports.ts';
import type { ClaimedOutgoing, OutgoingEnd } from './store/outbox.ts';
import type { Store } from './store/store.ts';

/** Most that are sent at once, and for how long (ms) one is in the hands of a process; longer than any attempt. */
const batch = 50;
const lease = 20_000;

/** Beyond its patience, an attempt is given this long (ms) to take effect on the platform before it is looked for. */
const settling = 500;

/** Pauses (ms) after attempts of unknown outcome, doubled each time up to the longest. */
const firstPause = 500;
const longestPause = 5 * 60_000;

/** A platform that is not connected (any more) is asked again after this long (ms). */
const unconnectedPause = 60_000;

/** An edit that would have to wait longer than this (ms), all its waits together, may be posted anew instead. */
const longestEditPause = 2000;

type Options = {
  readonly store: Store;
  readonly clock: Clock;
  /** By platform, the first part of a scope's key. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly log: Log;
};

type Round = { readonly outgoing: ClaimedOutgoing; readonly messenger: Messenger; readonly address: Address };

/**
 * Sends what the outbox holds. A post leaves a durable mark before its first byte; after an attempt of unknown outcome
 * the platform is asked whether the message is there before it is sent again, and where neither that nor a key that the
 * platform knows can tell, it is rather not sent than sent twice.
 */
export function createDeliverer({ store, clock, messengers, log }: Options): DueLoop {
  async function deliver(outgoing: ClaimedOutgoing): Promise<void> {
    const messenger = messengers.get(outgoing.scope.split(':')[0] ?? '');
    if (messenger === undefined) {
      await store.outbox.giveBack(outgoing, clock.wall() + unconnectedPause, outgoing.uncertainSince === null);
      return;
    }
    const address = addressOf(outgoing);
    const { errand } = outgoing;
    const isLate = outgoing.expires !== null && clock.wall() > outgoing.expires;
    if (address === null || (errand.kind !== 'post' && outgoing.targetMessage === null)) {
      return settle(outgoing, { kind: 'dropped' });
    }
    if (isLate && outgoing.uncertainSince === null) return settle(outgoing, { kind: 'dropped' });
    const round: Round = { outgoing, messenger, address };
    if (errand.kind === 'post') return send(round, { key: outgoing.id, address, card: errand.card, ping: errand.ping });
    if (errand.kind === 'edit') return edit(round, errand.card);
    const channel = outgoing.channel ?? '';
    await conclude(round, await messenger.openThread(channel, outgoing.targetMessage ?? '', errand.name), true);
  }

  async function send(round: Round, post: Post): Promise<void> {
    const { outgoing, messenger } = round;
    let unverified = outgoing.uncertainSince !== null;
    if (outgoing.uncertainSince !== null) {
      const settled = outgoing.uncertainSince + messenger.patience + settling;
      if (clock.wall() < settled && clock.wall() >= outgoing.uncertainSince) {
        await store.outbox.giveBack(outgoing, settled, false);
        return;
      }
      const found = await messenger.find(post, outgoing.since - messenger.patience);
      if (found.kind === 'found') return settle(outgoing, { kind: 'sent', posted: found.posted });
      if (found.kind === 'later') {
        await store.outbox.giveBack(outgoing, clock.wall() + found.after, false);
        return;
      }
      if (found.kind === 'absent') unverified = false;
      else if (clock.wall() - outgoing.uncertainSince > messenger.keyLifetime) {
        const reason =
          'An attempt ended without an answer, and the platform does not let the bot look for the message.';
        return settle(outgoing, { kind: 'failed', why: 'unverifiable', reason });
      }
    }
    if (!(await store.outbox.markUncertain(outgoing, clock.wall()))) return;
    const card = resolveTimes(post.card, clock.wall());
    await conclude(round, await messenger.post({ ...post, card }), !unverified);
  }

  async function edit(round: Round, card: Card): Promise<void> {
    const { outgoing, messenger, address } = round;
    // An edit that became a post once stays one: it may be on its way.
    if (outgoing.uncertainSince === null) {
      const now = clock.wall();
      const delivery = await messenger.edit(address, outgoing.targetMessage ?? '', resolveTimes(card, now));
      // Where many wait for one budget, each is told of the next place only, and another may be quicker.
      const waited = now - Math.max(outgoing.since, outgoing.due);
      const mustWait = delivery.kind === 'later' && waited + delivery.after > longestEditPause;
      if (mustWait && outgoing.pressed === 'drop') return settle(outgoing, { kind: 'dropped' });
      if (!mustWait || outgoing.pressed !== 'post') return conclude(round, delivery, true);
    }
    await send(round, { key: outgoing.id, address, card, ping: null });
  }

  /** `certain`: if this attempt did nothing, then nothing was done. */
  async function conclude({ outgoing, messenger }: Round, delivery: Delivery, certain: boolean): Promise<void> {
    const now = clock.wall();
    switch (delivery.kind) {
      case 'done':
        return settle(outgoing, { kind: 'sent', posted: delivery.posted });
      case 'later':
        log.info(
          { outgoing: outgoing.id, after: delivery.after, reason: delivery.reason },
          'The platform asks to wait.',
        );
        await store.outbox.giveBack(outgoing, now + delivery.after, certain);
        return;
      case 'unknown': {
        const pause = Math.min(longestPause, firstPause * 2 ** Math.min(20, outgoing.attempts));
        log.warn({ outgoing: outgoing.id, reason: delivery.reason }, 'It is unknown whether a message was sent.');
        const isPost = outgoing.errand.kind === 'post' || outgoing.uncertainSince !== null;
        await store.outbox.giveBack(outgoing, now + pause + (isPost ? messenger.patience : 0), !isPost);
        return;
      }
      case 'refused':
        log.warn(
          { outgoing: outgoing.id, why: delivery.why, reason: delivery.reason },
          'The platform refused a message.',
        );
        return settle(outgoing, { kind: 'failed', why: delivery.why, reason: delivery.reason });
    }
  }

  async function settle(outgoing: ClaimedOutgoing, end: OutgoingEnd): Promise<void> {
    await store.transact((unit) => unit.outbox.settle(outgoing, end, clock.wall()));
  }

  return createDueLoop<ClaimedOutgoing>({
    name: 'outbox',
    log,
    claim: () => store.outbox.claim(clock.wall(), batch, lease),
    untilNext: () => store.outbox.untilNext(clock.wall()),
    work: deliver,
  });
}

/** Null when the message that its thread should hang under was never sent. */
function addressOf({ channel, user, thread, threadMessage }: ClaimedOutgoing): Address | null {
  if (channel === null) return user === null ? null : { kind: 'person', user };
  if (thread !== null && threadMessage === null) return null;
  return { kind: 'channel', channel, thread: threadMessage };
}
