import type { APIMessage, REST } from 'discord.js';
import { Routes } from 'discord.js';
import type { Found } from '../../../app/delivery/messenger.ts';
import type { DiscordMessage } from '../cards/render.ts';
import { firstIdAt, instantOf } from '../connection/snowflake.ts';
import { isSameMessage } from './earlier-message.ts';

/** Most messages in one response (https://discord.com/developers/docs/resources/message#get-channel-messages). */
const pageSize = 100;
const mostPages = 5;

/** How far this machine's clock may be ahead of Discord's, in ms. */
const clockTolerance = 30_000;

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
 * something older. Rejects with discord.js's error.
 */
export async function findEarlier({ rest, channel, sent, nonce, since, self, signal }: Sought): Promise<Found> {
  const read = async (query: Readonly<Record<string, string>>) =>
    (await rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query), signal })) as APIMessage[];
  let after = firstIdAt(since - clockTolerance);
  for (let page = 0; page < mostPages; page += 1) {
    const messages = await read({ after, limit: String(pageSize) });
    const found = messages.find((message) => isSameMessage(message, sent, nonce, self));
    if (found !== undefined) return { kind: 'found', posted: { message: found.id, at: instantOf(found.id) } };
    if (messages.length === 0 && page === 0 && (await read({ limit: '1' })).length === 0) return { kind: 'unseen' };
    if (messages.length < pageSize) return { kind: 'absent' };
    after = messages.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), after);
  }
  return { kind: 'unseen' };
}
