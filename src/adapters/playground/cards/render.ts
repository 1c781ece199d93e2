import { html } from 'hono/html';
import type { ActionsNode, Card, CardNode, Rich } from '../../../core/card.ts';
import { plainText } from '../../../core/card.ts';
import { withoutTiles } from '../../../core/choices.ts';
import { isTrap } from '../../../core/excerpt.ts';
import { fitCard } from '../../../core/fit.ts';
import type { Surface } from '../../../core/surface.ts';
import type { ToAttributes } from './choices.ts';
import { choicesMarkup } from './choices.ts';
import { codeBlock } from './code.ts';
import type { ToAddress } from './inline.ts';
import { richText } from './inline.ts';
import type { Markup } from './markup.ts';
import type { Passage } from './passages.ts';
import { toPassages } from './passages.ts';
import { podiumMarkup } from './podium.ts';
import { tableMarkup } from './table.ts';
import { tallyMarkup } from './tally.ts';

/** What a card needs to know about its surroundings. */
export type CardPlace = {
  readonly surface: Surface;
  readonly toAddress: ToAddress;
  /** Level of its title among the page's headings. */
  readonly heading: 2 | 3;
  /** Address of its picture, by the index of the node. */
  readonly pictureAddress: (place: number) => string;
  /** Renders a row of buttons; null if nothing can be pressed. */
  readonly actions: ((node: ActionsNode) => Markup) | null;
  /** Makes the button of an option press; null if nothing can be chosen. */
  readonly choose: ToAttributes | null;
};

/** A card as HTML, every kind of node as its natural element. */
export function cardMarkup(whole: Card, place: CardPlace): Markup {
  const { card } = fitCard(whole, place.surface);
  const title = card.title === undefined ? '' : heading(card.title, place.heading);
  return html`<div class="card tone-${card.tone ?? 'neutral'}">${title}${toPassages(card.body).map((passage) => passageMarkup(passage, (node) => nodeMarkup(node, whole, place)))}</div>`;
}

/** Words with what stands behind them are one passage, which a wide page shows side by side. */
function passageMarkup({ words, figures }: Passage, toMarkup: (node: CardNode) => Markup | string): Markup {
  const [before, after] = [words.map(toMarkup), figures.map(toMarkup)];
  if (words.length === 0 || figures.length === 0) return html`${before}${after}`;
  return html`<div class="passage"><div class="words">${before}</div><div class="figures">${after}</div></div>`;
}

function heading(title: string, level: 2 | 3): Markup {
  return level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
}

function nodeMarkup(node: CardNode, whole: Card, place: CardPlace): Markup | string {
  const rich = (text: Parameters<typeof richText>[0]) => richText(text, place.toAddress);
  switch (node.kind) {
    case 'text':
      if (node.muted === true) return html`<p class="muted">${rich(node.text)}</p>`;
      return isTrap(node) ? html`<p class="trap">${rich(node.text)}</p>` : html`<p>${rich(node.text)}</p>`;
    case 'list': {
      const items = node.items.map((item) => html`<li>${rich(item)}</li>`);
      if (node.ordered) return html`<ol start="${node.start ?? 1}">${items}</ol>`;
      return node.items.every(hasOwnMark)
        ? html`<ul class="marked" role="list">${items}</ul>`
        : html`<ul>${items}</ul>`;
    }
    case 'code':
      return codeBlock(node.code, node.language);
    case 'fields':
      return html`<dl>${node.fields.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${rich(value)}</dd></div>`)}</dl>`;
    case 'table':
      return tableMarkup(node, rich);
    case 'image':
      return image(node.url, node.alt);
    case 'picture': {
      const number = whole.body.findIndex(({ kind }) => kind === 'picture');
      return html`<img class="picture" src="${place.pictureAddress(number)}" alt="${node.alt}" width="1200" height="630">`;
    }
    case 'divider':
      return html`<hr>`;
    case 'actions':
      return place.actions === null ? '' : place.actions(node);
    case 'choices':
      if (place.choose !== null) return choicesMarkup(node, rich, place.choose);
      return html`${withoutTiles(node).map((plain) => nodeMarkup(plain, whole, { ...place, actions: null }))}`;
    case 'tally':
      return tallyMarkup(node, rich);
    case 'podium':
      return podiumMarkup(node);
    case 'own':
      return node.told === undefined || node.told.text.length === 0
        ? ''
        : html`<p class="told tone-${node.told.tone}">${rich(node.told.text)}</p>`;
  }
}

/** An item that starts with a letter, a number or a picture of its own needs no bullet. */
function hasOwnMark(item: Rich): boolean {
  return /^(?:[A-D] {2}|\d+\. |\p{Extended_Pictographic})/u.test(plainText(item));
}

/** A page makes no requests to other hosts, so an image of another host becomes a link. */
function image(url: string, alt: string): Markup {
  return html`<p class="image">Image: <a href="${url}" target="_blank" rel="noopener noreferrer">${alt}</a></p>`;
}
