import type { APIMessage, REST } from 'discord.js';
import { Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { Post } from '../../../app/delivery/messenger.ts';
import type { Log } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import { longestPrefix } from '../../../core/cut.ts';
import type { Messages, Prepared } from '../cards/messages.ts';
import { asReplacement } from '../cards/render.ts';
import { hasCode, loggable } from '../connection/platform-error.ts';
import type { Act } from './channel-attempt.ts';
import { nonceOf } from './nonce.ts';
import { archivedThread, missingPermissions, threadExists, tooLarge } from './refusal.ts';

/** Longest name of a thread, in characters (https://discord.com/developers/docs/resources/channel#start-thread-from-message). */
const longestThreadName = 100;

type Options = { readonly rest: REST; readonly messages: Messages; readonly log: Log };

/** What is asked of Discord for a message, each to be made in a channel. Rejects with the error of discord.js. */
export type Requests = {
  readonly post: (post: Post) => Act;
  readonly edit: (message: string, card: Card) => Act;
  readonly openThread: (message: string, name: string) => Act;
};

/** `rest` sends each once. */
export function createRequests({ rest, messages, log }: Options): Requests {
  /** Sends a card with its picture; where pictures may not be attached, surely nothing was sent, and words go alone. */
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

  return {
    post: (post) => (channel, signal) =>
      send(post.card, async ({ message, files }) => {
        const body = { ...message, ...pingOf(post), nonce: nonceOf(post.key), enforce_nonce: true };
        const sent = await rest.post(Routes.channelMessages(channel), { body, files: [...files], signal });
        return (sent as APIMessage).id;
      }),
    edit: (message, card) => async (channel, signal) => {
      const replace = ({ message: shown, files }: Prepared) =>
        rest.patch(Routes.channelMessage(channel, message), { body: asReplacement(shown), files: [...files], signal });
      try {
        await send(card, replace);
      } catch (error) {
        if (!hasCode(error, archivedThread)) throw error;
        // Nothing can be edited in an archived thread; who may write there may open it again, unless it is locked.
        await rest.patch(Routes.channel(channel), { body: { archived: false }, signal });
        await send(card, replace);
      }
      return message;
    },
    openThread: (message, name) => async (channel, signal) => {
      const body = { name: threadName(name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay };
      await rest.post(Routes.threads(channel, message), { body, signal }).catch((error: unknown) => {
        if (!hasCode(error, threadExists)) throw error;
      });
      return message;
    },
  };
}

/** Calls one role, by its id or as Discord writes a mention of it. A mention within an embed calls nobody, so it stands in the content. */
function pingOf({ ping }: Post): { readonly content?: string; readonly allowed_mentions?: object } {
  const role = /^(?:<@&)?(\d{5,20})>?$/.exec(ping ?? '')?.[1];
  return role === undefined ? {} : { content: `<@&${role}>`, allowed_mentions: { parse: [], roles: [role] } };
}

function threadName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return longestPrefix(line, (prefix) => prefix.length <= longestThreadName).trim() || 'Discussion';
}
