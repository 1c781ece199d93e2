import { DiscordAPIError, RateLimitError } from 'discord.js';
import type { Delivery } from '../../../app/delivery/messenger.ts';

/** Delay before another attempt, in ms, where Discord gives none. */
const moment = 2000;

/** Discord's JSON error codes (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json). */
const unknownMessage = 10_008;
const unknownUser = 10_013;
const cannotWriteToThem = 50_007;
const noServerInCommon = 50_278;

export const unknownChannel = 10_003;
/** The server does not exist, or the bot is not a member. */
export const unknownGuild = 10_004;
/** The bot may not even see it. */
export const missingAccess = 50_001;
/** The thread is archived. */
export const archivedThread = 50_083;
/** Only those who manage threads may write in it. */
export const lockedThread = 160_005;
/** The server has as many active threads as there can be. */
export const tooManyThreads = 160_006;
/** A channel in which there are no such messages or threads: of a forum, of voices. */
export const wrongKind: ReadonlySet<unknown> = new Set([40_058, 50_008, 50_024]);
/** The message already has a thread. */
export const threadExists = 160_004;
/** The bot lacks a permission. */
export const missingPermissions = 50_013;
/** The request is too large, files included. */
export const tooLarge = 40_005;

const gone: ReadonlySet<unknown> = new Set([unknownChannel, unknownGuild, unknownUser]);
const forbidden: ReadonlySet<unknown> = new Set([
  cannotWriteToThem,
  noServerInCommon,
  tooManyThreads,
  archivedThread,
  lockedThread,
]);

/** Failed before any byte was sent: no name resolution, no connection. */
const neverSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** discord.js's error once Discord has rejected the token; nothing is sent. */
const noToken = /^Expected token to be set/;

const refusedToken: Exclude<Delivery, { kind: 'done' }> = { kind: 'own', reason: 'the bot token is not accepted' };

/**
 * The outcome of an attempt that failed with an error of discord.js. A 4xx response of Discord's means that nothing was
 * done; after a 5xx, a timeout or a broken connection the outcome is unknown.
 */
export function toDelivery(error: unknown): Exclude<Delivery, { kind: 'done' }> {
  if (error instanceof RateLimitError) {
    const after = error.retryAfter > 0 ? error.retryAfter : Math.max(error.timeToReset, moment);
    return { kind: 'later', after: Math.ceil(after), reason: 'rate limit' };
  }
  if (error instanceof DiscordAPIError) return ofAnswer(error);
  const reason = error instanceof Error ? error.message : String(error);
  if (neverSent.test(codeOf(error))) return { kind: 'later', after: moment, reason: codeOf(error) };
  if (noToken.test(reason)) return refusedToken;
  return { kind: 'unknown', reason };
}

function ofAnswer(error: DiscordAPIError): Exclude<Delivery, { kind: 'done' }> {
  const reason = `${error.message} (${error.status}, ${error.code})`;
  if (error.code === unknownMessage) return { kind: 'refused', why: 'gone', only: 'message', reason };
  if (gone.has(error.code)) return { kind: 'refused', why: 'gone', reason };
  if (forbidden.has(error.code)) return { kind: 'refused', why: 'forbidden', reason };
  if (error.status === 401) return refusedToken;
  if (error.status === 403) return { kind: 'refused', why: 'forbidden', reason };
  if (error.status === 404) return { kind: 'refused', why: 'gone', reason };
  if (error.status === 408 || error.status === 429) return { kind: 'later', after: moment, reason };
  return { kind: 'refused', why: 'invalid', reason };
}

/** System errors carry their code themselves; those of `fetch` have it in their cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? '' : codeOf(error.cause);
}
