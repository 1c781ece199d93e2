import type { APIMessage, REST } from 'discord.js';
import { DiscordAPIError, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { Address, Delivery, Messenger, Post } from '../../../app/delivery/messenger.ts';
import type { Log } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import { longestPrefix } from '../../../core/cut.ts';
import type { Messages, Prepared } from '../cards/messages.ts';
import { asReplacement } from '../cards/render.ts';
import { hasCode, loggable } from '../connection/platform-error.ts';
import { idOf, serverOf } from '../connection/snowflake.ts';
import { createAttempts } from './attempt.ts';
import { createDirectChannels } from './direct-channels.ts';
import { findEarlier } from './find-earlier.ts';
import { nonceOf } from './nonce.ts';
import { archivedThread, missingPermissions, threadExists, tooLarge } from './refusal.ts';

/** Timeout of one attempt, in ms. */
const patience = 5000;

/** Discord keeps a nonce for "the past few minutes" (resources/message#create-message); we rely on one, in ms. */
const keyLifetime = 60_000;

/**
 * Longest name of a thread, in characters
 * (https://discord.com/developers/docs/resources/channel#start-thread-from-message).
 */
const longestThreadName = 100;

/** Delay in ms before trying again to open a direct-message channel. */
const reopenAfter = 2000;

/** Delay in ms before searching again for an earlier message. */
const lookAgainAfter = 5000;

type Options = {
  /** Sends once, and rejects rather than waiting for a rate limit. */
  readonly rest: REST;
  readonly messages: Messages;
  readonly log: Log;
  /** Is told of every server in which something is gone or forbidden. */
  readonly refused: (server: string) => void;
  /** The bot's own user id; null before it is connected. */
  readonly self: () => string | null;
};

/** Posts, edits and threads over REST by ids alone, since no server data is kept in memory. */
export function createMessenger({ rest, messages, log, refused, self }: Options): Messenger {
  const attempt = createAttempts();
  const directChannels = createDirectChannels(rest);

  /**
   * Runs an action in the channel of an address. If a direct-message channel cannot be opened, nothing is left half
   * done.
   */
  async function inChannel(address: Address, kind: string, act: Act): Promise<Delivery> {
    const target = targetOf(address);
    if (target === null) return { kind: 'refused', why: 'invalid', reason: 'That is no address on Discord.' };
    const signal = AbortSignal.timeout(patience);
    let channel = target;
    if (address.kind === 'person') {
      const opened = await attempt('open', async () => {
        channel = await directChannels.channelOf(target, signal);
        return channel;
      });
      if (opened.kind === 'unknown') return { kind: 'later', after: reopenAfter, reason: opened.reason };
      if (opened.kind !== 'done') return opened;
    }
    const delivery = await attempt(`${kind} ${channel}`, () => act(channel, signal));
    const server = address.kind === 'channel' ? serverOf(address.channel) : null;
    if (delivery.kind === 'refused' && delivery.why !== 'invalid' && server !== null) refused(server);
    return delivery;
  }

  /**
   * Sends a card with its picture. Where pictures are not allowed, nothing was sent for certain, and the words go
   * alone.
   */
  async function send<T>(card: Card, request: (prepared: Prepared) => Promise<T>): Promise<T> {
    const prepared = await messages.withPicture(card);
    try {
      return await request(prepared);
    } catch (error) {
      if (prepared.files.length === 0 || !hasCode(error, missingPermissions, tooLarge)) throw error;
      log.info({ error: loggable(error) }, 'A picture could not be attached; the words go without it.');
      return request(messages.withoutPicture(card));
    }
  }

  async function edit(channel: string, message: string, card: Card, signal: AbortSignal): Promise<string> {
    const request = ({ message: shown, files }: Prepared) =>
      rest.patch(Routes.channelMessage(channel, message), {
        body: asReplacement(shown),
        files: [...files],
        signal,
      });
    try {
      await send(card, request);
    } catch (error) {
      if (!hasCode(error, archivedThread)) throw error;
      // Nothing can be edited in an archived thread; anyone who may write there may unarchive it, unless it is locked.
      await rest.patch(Routes.channel(channel), { body: { archived: false }, signal });
      await send(card, request);
    }
    return message;
  }

  return {
    patience,
    keyLifetime,
    post: (post) =>
      inChannel(post.address, 'post', (channel, signal) =>
        send(post.card, async ({ message, files }) => {
          const body = { ...message, ...pingOf(post), nonce: nonceOf(post.key), enforce_nonce: true };
          const sent = await rest.post(Routes.channelMessages(channel), { body, files: [...files], signal });
          return (sent as APIMessage).id;
        }),
      ),
    edit: (address, message, card) =>
      inChannel(address, 'edit', (channel, signal) => edit(channel, message, card, signal)),
    openThread: (channel, message, name) =>
      inChannel({ kind: 'channel', channel, thread: null }, 'thread', async (id, signal) => {
        const body = { name: threadName(name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
        await rest.post(Routes.threads(id, message), { body, signal }).catch((error: unknown) => {
          if (!hasCode(error, threadExists)) throw error;
        });
        return message;
      }),
    find: async ({ address, card, key }, since) => {
      const bot = self();
      const target = targetOf(address);
      if (bot === null || target === null) return { kind: 'unseen' };
      const signal = AbortSignal.timeout(patience);
      try {
        const channel = address.kind === 'person' ? await directChannels.channelOf(target, signal) : target;
        const sent = messages.withoutPicture(card).message;
        return await findEarlier({ rest, channel, sent, nonce: nonceOf(key), since, self: bot, signal });
      } catch (error) {
        log.debug({ error: loggable(error) }, 'The search for an earlier message failed.');
        // What Discord rejects it will reject again; everything else is temporary.
        return error instanceof DiscordAPIError && error.status < 500 && error.status !== 429
          ? { kind: 'unseen' }
          : { kind: 'later', after: lookAgainAfter };
      }
    },
    link: (channel, message) => {
      const id = idOf(channel);
      return id === null ? null : `https://discord.com/channels/${serverOf(channel) ?? '@me'}/${id}/${message}`;
    },
  };
}

type Act = (channel: string, signal: AbortSignal) => Promise<string>;

/** The channel, the thread (which is a channel with the id of its message), or the person. */
function targetOf(address: Address): string | null {
  return idOf(address.kind === 'person' ? address.user : (address.thread ?? address.channel));
}

/** Pings one role, given by id or as a mention. A mention within an embed pings nobody, so it goes into the content. */
function pingOf({ ping }: Post): { readonly content?: string; readonly allowed_mentions?: object } {
  const role = /^(?:<@&)?(\d{5,20})>?$/.exec(ping ?? '')?.[1];
  return role === undefined ? {} : { content: `<@&${role}>`, allowed_mentions: { parse: [], roles: [role] } };
}

function threadName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return longestPrefix(line, (prefix) => prefix.length <= longestThreadName).trim() || 'Discussion';
}
