import type { Card } from '../../../core/card.ts';

/** A message as the playground keeps it. Plain JSON, so that it outlives a restart. */
export type Message = {
  /** A whole number as text; later messages have higher ones. */
  readonly id: string;
  /** Key of the channel. */
  readonly channel: string;
  /** Id of the message that the thread hangs under; null outside threads. */
  readonly thread: string | null;
  /** Who wrote it; null for the bot. Untrusted text. */
  readonly author: { readonly user: string; readonly name: string } | null;
  /** What a person wrote; empty for the bot. Untrusted text. */
  readonly text: string;
  readonly card: Card | null;
  /** What somebody typed that this answers in private; null when everybody saw it. Untrusted text. */
  readonly asked: string | null;
  /** The only one who sees it, by user key; null for everybody in the channel. */
  readonly to: string | null;
  /** Idempotency key of a message that nobody asked for at that moment. */
  readonly key: string | null;
  /** Who is called by it, as it was set up; untrusted text. */
  readonly ping: string | null;
  /** Name of the thread under it, null where there is none yet. */
  readonly threadName: string | null;
  /** When it was posted by the playground's clock, UTC ms. */
  readonly at: number;
  /** Goes up over all messages with every change of any. */
  readonly revision: number;
  /** Taken away; only the fact is kept, so that other pages hear of it. */
  readonly gone: boolean;
};

/** What the author of a message says of it; the rest is the log's own. */
export type Draft = Pick<Message, 'channel' | 'thread'> &
  Partial<Pick<Message, 'author' | 'text' | 'card' | 'asked' | 'to' | 'key' | 'ping'>>;
