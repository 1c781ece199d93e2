import { setTimeout as delay } from 'node:timers/promises';
import type { Address, Delivery, Messenger, Post } from '../../../app/delivery/messenger.ts';
import type { Card } from '../../../core/card.ts';
import type { ToMessage } from '../cards/messages.ts';
import { withoutGroups } from '../cards/resolve.ts';
import { instantOf } from '../cards/slack-text.ts';
import type { CallEnd, CallMethod } from '../connection/web-call.ts';
import { callTimeout } from '../connection/web-call.ts';
import { createFindEarlier } from './find-earlier.ts';
import type { MessagePlace } from './message-id.ts';
import { messageId, messagePlace, ownId } from './message-id.ts';
import type { AttachPictures } from './pictures.ts';
import { postMarks, withPing } from './post-body.ts';
import { workspaceRates } from './rates.ts';
import { toDelivery } from './refusal.ts';

/** For so long, in ms, Slack may still carry out a call that was given up. */
export const aftermath = 5000;

type Options = {
  readonly call: CallMethod;
  readonly toMessage: ToMessage;
  readonly attachPictures: AttachPictures;
  /** Address of the workspace (`https://example.slack.com/`); null until known. */
  readonly workspaceUrl: () => string | null;
};

/** Sends Slack messages that are not replies. Ids of channels, people and groups are Slack's own or our keys of them. */
export function createMessenger({ call, toMessage, attachPictures, workspaceUrl }: Options): Messenger {
  async function post({ key, address, card, ping }: Post): Promise<Delivery> {
    const channel = ownId(address.kind === 'channel' ? address.channel : address.user);
    const thread = address.kind === 'channel' ? address.thread : null;
    const end = await call('chat.postMessage', {
      channel,
      ...(thread === null ? {} : { thread_ts: thread }),
      ...withPing(toMessage(withoutGroups(card), { channel }), ping === null ? null : ownId(ping)),
      ...postMarks(key),
    });
    const delivery = settled(end, (place) => messageId(address, place));
    if (delivery.kind === 'done') attachPictures(card, messagePlace(channel, delivery.posted.message).channel, thread);
    return delivery;
  }

  async function edit(address: Address, message: string, card: Card): Promise<Delivery> {
    const { channel, ts } = messagePlace(address.kind === 'channel' ? ownId(address.channel) : null, message);
    const { unfurl_links: _, unfurl_media: __, ...body } = toMessage(card, { channel });
    const timer = new AbortController();
    const late = delay(callTimeout, 'unknown' as const, { signal: timer.signal }).catch(() => 'unknown' as const);
    try {
      const delivery = settled(await call('chat.update', { channel, ts, ...body }), () => message);
      const root = address.kind === 'channel' ? address.thread : null;
      if (delivery.kind !== 'refused' || delivery.only !== 'message' || root === null) return delivery;
      const { only: _only, ...gone } = delivery;
      return (await Promise.race([isThere(channel, root), late])) === 'gone' ? gone : delivery;
    } finally {
      timer.abort();
    }
  }

  /** A thread whose messages were all deleted is gone together with its root. Needs no scope. */
  async function isThere(channel: string, root: string): Promise<'there' | 'gone' | 'unknown'> {
    const end = await call('chat.getPermalink', { channel, message_ts: root });
    if (end.kind === 'done') return 'there';
    return end.kind === 'refused' && end.error === 'message_not_found' ? 'gone' : 'unknown';
  }

  function link({ channel, ts }: MessagePlace): string | null {
    const url = workspaceUrl();
    return url === null ? null : `${url}archives/${channel}/p${ts.replace('.', '')}`;
  }

  return {
    patience: callTimeout,
    aftermath,
    rates: workspaceRates,
    // `client_msg_id` is sent, but Slack promises nothing about it.
    keyLifetime: 0,
    post,
    edit,
    openThread: async (_, message) => ({
      kind: 'done',
      posted: { message, at: instantOf(messagePlace(null, message).ts) ?? 0 },
    }),
    find: createFindEarlier(call),
    link: (channel, message) => link(messagePlace(ownId(channel), message)),
    threadLink: (channel, message) => {
      const place = messagePlace(ownId(channel), message);
      const address = link(place);
      return address === null ? null : `${address}?thread_ts=${place.ts}&cid=${place.channel}`;
    },
  };
}

function settled(end: CallEnd, toId: (place: { channel: string; ts: string }) => string): Delivery {
  if (end.kind !== 'done') return toDelivery(end);
  const { ts, channel } = end.result;
  const at = typeof ts === 'string' ? instantOf(ts) : null;
  if (typeof ts !== 'string' || at === null) return { kind: 'unknown', reason: 'Slack named no message.' };
  return { kind: 'done', posted: { message: toId({ channel: String(channel), ts }), at } };
}
