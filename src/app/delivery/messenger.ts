import type { Card } from '../../core/card.ts';
import type { Hindrance } from '../hindrance.ts';
import type { Rate } from './token-bucket.ts';

/** Where a message goes: a channel, a thread under one of its messages (by the platform's id), or one person alone. */
export type Address =
  | { readonly kind: 'channel'; readonly channel: string; readonly thread: string | null }
  | { readonly kind: 'person'; readonly user: string };

/** A message that was sent: the platform's id of it, and when, by the platform's own clock (UTC ms). */
export type Posted = { readonly message: string; readonly at: number };

export type Post = {
  /** The same at every attempt to send this message, and at no other's; at most 100 characters. */
  readonly key: string;
  readonly address: Address;
  readonly card: Card;
  /** Who is called by it, by the platform's own id of a role or a group; nobody else ever is. */
  readonly ping: string | null;
};

/**
 * How an attempt ended.
 * `done`: the platform confirmed it. `later`: surely not done; worth another try in `after` ms. `unknown`: it may have
 * been done (a timeout, a broken connection, a 5xx). `own`: surely not done, and no fault of the message or its place: the
 * platform does not take the bot's own credentials, for now; `reason` is its code. `refused`: surely not done and never
 * will be: the channel or message is `gone`, the bot lacks a permission there (`forbidden`), or the platform finds fault
 * with the message (`invalid`).
 */
export type Delivery =
  | { readonly kind: 'done'; readonly posted: Posted }
  | { readonly kind: 'later'; readonly after: number; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'own'; readonly reason: string }
  | {
      readonly kind: 'refused';
      readonly why: 'gone' | 'forbidden' | 'invalid';
      /**
       * `message`: only that one message is gone, and not the channel or thread in which it stood. `edits`: that message may
       * not be changed (any more, or for now), and posts may go.
       */
      readonly only?: 'message' | 'edits';
      /** The same for the person who is told of it, as far as the platform says more than `why`. */
      readonly hindrance?: Hindrance;
      readonly reason: string;
    };

/** What looking for an earlier attempt found; `later`: not now, but in `after` ms; `unseen`: the bot may not look at all. */
export type Found =
  | { readonly kind: 'found'; readonly posted: Posted }
  | { readonly kind: 'absent' }
  | { readonly kind: 'later'; readonly after: number }
  | { readonly kind: 'unseen' };

/** What a platform takes in one scope: posts in all, posts in each channel, and edits. */
export type Rates = { readonly posts: Rate; readonly channelPosts: Rate; readonly edits: Rate };

/** Sends to one platform. Every method makes one attempt and never rejects; it ends within `patience` ms. */
export type Messenger = {
  /** Longest time that one attempt may take, in ms. */
  readonly patience: number;
  /**
   * For how long, in ms, an attempt of which nothing was heard may still take effect after it was given up, or cut off by a
   * crash; nobody knows of a later one.
   */
  readonly aftermath: number;
  /** For how long, in ms, the platform itself takes a second attempt with the same key for the first; 0 for never. */
  readonly keyLifetime: number;
  /** Kept to by whoever calls; null where the messenger keeps to them by itself. */
  readonly rates: Rates | null;
  readonly post: (post: Post) => Promise<Delivery>;
  /** Shows another card in place of a message; the same twice is one. */
  readonly edit: (address: Address, message: string, card: Card) => Promise<Delivery>;
  /** Makes a thread under a message; its id is that of the message. Where threads need no making, it is done at once. */
  readonly openThread: (channel: string, message: string, name: string) => Promise<Delivery>;
  /** Looks for the message of an earlier attempt at `post`, sent since `since` (UTC ms). */
  readonly find: (post: Post, since: number) => Promise<Found>;
  /** An address of a message for people to click, null where there is none. */
  readonly link: (channel: string, message: string) => string | null;
  /** The same of the thread under a message, also of one that is still to be made. */
  readonly threadLink: (channel: string, message: string) => string | null;
  /** The name of a workspace or server by its key, untrusted text; null if it cannot be had. Never rejects. */
  readonly nameOf?: (scope: string) => Promise<string | null>;
};
