import { html } from 'hono/html';
import type { Application } from '../../../app/ports.ts';
import type { Subject } from '../../../core/bank.ts';
import type { ActionsNode } from '../../../core/card.ts';
import { ownIdOf, withOwn } from '../../../core/own.ts';
import type { Surface } from '../../../core/surface.ts';
import type { Markup } from '../cards/markup.ts';
import { cardMarkup } from '../cards/render.ts';
import { botName } from '../inbound/channels.ts';
import { userKey } from '../inbound/players.ts';
import type { Message } from '../outbound/message.ts';
import { linked } from '../outbound/message-link.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import type { View } from './view.ts';
import { viewAddress } from './view.ts';

/** The two message lists of a page: the channel's, and the open thread's. */
export type Pane = 'channel' | 'thread';

export type MessageContext = {
  readonly view: View;
  readonly messages: MessageLog;
  readonly surface: Surface;
  /** What the bot is about at present. */
  readonly subject: () => Subject;
  /** What a card that all can see says to one reader alone. */
  readonly own: Application['own'];
};

/** Id of a message's element; the root of a thread appears in both panes. */
function elementId(pane: Pane, { id }: Message): string {
  return pane === 'channel' ? `m${id}` : `t${id}`;
}

/**
 * A message in one of the panes, with what its card says to this reader alone. A deleted one leaves a hidden placeholder, so
 * that pages hear of it.
 */
export function messageMarkup(message: Message, pane: Pane, context: MessageContext): Markup {
  const { card, channel } = message;
  const id = card === null ? null : ownIdOf(card);
  if (card === null || id === null) return asGiven(message, pane, context);
  const told = context.own(id, { user: userKey(context.view.player), channel });
  return told.then((own) => asGiven({ ...message, card: withOwn(card, own) }, pane, context));
}

function asGiven(message: Message, pane: Pane, context: MessageContext): Markup {
  const { view, subject } = context;
  const id = elementId(pane, message);
  if (message.gone) return html`<article id="${id}" hidden></article>`;
  const isPrivate = message.to !== null;
  const classes = ['message', message.author === null ? 'bot' : 'person', ...(isPrivate ? ['private'] : [])].join(' ');
  const instant = new Date(message.at).toISOString();
  const asked = message.asked === null ? '' : html`<p class="asked">You typed <code>${message.asked}</code></p>`;
  const ping = message.ping === null ? '' : html`<p class="muted">Calls ${message.ping}</p>`;
  const said = message.text === '' ? '' : html`<p class="said">${message.text}</p>`;
  return html`<article id="${id}" class="${classes}" data-revision="${message.revision}" aria-labelledby="${id}-by">
${avatar(message)}
<div class="byline" id="${id}-by"><b>${message.author?.name ?? botName(subject())}</b>${message.author === null ? html` <span class="app">Bot</span>` : ''} <time datetime="${instant}" data-style="time" aria-live="off">${instant.slice(11, 16)}</time>${isPrivate ? privacy(message, id, view) : ''}</div>
<div class="content">${asked}${ping}${said}${message.card === null ? '' : card(message, pane, context)}${pane === 'channel' ? threadLink(message, context) : ''}</div>
</article>`;
}

function card(message: Message, pane: Pane, { view, surface }: MessageContext): Markup | string {
  if (message.card === null) return '';
  const id = elementId(pane, message);
  return cardMarkup(message.card, {
    surface,
    heading: pane === 'channel' ? 2 : 3,
    toAddress: (url) => toAddress(url, view),
    pictureAddress: (place) => `/p/${view.player.token}/picture/${message.id}/${place}?${message.revision}`,
    actions: (node) => buttons(node, message, id, view),
    choose: (action, canChoose) =>
      html`type="button" ${canChoose ? pressing(action, message, id, view) : html`id="${id}-${action}"`}`,
  });
}

/** What makes a button press: its id within the page, and what it sends. */
function pressing(action: string, message: Message, element: string, { player }: View): Markup {
  const values = JSON.stringify({ message: message.id, button: action });
  return html`id="${element}-${action}" hx-post="/p/${player.token}/press" hx-vals="${values}" hx-swap="none" hx-sync="this:drop"`;
}

function buttons({ actions, apart }: ActionsNode, message: Message, element: string, view: View): Markup {
  return html`<div class="actions${apart === true ? ' apart' : ''}">${actions.map(
    ({ id, label, style }) =>
      html`<button type="button" class="${style ?? ''}" ${pressing(id, message, element, view)}>${label}</button>`,
  )}</div>`;
}

function privacy(message: Message, id: string, { player }: View): Markup {
  return html`<span class="whisper">Only you can see this <button type="button" id="${id}-dismiss" class="quiet" hx-post="/p/${player.token}/dismiss" hx-vals="${JSON.stringify({ message: message.id })}" hx-swap="none">Dismiss</button></span>`;
}

function threadLink(message: Message, { view, messages }: MessageContext): Markup | string {
  const { player, channel, thread } = view;
  const replies = messages.list(channel.key, message.id, userKey(player)).filter(({ to }) => to === null).length;
  if (message.to !== null || (replies === 0 && message.threadName === null)) return '';
  const words = replies === 0 ? 'Thread' : replies === 1 ? '1 reply' : `${replies} replies`;
  const open = thread === message.id;
  return html`<a class="thread-link" id="m${message.id}-thread" href="${viewAddress(player, channel.slug, message.id)}"${open ? html` aria-current="true"` : ''}><span class="thread-name">${message.threadName ?? 'Thread'}</span> <span>${words}</span></a>`;
}

/**
 * A link to a message or a thread leads to it on the reader's own page; if it is not visible to them, to the channel.
 */
export function toAddress(url: string, { player, channel }: View): string {
  const place = linked(url);
  if (place === null) return url;
  if (place.kind === 'thread') return viewAddress(player, channel.slug, place.id);
  return `${viewAddress(player, channel.slug)}#m${place.id}`;
}

/** One of eight colours per player, by number. */
function avatar({ author }: Message): Markup {
  if (author === null) return html`<div class="avatar of-bot" aria-hidden="true"></div>`;
  const colour = (Number(author.user.split(':').at(-1)) - 1) % 8;
  return html`<div class="avatar colour-${colour}" aria-hidden="true">${[...author.name][0] ?? '?'}</div>`;
}
