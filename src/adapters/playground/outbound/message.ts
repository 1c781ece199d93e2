import type { Card } from '../../../core/card.ts';

/** A message as the playground stores it. Plain JSON, so that it survives a restart. */
export type Message = {
  /** A whole number as text; later messages have higher ones. */
  readonly id: string;
  /** Key of the channel. */
  readonly channel: string;
  /** Id of the thread's root message; null outside threads. */
  readonly thread: string | null;
  /** The author; null for the bot. Untrusted text. */
  readonly author: { readonly user: string; readonly name: string } | null;
  /** What a person wrote; empty for the bot. Untrusted text. */
  readonly text: string;
  readonly card: Card | null;
  /** What was typed to get this private answer; null if everybody saw it. Untrusted text. */
  readonly asked: string | null;
  /** The user key of the only person who sees it; null for everybody in the channel. */
  readonly to: string | null;
  /** Idempotency key of a message that is not a reply. */
  readonly key: string | null;
  /** Whom it pings, as configured; untrusted text. */
  readonly ping: string | null;
  /** Name of the thread under it; null if there is none yet. */
  readonly threadName: string | null;
  /** When it was posted by the playground's clock, UTC ms. */
  readonly at: number;
  /** Increases with every change of any message. */
  readonly revision: number;
  /** Deleted; only the fact is kept, so that other pages hear of it. */
  readonly gone: boolean;
};

/** The fields that the author of a message sets; the log sets the rest. */
export type Draft = Pick<Message, 'channel' | 'thread'> &
  Partial<Pick<Message, 'author' | 'text' | 'card' | 'asked' | 'to' | 'key' | 'ping'>>;
