import { html, raw } from 'hono/html';
import { setBounded } from '../../../core/bounded-map.ts';
import type { ActionsNode, Card, Own } from '../../../core/card.ts';
import { withOwn } from '../../../core/own.ts';
import type { Surface } from '../../../core/surface.ts';
import { richText } from '../cards/inline.ts';
import type { Markup } from '../cards/markup.ts';
import { cardMarkup } from '../cards/render.ts';
import { newToken } from '../inbound/players.ts';
import type { Message } from '../outbound/message.ts';
import type { View } from './view.ts';
import { toAddress } from './view.ts';

/** The two message lists of a page: the channel's, and the open thread's. */
export type Pane = 'channel' | 'thread';

/** The card of a message as one reader sees it, with what it says to them alone; nothing for a message without one. */
export type MessageCards = (message: Message, pane: Pane, view: View, own: Own | null) => Markup | string;

/** Messages whose cards are kept; those that were rendered first are given up first. */
const mostKept = 100;

/** Id of a message's element; the root of a thread appears in both panes. */
export function elementId(pane: Pane, { id }: Message): string {
  return pane === 'channel' ? `m${id}` : `t${id}`;
}

/**
 * Renders the cards of messages. Nearly all of a card is the same for all of its readers, and a crowd gets it at once: so each
 * is rendered once, for a reader who stands for all of them, and then made everybody's own by putting in what is theirs.
 */
export function createMessageCards(surface: Surface): MessageCards {
  /** By message, which is another value after each change, and by what else it depends on. */
  const kept = new Map<Message, Map<string, Promise<string>>>();
  // Drawn by chance and told to nobody, so that no text can hold them.
  const standIn = { token: newToken(), told: newToken() };

  function shared(message: Message, card: Card, pane: Pane, view: View, own: Own | null): Promise<string> {
    const { chosen, taken, tone, text = [] } = own ?? {};
    const told: Own['text'] = text.length === 0 ? [] : [{ kind: 'text', text: standIn.told }];
    const variant = JSON.stringify([pane, view.channel.slug, own !== null, chosen, taken, tone, told.length]);
    const known = kept.get(message)?.get(variant);
    if (known !== undefined) return known;
    const reader = { ...view, player: { ...view.player, token: standIn.token } };
    const seen = { ...message, card: withOwn(card, own === null ? null : { ...own, text: told }) };
    const rendered = Promise.resolve(render(seen, seen.card, pane, reader, surface)).then(String);
    const variants = kept.get(message) ?? new Map<string, Promise<string>>();
    setBounded(kept, message, variants.set(variant, rendered), mostKept);
    return rendered;
  }

  return (message, pane, view, own) => {
    const { card } = message;
    if (card === null) return '';
    const told = richText(own?.text ?? [], (url) => toAddress(url, view));
    return Promise.all([shared(message, card, pane, view, own), told]).then(([markup, words]) =>
      raw(markup.replaceAll(standIn.token, view.player.token).replaceAll(standIn.told, () => String(words))),
    );
  };
}

function render(message: Message, card: Card, pane: Pane, view: View, surface: Surface): Markup {
  const id = elementId(pane, message);
  return cardMarkup(card, {
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
    ({ id, label, style, quiet }) =>
      html`<button type="button" class="${quiet === true ? 'quiet' : (style ?? '')}" ${pressing(id, message, element, view)}>${label}</button>`,
  )}</div>`;
}
