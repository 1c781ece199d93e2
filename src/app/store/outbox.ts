import type { Card } from '../../core/card.ts';
import type { Posted } from '../delivery/messenger.ts';
import type { Hindrance } from '../hindrance.ts';

/** What to do on the platform. Messages are referred to by the id of the outgoing that posted them. */
export type Errand =
  | { readonly kind: 'post'; readonly card: Card; readonly ping: string | null }
  /**
   * `left`: where the card can be no edit it is posted anew, and this is shown in place of the old message as soon as that
   * can be changed; without it, such an edit fails.
   */
  | { readonly kind: 'edit'; readonly target: string; readonly card: Card; readonly left?: Card }
  | { readonly kind: 'thread'; readonly root: string; readonly name: string };

/** An outgoing message, written together with the change of state that calls for it. */
export type Outgoing = {
  /** Idempotency key (`daily:slack:T1:C2:2026-11-25`): what has been put in once is never put in again. */
  readonly id: string;
  /** Outgoings of one lane are sent one after the other, in the order in which they were put in. */
  readonly lane: string;
  readonly scope: string;
  /** A channel; null for a direct message to `user`. */
  readonly channel: string | null;
  readonly user: string | null;
  /** Id of the outgoing that posts the thread's root message; null outside threads. */
  readonly thread: string | null;
  readonly errand: Errand;
  /** Not before this instant, UTC ms. */
  readonly due: number;
  /** Useless after this instant, UTC ms, and then dropped. Null for never. */
  readonly expires: number | null;
  /**
   * What to do if the platform has no room for an edit just now: wait, drop it, or post the card as a new message. `last`:
   * wait until nothing else needs the room, also where edits are refused for now.
   */
  readonly pressed: 'wait' | 'drop' | 'post' | 'last';
  /**
   * A follow-up timer of this kind falls due when the errand has ended; its payload is this one plus an `OutgoingEnd`
   * as `end`.
   */
  readonly follow: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> } | null;
};

/** How an errand ended. */
export type OutgoingEnd =
  /** `late`: the message was visible for a while before we knew. */
  | { readonly kind: 'sent'; readonly posted: Posted; readonly late: boolean }
  | { readonly kind: 'dropped' }
  | {
      readonly kind: 'failed';
      readonly why: 'gone' | 'forbidden' | 'invalid' | 'unverifiable';
      /** See `Delivery`. */
      readonly only?: 'message' | 'edits';
      readonly hindrance?: Hindrance;
      readonly reason: string;
    };

/** An outgoing that this process has claimed until its lease ends. */
export type ClaimedOutgoing = Outgoing & {
  readonly attempts: number;
  /** Since when (UTC ms) it may have been sent without our knowing; null if it certainly was not. */
  readonly uncertainSince: number | null;
  /** Of one in doubt: when the last attempt began, or surely was over, UTC ms. */
  readonly began: number;
  /** When it was put in, UTC ms. */
  readonly since: number;
  /** The platform's id of the thread's root message; null outside threads, or if posting that failed. */
  readonly threadMessage: string | null;
  /** The platform's id of the message to edit or to open a thread under; null if posting that failed. */
  readonly targetMessage: string | null;
};

export type OutboxUnit = {
  /** Puts it in; false if its id is already known, and then nothing changes. */
  readonly put: (outgoing: Outgoing, now: number) => Promise<boolean>;
  /** Like `put`, but one that failed or was dropped is put in again: the caller has dealt with the cause. */
  readonly putAgain: (outgoing: Outgoing, now: number) => Promise<void>;
  /**
   * Like `put`, for an edit that is replaced by newer content again and again: a waiting one gets the new content; one
   * that was sent waits again, until at least `interval` ms after it was last sent.
   */
  readonly putLatest: (outgoing: Outgoing, now: number, interval: number) => Promise<void>;
  /** Settles it, and arms its follow-up timer. False if this process no longer holds it. */
  readonly settle: (outgoing: ClaimedOutgoing, end: OutgoingEnd, now: number) => Promise<boolean>;
  /** The platform's id of the message that an outgoing posted; null if there is none (yet). */
  readonly messageOf: (id: string) => Promise<Posted | null>;
  /** What waits in a lane, in its order. */
  readonly waitingIn: (lane: string) => Promise<readonly Pick<Outgoing, 'id' | 'errand'>[]>;
  /** Cancels what waits; what is being sent, or may have been sent, ends as it may, but is not retried. */
  readonly withdraw: (id: string) => Promise<void>;
};

export type OutboxQueue = {
  /**
   * Claims at most `limit` due outgoings, of each lane only the first that has not ended. `full`: scopes of which this process has
   * enough in hand, so that nothing new of them is claimed, but what refers to an earlier message: edits, posts in threads.
   */
  readonly claim: (
    now: number,
    limit: number,
    lease: number,
    full?: readonly string[],
  ) => Promise<readonly ClaimedOutgoing[]>;
  /** Milliseconds until the next one that would be claimed falls due, 0 if one is due; null if there is none. */
  readonly untilNext: (now: number, full?: readonly string[]) => Promise<number | null>;
  /**
   * Records durably, before the first byte is sent, that it may have been sent from now on, or since `uncertainSince`
   * if that is already known; the lease begins anew. False as for `settle`.
   */
  readonly markUncertain: (outgoing: ClaimedOutgoing, now: number, lease: number) => Promise<boolean>;
  /** Gives it back, to be claimed again from `due` on. `certain`: this attempt certainly did nothing. */
  readonly giveBack: (outgoing: ClaimedOutgoing, due: number, certain: boolean) => Promise<boolean>;
};
