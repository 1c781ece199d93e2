import type { APIMessage, APITextChannel, REST } from 'discord.js';
import { DiscordAPIError, Routes } from 'discord.js';
import type { Found, Messenger } from '../../../app/delivery/messenger.ts';
import type { Log } from '../../../app/ports.ts';
import type { Messages } from '../cards/messages.ts';
import type { DiscordMessage } from '../cards/render.ts';
import { loggable } from '../connection/platform-error.ts';
import { firstIdAt, instantOf } from '../connection/snowflake.ts';
import { patience } from './channel-attempt.ts';
import type { DirectChannels } from './direct-channels.ts';
import { isSameMessage } from './earlier-message.ts';
import { nonceOf } from './nonce.ts';
import { targetOf } from './target.ts';

/** Most messages in one response (https://discord.com/developers/docs/resources/message#get-channel-messages). */
const pageSize = 100;
const mostPages = 5;

/** How far this machine's clock may be ahead of Discord's, in ms. */
const clockTolerance = 30_000;

/** Wait in ms before an earlier message that could not be looked for is looked for again. */
const lookAgainAfter = 5000;

type Options = {
  readonly rest: REST;
  readonly directChannels: DirectChannels;
  readonly messages: Messages;
  /** The bot's own user id; null before it is connected. */
  readonly self: () => string | null;
  readonly log: Log;
};

/** See `Messenger`. */
export function createFindEarlier({ rest, directChannels, messages, self, log }: Options): Messenger['find'] {
  return async ({ address, card, key }, since) => {
    const bot = self();
    const target = targetOf(address);
    if (bot === null || target === null) return { kind: 'unseen' };
    const signal = AbortSignal.timeout(patience);
    try {
      const channel = address.kind === 'person' ? await directChannels.channelOf(target, signal) : target;
      const sent = messages.withoutPicture(card).message;
      return await findEarlier({ rest, channel, sent, nonce: nonceOf(key), since, self: bot, signal });
    } catch (error) {
      log.debug({ error: loggable(error) }, 'An earlier message could not be looked for.');
      // What Discord refuses it will refuse again; everything else passes, a token that is not taken included.
      return error instanceof DiscordAPIError && error.status < 500 && error.status !== 429 && error.status !== 401
        ? { kind: 'unseen' }
        : { kind: 'later', after: lookAgainAfter };
    }
  };
}

type Sought = {
  readonly rest: REST;
  readonly channel: string;
  readonly sent: DiscordMessage;
  readonly nonce: string;
  /** UTC ms. */
  readonly since: number;
  readonly self: string;
  readonly signal: AbortSignal;
};

/**
 * Searches a channel, from an instant on, for the message of an earlier attempt. Without the permission to read the
 * history Discord returns an empty list rather than an error, so an empty list proves nothing unless the channel shows
 * something older, or tells that nothing came since. Rejects with discord.js's error.
 */
async function findEarlier({ rest, channel, sent, nonce, since, self, signal }: Sought): Promise<Found> {
  const read = async (query: Readonly<Record<string, string>>) =>
    (await rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query), signal })) as APIMessage[];
  const isEmpty = async () => (await read({ limit: '1' })).length === 0;
  const start = since - clockTolerance;
  let after = firstIdAt(start);
  for (let page = 0; page < mostPages; page += 1) {
    const messages = await read({ after, limit: String(pageSize) });
    const found = messages.find((message) => isSameMessage(message, sent, nonce, self));
    if (found !== undefined) return { kind: 'found', posted: { message: found.id, at: instantOf(found.id) } };
    if (messages.length === 0 && page === 0 && (await isEmpty())) {
      return { kind: (await lastCameBefore(start, { rest, channel, signal })) ? 'absent' : 'unseen' };
    }
    if (messages.length < pageSize) return { kind: 'absent' };
    after = messages.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), after);
  }
  return { kind: 'unseen' };
}

/**
 * Whether a channel surely had no message since an instant (UTC ms). It tells the id of the last one, null if there never was
 * any, without the permission to read it (https://discord.com/developers/docs/resources/channel#channel-object); a message
 * that was deleted keeps its place there.
 */
async function lastCameBefore(start: number, { rest, channel, signal }: Pick<Sought, 'rest' | 'channel' | 'signal'>) {
  const { last_message_id: last } = (await rest.get(Routes.channel(channel), { signal })) as Partial<APITextChannel>;
  return last === null || (last !== undefined && instantOf(last) < start);
}
