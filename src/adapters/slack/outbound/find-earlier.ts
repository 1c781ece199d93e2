import { setTimeout as delay } from 'node:timers/promises';
import type { Found, Messenger, Post } from '../../../app/delivery/messenger.ts';
import { instantOf } from '../cards/slack-text.ts';
import type { CallMethod } from '../connection/web-call.ts';
import { callTimeout } from '../connection/web-call.ts';
import { messageId, ownId } from './message-id.ts';
import { metadataType } from './post-body.ts';

/** Milliseconds by which this machine's clock may be ahead of Slack's; the newest page is read whatever it says. */
const clockLead = 60_000;

/** Messages a page, and pages. Who has had more since must be content with not knowing. */
const pageSize = 200;
const mostPages = 20;

const unseen: Found = { kind: 'unseen' };

/** Milliseconds until it is looked again, when Slack had no answer as long as the callTimeout lasted. */
const lookAgain: Found = { kind: 'later', after: 5000 };

/** Milliseconds between tries to read, where Slack does not say when to come back. */
const pause = 250;

/**
 * Reads the channel back from its newest message, or the whole thread, and looks for the key in the metadata of the
 * bot's messages. Needs `channels:history` (public channels) or `groups:history` (private ones); without, and for people,
 * it is `unseen`. What may pass is tried again as long as the callTimeout lasts, and is then worth another look later.
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
    if (end.kind === 'refused') return unseen;
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

/** The message as far as it is read; anybody's message is in the list, so nothing in it can be relied on. */
type Read = {
  readonly ts?: unknown;
  readonly metadata?: {
    readonly event_type?: unknown;
    readonly event_payload?: { readonly key?: unknown } | null;
  } | null;
};

/** Instant of the last of a list that begins with the newest, UTC ms. */
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
