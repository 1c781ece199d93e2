import type { Card } from '../../core/card.ts';
import { resolveTimes } from '../../core/sending-time.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { ClaimedOutgoing, OutgoingEnd } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { DueLoop } from './due-loop.ts';
import { createDueLoop } from './due-loop.ts';
import { createDoubts } from './in-doubt.ts';
import { createQueues } from './lanes.ts';
import type { Address, Delivery, Messenger, Post } from './messenger.ts';

/** Most that are sent at once, and for how long (ms) one is in the hands of a process; longer than any attempt. */
const batch = 50;
const lease = 20_000;

/** A platform that asks to wait is left alone for this long (ms) at least: asked again at once it would stop everything. */
const leastPause = 100;

/** Pauses (ms) after attempts of unknown outcome, doubled each time up to the longest. */
const firstPause = 500;
const longestPause = 5 * 60_000;

/** What may still come is looked for this often (ms), so that a post is taken into hands about so often an attempt. */
const lookInterval = 1500;
const claimsAnAttempt = 4;

/** Who was told of a message longer after (ms) its sending began could not be answered meanwhile. */
const longestUnnoticed = 1000;

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
 * the platform is asked whether the message is there before it is sent again. That it is there is believed at once; that
 * it is not, only when the attempt can no longer take effect. Where neither that nor a key that the platform knows can
 * tell, it is rather not sent than sent twice.
 */
export function createDeliverer({ store, clock, messengers, log }: Options): DueLoop {
  const turns = createQueues();
  /** Posts by their id, edits by the message that they are about. */
  const doubts = createDoubts(clock.steady);

  async function deliver(outgoing: ClaimedOutgoing): Promise<void> {
    const messenger = messengers.get(outgoing.scope.split(':')[0] ?? '');
    if (messenger === undefined) {
      await store.outbox.giveBack(outgoing, clock.wall() + unconnectedPause, outgoing.uncertainSince === null);
      return;
    }
    const address = addressOf(outgoing);
    const { errand } = outgoing;
    if (address === null || (errand.kind !== 'post' && outgoing.targetMessage === null) || isOfNoUse(outgoing)) {
      return settle(outgoing, { kind: 'dropped' });
    }
    const round: Round = { outgoing, messenger, address };
    if (errand.kind === 'post') return send(round, { key: outgoing.id, address, card: errand.card, ping: errand.ping });
    if (errand.kind === 'edit') return edit(round, errand.card);
    const channel = outgoing.channel ?? '';
    await conclude(round, await messenger.openThread(channel, outgoing.targetMessage ?? '', errand.name), 'change');
  }

  /** Its time is over, and no earlier attempt has to be looked for. */
  function isOfNoUse({ expires, uncertainSince }: ClaimedOutgoing): boolean {
    return uncertainSince === null && expires !== null && clock.wall() > expires;
  }

  async function send({ outgoing: claimed, ...round }: Round, post: Post): Promise<void> {
    const outgoing = await withoutDoubt(claimed, round.messenger, post);
    if (outgoing === null) return;
    if (isOfNoUse(outgoing)) return settle(outgoing, { kind: 'dropped' });
    if (!(await store.outbox.markUncertain(outgoing, clock.wall()))) return;
    const card = resolveTimes(post.card, clock.wall());
    const began = clock.steady();
    const delivery = await round.messenger.post({ ...post, card });
    await conclude({ ...round, outgoing }, delivery, 'post', clock.steady() - began > longestUnnoticed);
  }

  /**
   * What may be sent: as it was claimed, or with the doubt about earlier attempts gone when they surely did nothing.
   * Null when it may not: one of them is there, nobody can tell, or it has to wait.
   */
  async function withoutDoubt(
    outgoing: ClaimedOutgoing,
    messenger: Messenger,
    post: Post,
  ): Promise<ClaimedOutgoing | null> {
    const { uncertainSince } = outgoing;
    if (uncertainSince === null) return outgoing;
    const giveBack = async (pause: number) => {
      await store.outbox.giveBack(outgoing, clock.wall() + pause, false);
      return null;
    };
    // Taken before it is looked: what takes effect meanwhile is not seen.
    const left = doubts.left(outgoing.id, messenger.patience);
    const found = await messenger.find(post, outgoing.since - messenger.patience);
    switch (found.kind) {
      case 'found':
        await settle(outgoing, { kind: 'sent', posted: found.posted, late: true });
        return null;
      case 'later':
        return giveBack(Math.max(leastPause, found.after));
      case 'absent':
        if (left > 0) return giveBack(Math.min(left, lookInterval));
        return { ...outgoing, uncertainSince: null };
      case 'unseen': {
        if (left > 0) return giveBack(left);
        const age = clock.wall() - uncertainSince;
        if (age >= 0 && age <= messenger.keyLifetime) return outgoing;
        const reason =
          'An attempt ended without an answer, and the platform does not let the bot look for the message.';
        await settle(outgoing, { kind: 'failed', why: 'unverifiable', reason });
        return null;
      }
    }
  }

  async function edit(round: Round, card: Card): Promise<void> {
    const { outgoing, messenger, address } = round;
    // An edit that became a post once stays one: it may be on its way.
    if (outgoing.uncertainSince === null) {
      const message = outgoing.targetMessage ?? '';
      const key = `${outgoing.scope}:${message}`;
      // In turn for each message, or an older edit that was slow on its way would undo a newer one.
      const delivery = await turns.alone(key, () => messenger.edit(address, message, resolveTimes(card, clock.wall())));
      const mayBeUndone = noteEdit(key, JSON.stringify(card), delivery, messenger.patience);
      if (mayBeUndone > 0) {
        await store.outbox.giveBack(outgoing, clock.wall() + mayBeUndone, true);
        return;
      }
      // What it has waited already counts: who was told of a place in the budget may find it taken, and wait again.
      const waited = clock.wall() - Math.max(outgoing.since, outgoing.due);
      const mustWait = delivery.kind === 'later' && waited + delivery.after > longestEditPause;
      if (mustWait && outgoing.pressed === 'drop') return settle(outgoing, { kind: 'dropped' });
      if (!mustWait || outgoing.pressed !== 'post') return conclude(round, delivery, 'change');
    }
    await send(round, { key: outgoing.id, address, card, ping: null });
  }

  /**
   * Milliseconds after which an edit that was made is to be made once more: until then an earlier one, which said
   * something else and of which nothing was heard, may take effect and undo it. 0 when there is none.
   */
  function noteEdit(key: string, content: string, delivery: Delivery, patience: number): number {
    if (delivery.kind === 'unknown') doubts.note(key, patience, content);
    if (delivery.kind !== 'done') return 0;
    const left = doubts.against(key, content);
    doubts.forget(key);
    return left;
  }

  /** A `post` of unknown outcome stays in doubt; a `change` may be made twice. `late`: the answer took its time. */
  async function conclude(
    { outgoing, messenger }: Round,
    delivery: Delivery,
    made: 'post' | 'change',
    late = false,
  ): Promise<void> {
    const now = clock.wall();
    switch (delivery.kind) {
      case 'done':
        return settle(outgoing, { kind: 'sent', posted: delivery.posted, late });
      case 'later':
        log.info(
          { outgoing: outgoing.id, after: delivery.after, reason: delivery.reason },
          'The platform asks to wait.',
        );
        await store.outbox.giveBack(outgoing, now + Math.max(leastPause, delivery.after), true);
        return;
      case 'unknown': {
        const attempts = made === 'post' ? outgoing.attempts / claimsAnAttempt : outgoing.attempts;
        const pause = Math.round(Math.min(longestPause, firstPause * 2 ** Math.min(20, attempts)));
        if (made === 'post') doubts.note(outgoing.id, messenger.patience, null);
        log.warn({ outgoing: outgoing.id, reason: delivery.reason }, 'It is unknown whether a message was sent.');
        await store.outbox.giveBack(outgoing, now + pause, made === 'change');
        return;
      }
      case 'refused':
        log.warn(
          { outgoing: outgoing.id, why: delivery.why, reason: delivery.reason },
          'The platform refused a message.',
        );
        return settle(outgoing, { ...delivery, kind: 'failed' });
    }
  }

  async function settle(outgoing: ClaimedOutgoing, end: OutgoingEnd): Promise<void> {
    await store.transact((unit) => unit.outbox.settle(outgoing, end, clock.wall()));
    doubts.forget(outgoing.id);
  }

  return createDueLoop<ClaimedOutgoing>({
    name: 'outbox',
    log,
    claim: () => store.outbox.claim(clock.wall(), batch, lease),
    untilNext: () => store.outbox.untilNext(clock.wall()),
    // A clock that is set forward ends the lease of what is still under way here: it comes again, and waits its turn.
    work: (outgoing) => turns.alone(`outgoing:${outgoing.id}`, () => deliver(outgoing)),
  });
}

/** Null when the message that its thread should hang under was never sent. */
function addressOf({ channel, user, thread, threadMessage }: ClaimedOutgoing): Address | null {
  if (channel === null) return user === null ? null : { kind: 'person', user };
  if (thread !== null && threadMessage === null) return null;
  return { kind: 'channel', channel, thread: threadMessage };
}
