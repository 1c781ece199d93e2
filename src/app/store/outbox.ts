import type { Card } from '../../core/card.ts';
import type { Posted } from '../delivery/messenger.ts';

/** What is to be done on the platform. Messages are named by the id of the outgoing that posted them. */
export type Errand =
  | { readonly kind: 'post'; readonly card: Card; readonly ping: string | null }
  | { readonly kind: 'edit'; readonly target: string; readonly card: Card }
  | { readonly kind: 'thread'; readonly root: string; readonly name: string };

/** An outgoing message as it is written together with the change of state that calls for it. */
export type Outgoing = {
  /** Idempotency key (`daily:slack:T1:C2:2026-11-25`): what has been put in once is never put in again. */
  readonly id: string;
  /** Outgoings of one lane are done one after the other, in the order in which they were put in. */
  readonly lane: string;
  readonly scope: string;
  /** A channel, or null where it goes to one person (`user`). */
  readonly channel: string | null;
  readonly user: string | null;
  /** Id of the outgoing whose message the thread hangs under; null outside threads. */
  readonly thread: string | null;
  readonly errand: Errand;
  /** Not before, UTC ms. */
  readonly due: number;
  /** Of no use after this instant, UTC ms; it is then left out. Null for never. */
  readonly expires: number | null;
  /** What may happen when the platform has no room for an edit just now: wait, leave it out, or post the card anew. */
  readonly pressed: 'wait' | 'drop' | 'post';
  /** A timer of this kind falls due when the errand has ended; its payload is this one with an `OutgoingEnd` as `end`. */
  readonly follow: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> } | null;
};

/** How an errand ended. */
export type OutgoingEnd =
  /** `late`: it stood there for a while before that was known. */
  | { readonly kind: 'sent'; readonly posted: Posted; readonly late: boolean }
  | { readonly kind: 'dropped' }
  | {
      readonly kind: 'failed';
      readonly why: 'gone' | 'forbidden' | 'invalid' | 'unverifiable';
      /** See `Delivery`. */
      readonly only?: 'message';
      readonly reason: string;
    };

/** An outgoing in the hands of this process until its lease ends. */
export type ClaimedOutgoing = Outgoing & {
  readonly attempts: number;
  /** Since when (UTC ms) it may have been sent without our knowing; null when it surely has not. */
  readonly uncertainSince: number | null;
  /** When it was put in, UTC ms. */
  readonly since: number;
  /** The platform's id of the message that the thread hangs under, null outside threads or when that failed. */
  readonly threadMessage: string | null;
  /** The platform's id of the message that an edit or a new thread is about, null when that failed. */
  readonly targetMessage: string | null;
};

export type OutboxUnit = {
  /** Puts it in; false when its id is known already, and then nothing changes. */
  readonly put: (outgoing: Outgoing, now: number) => Promise<boolean>;
  /** As `put`, but one that failed or was dropped is put in anew: whoever asked for it has seen to the cause. */
  readonly putAgain: (outgoing: Outgoing, now: number) => Promise<void>;
  /**
   * As `put`, for an edit that may come again and again with newer content: one that waits gets the new content, one
   * that was sent waits anew, not before `interval` ms after it was sent last.
   */
  readonly putLatest: (outgoing: Outgoing, now: number, interval: number) => Promise<void>;
  /** Ends it, and arms its follow-up. False when it is no longer in this process's hands. */
  readonly settle: (outgoing: ClaimedOutgoing, end: OutgoingEnd, now: number) => Promise<boolean>;
  /** The platform's id of the message that an outgoing posted; null when there is none (yet). */
  readonly messageOf: (id: string) => Promise<Posted | null>;
  /** Takes out what waits; what is under way, or may have been sent, ends as it will and is not begun once more. */
  readonly withdraw: (id: string) => Promise<void>;
};

export type OutboxQueue = {
  /** Hands out at most `limit` due outgoings, of each lane only the first that has not ended. */
  readonly claim: (now: number, limit: number, lease: number) => Promise<readonly ClaimedOutgoing[]>;
  /** Milliseconds until the next one falls due, 0 when one is; null when there is none. */
  readonly untilNext: (now: number) => Promise<number | null>;
  /**
   * Notes durably, before the first byte leaves, that it may have been sent from now on, or since `uncertainSince` when
   * that is known already. False as for `settle`.
   */
  readonly markUncertain: (outgoing: ClaimedOutgoing, now: number) => Promise<boolean>;
  /** Gives it back, to be handed out again from `due` on. `certain`: this attempt surely did nothing. */
  readonly giveBack: (outgoing: ClaimedOutgoing, due: number, certain: boolean) => Promise<boolean>;
};
