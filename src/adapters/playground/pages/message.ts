import { html } from 'hono/html';
import type { Application } from '../../../app/ports.ts';
import type { Own } from '../../../core/card.ts';
import { ownIdOf } from '../../../core/own.ts';
import type { Markup } from '../cards/markup.ts';
import { botName } from '../inbound/channels.ts';
import { userKey } from '../inbound/players.ts';
import type { Message } from '../outbound/message.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import type { MessageCards, Pane } from './message-cards.ts';
import { elementId } from './message-cards.ts';
import type { View } from './view.ts';
import { viewAddress } from './view.ts';

export type MessageContext = {
  readonly view: View;
  readonly messages: MessageLog;
  readonly cards: MessageCards;
  /** What the bot is about at present. */
  readonly subject: Application['subject'];
  /** What a card that all can see says to one reader alone. */
  readonly own: Application['own'];
};

/**
 * A message in one of the panes, with what its card says to this reader alone. A deleted one leaves a hidden placeholder, so
 * that pages hear of it.
 */
export function messageMarkup(message: Message, pane: Pane, context: MessageContext): Markup {
  const { card, channel } = message;
  const id = card === null ? null : ownIdOf(card);
  if (id === null) return withOwn(message, pane, context, null);
  const told = context.own(id, { user: userKey(context.view.player), channel });
  return told.then((own) => withOwn(message, pane, context, own));
}

function withOwn(message: Message, pane: Pane, context: MessageContext, own: Own | null): Markup {
  const { view, subject, cards } = context;
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
<div class="content">${asked}${ping}${said}${cards(message, pane, view, own)}${pane === 'channel' ? threadLink(message, context) : ''}</div>
</article>`;
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

/** One of eight colours per player, by number. */
function avatar({ author }: Message): Markup {
  if (author === null) return html`<div class="avatar of-bot" aria-hidden="true"></div>`;
  const colour = (Number(author.user.split(':').at(-1)) - 1) % 8;
  return html`<div class="avatar colour-${colour}" aria-hidden="true">${[...author.name][0] ?? '?'}</div>`;
}
