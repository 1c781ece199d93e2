import { html } from 'hono/html';
import type { SSEStreamingApi } from 'hono/streaming';
import type { Markup } from '../cards/markup.ts';
import { userKey } from '../inbound/players.ts';
import type { Message } from '../outbound/message.ts';
import { acknowledgementMarkup } from '../pages/acknowledgement.ts';
import { bankBanner } from '../pages/bank-banner.ts';
import type { BankNotice } from '../pages/bank-notice.ts';
import type { MessageContext } from '../pages/message.ts';
import { messageMarkup } from '../pages/message.ts';
import { channelOf, viewAddress } from '../pages/view.ts';
import type { Acknowledgements } from '../reply/acknowledgements.ts';
import type { Following } from '../reply/following.ts';
import { createWakening } from './wakening.ts';

/** How soon (ms) a browser reconnects. */
const retry = 400;

type Options = {
  readonly stream: SSEStreamingApi;
  readonly context: MessageContext;
  readonly notice: BankNotice;
  readonly acknowledgements: Acknowledgements;
  readonly following: Following;
  /** The last revision that the page has. */
  readonly since: number;
  /** UTC ms; what a page is told, so that it counts down by this clock. */
  readonly now: () => number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
};

/**
 * Sends every change that a page has not seen, starting with those from before it connected, until the page or the
 * server goes away. A page that was away for a while, or whose server was, asks from where it left off.
 */
export async function sendChanges(options: Options): Promise<void> {
  const { stream, context, notice, acknowledgements, since, now, signal } = options;
  const { view, messages } = context;
  const reader = userKey(view.player);
  let known = since;
  let told = notice.version();
  let acknowledged = acknowledgements.begin(reader);
  const { wake, sleep } = createWakening();
  const unsubscribe = [
    messages.subscribe(reader, wake),
    acknowledgements.subscribe(reader, wake),
    notice.subscribe(wake),
  ];
  stream.onAbort(wake);
  signal.addEventListener('abort', wake);
  try {
    await stream.writeSSE({ event: 'hello', data: String(now()), id: String(known), retry });
    while (!stream.aborted && !signal.aborted) {
      // First, since what was locked in may have been answered by the time that it is sent, and then is no news any more.
      const line = acknowledgements.since(acknowledged, reader);
      acknowledged = acknowledgements.version();
      if (line !== null && line.channel === view.channel.key) {
        const data = String(await acknowledgementMarkup(line, view));
        await stream.writeSSE({ event: 'acknowledgement', data, id: String(known) });
        acknowledgements.shown(line);
      }
      for (const message of messages.since(known, reader)) {
        known = message.revision;
        const data = String(await toFragments(message, context));
        if (data !== '') await stream.writeSSE({ event: 'change', data, id: String(known) });
        const opened = threadToOpen(message, options);
        if (opened !== null) await stream.writeSSE({ event: 'open-thread', data: opened, id: String(known) });
      }
      if (told !== notice.version()) {
        told = notice.version();
        const banner = html`<div id="banner" role="status" hx-swap-oob="true">${bankBanner(notice.news())}</div>`;
        await stream.writeSSE({ event: 'change', data: String(await banner), id: String(known) });
      }
      // What happened during a write ends the sleep at once.
      if (await sleep()) await stream.write(': still here\n\n');
    }
  } finally {
    signal.removeEventListener('abort', wake);
    for (const stop of unsubscribe) stop();
  }
}

/**
 * The address of the page with the thread that has just begun, for who takes part in it and does not see it yet; null for any
 * other message.
 */
function threadToOpen(
  { thread, channel, author, to, gone, revision }: Message,
  { context: { view, messages }, following }: Options,
): string | null {
  if (thread === null || gone || author !== null || to !== null) return null;
  if (channel !== view.channel.key || thread === view.thread) return null;
  const root = messages.find(thread);
  if (root === null || !following.follows(userKey(view.player), root)) return null;
  const before = messages.list(channel, thread, userKey(view.player)).filter((other) => other.to === null);
  return before.length === 1 && before[0]?.revision === revision
    ? viewAddress(view.player, view.channel.slug, thread)
    : null;
}

/**
 * What a changed message changes on a page: the message itself, the root of its thread, a mark beside another channel.
 */
export function toFragments(message: Message, context: MessageContext): Markup | string {
  const { view, messages, subject } = context;
  const { player, channel, thread } = view;
  if (message.channel !== channel.key) {
    const other = channelOf(player, message.channel, subject());
    return other === undefined || message.gone
      ? ''
      : html`<span id="unread-${other.slug}" class="unread" hx-swap-oob="true">new</span>`;
  }
  const root = message.thread === null ? message : messages.find(message.thread);
  return html`${root === null ? '' : within('messages', messageMarkup(root, 'channel', context))}${
    thread !== null && (message.thread ?? message.id) === thread
      ? within('thread-messages', messageMarkup(message, 'thread', context))
      : ''
  }`;
}

function within(list: 'messages' | 'thread-messages', message: Markup): Markup {
  return html`<div hx-swap-oob="beforeend:#${list}">${message}</div>`;
}
