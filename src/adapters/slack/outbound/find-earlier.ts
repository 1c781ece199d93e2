import { setTimeout as delay } from 'node:timers/promises';
import type { Found, Messenger, Post } from '../../../app/delivery/messenger.ts';
import { instantOf } from '../cards/slack-text.ts';
import { isOwnTrouble, missingScope } from '../connection/own-trouble.ts';
import type { CallMethod } from '../connection/web-call.ts';
import { callTimeout } from '../connection/web-call.ts';
import { messageId, ownId } from './message-id.ts';
import { metadataType } from './post-body.ts';

/** How many ms this machine's clock may be ahead of Slack's; the newest page is read in any case. */
const clockLead = 60_000;

/** Messages per page, and pages. If there have been more since, the outcome stays unknown. */
const pageSize = 200;
const mostPages = 20;

const unseen: Found = { kind: 'unseen' };

/** When to search again, if Slack did not answer within the timeout. */
const lookAgain: Found = { kind: 'later', after: 5000 };

/** Pause in ms between attempts to read, if Slack does not give one. */
const pause = 250;

/**
 * Reads the channel back from its newest message, or the whole thread, and looks for the key in the metadata of the
 * bot's messages. Needs `channels:history` (public channels) or `groups:history` (private ones); without it, and in
 * direct messages, the result is `unseen`. Temporary failures are retried until the timeout, after which the result is
 * `later`.
 */
export function createFindEarlier(call: CallMethod): Messenger['find'] {
  return async (post, since) => {
    const end = new AbortController();
    const late = delay(callTimeout, lookAgain, { signal: end.signal }).catch(() => lookAgain);
    try {
      return await Promise.race([readBack(call, post, since, end.signal), late]);
    } finally {
      end.abort();
    }
  };
}

async function readBack(call: CallMethod, { key, address }: Post, since: number, over: AbortSignal): Promise<Found> {
  if (address.kind === 'person') return unseen;
  const channel = ownId(address.channel);
  const method = address.thread === null ? 'conversations.history' : 'conversations.replies';
  const where = {
    channel,
    ...(address.thread === null ? {} : { ts: address.thread }),
    include_all_metadata: true,
    limit: pageSize,
  };
  let cursor = '';
  for (let page = 0; page < mostPages && !over.aborted; ) {
    const end = await call(method, cursor === '' ? where : { ...where, cursor });
    // A token that is not taken for a while says nothing of what it may read.
    if (end.kind === 'refused') return isOwnTrouble(end.error) && end.error !== missingScope ? lookAgain : unseen;
    if (end.kind !== 'done') {
      await delay('after' in end ? end.after : pause, undefined, { signal: over }).catch(() => {});
      continue;
    }
    const messages = Array.isArray(end.result['messages']) ? (end.result['messages'] as readonly unknown[]) : [];
    const ts = messages.map((message) => stampOf(message, key)).find((stamp) => stamp !== null);
    const at = instantOf(ts ?? undefined);
    if (typeof ts === 'string' && at !== null) {
      return { kind: 'found', posted: { message: messageId(address, { channel, ts }), at } };
    }
    cursor = end.result.response_metadata?.next_cursor ?? '';
    const isBefore = address.thread === null && oldestOf(messages) < since - clockLead;
    if (cursor === '' || isBefore) return { kind: 'absent' };
    page += 1;
  }
  return over.aborted ? lookAgain : unseen;
}

/** The parts of a message that are read; the list contains anybody's messages, so nothing in them can be trusted. */
type Read = {
  readonly ts?: unknown;
  readonly metadata?: {
    readonly event_type?: unknown;
    readonly event_payload?: { readonly key?: unknown } | null;
  } | null;
};

/** The instant of the oldest message of a list that starts with the newest, UTC ms. */
function oldestOf(messages: readonly unknown[]): number {
  const { ts } = (messages.at(-1) ?? {}) as Read;
  return (typeof ts === 'string' ? instantOf(ts) : null) ?? Number.POSITIVE_INFINITY;
}

function stampOf(message: unknown, key: string): string | null {
  if (typeof message !== 'object' || message === null) return null;
  const { ts, metadata } = message as Read;
  const ours = metadata?.event_type === metadataType && metadata.event_payload?.key === key;
  return ours && typeof ts === 'string' ? ts : null;
}
