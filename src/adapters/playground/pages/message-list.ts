import { html } from 'hono/html';
import type { Subject } from '../../../core/bank.ts';
import type { Markup } from '../cards/markup.ts';
import { userKey } from '../inbound/players.ts';
import type { Message } from '../outbound/message.ts';
import type { MessageContext } from './message.ts';
import { messageMarkup } from './message.ts';
import type { MessageWindow } from './message-window.ts';
import { earlierLink, earlierThan, lastOf } from './message-window.ts';
import type { View } from './view.ts';
import { viewAddress } from './view.ts';

/** The last messages of a channel, or those from one on, with what stands above them. `from`: a message's id; null for none. */
export function channelMessages(context: MessageContext, from: string | null): Markup {
  return channelPart(context, lastOf(inChannel(context), from));
}

/** The same of the open thread, whose root always stands above. */
export function threadMessages(context: MessageContext, root: Message, from: string | null): Markup {
  return html`${messageMarkup(root, 'thread', context)}${threadPart(context, root, lastOf(inThread(context, root), from))}`;
}

/** The messages before one that a page has: in the open thread of the view, if there is one, else in its channel. */
export function earlierMessages(context: MessageContext, before: string): Markup {
  const { view, messages } = context;
  const root = view.thread === null ? null : messages.find(view.thread);
  return root === null
    ? channelPart(context, earlierThan(inChannel(context), before))
    : threadPart(context, root, earlierThan(inThread(context, root), before));
}

function inChannel({ view: { player, channel }, messages }: MessageContext): readonly Message[] {
  return messages.list(channel.key, null, userKey(player));
}

function inThread({ view: { player, channel }, messages }: MessageContext, root: Message): readonly Message[] {
  return messages.list(channel.key, root.id, userKey(player));
}

function channelPart(context: MessageContext, window: MessageWindow): Markup {
  const { view, subject } = context;
  const above =
    earlierLink(window, viewAddress(view.player, view.channel.slug)) ?? welcome(view, subject(view.channel.key));
  return html`${above}${window.shown.map((message) => messageMarkup(message, 'channel', context))}`;
}

function threadPart(context: MessageContext, root: Message, window: MessageWindow): Markup {
  const { player, channel } = context.view;
  const above = earlierLink(window, viewAddress(player, channel.slug, root.id)) ?? '';
  return html`${above}${window.shown.map((message) => messageMarkup(message, 'thread', context))}`;
}

/** The introduction above the first message of a channel. */
function welcome({ channel }: View, { command, examples }: Subject): Markup {
  const titles = examples.map(({ title }) => title);
  const tries = channel.direct
    ? [...titles.slice(0, 2), '/me']
    : [...titles.slice(0, 1).map((title) => `/${command} ${title}`), '/quiz 3 15s', '/daily now'];
  return html`<section class="welcome" aria-label="To begin with"><p>${channel.direct ? 'A conversation with the bot alone.' : `This is the beginning of ${channel.title}. What begins with / is for the bot, and only you see its answer; all the rest everybody here reads.`} Press one of these to send it:</p><p class="tries">${tries.map((text) => html`<button type="button" class="try" data-try="${text}">${text}</button>`)}</p></section>`;
}
