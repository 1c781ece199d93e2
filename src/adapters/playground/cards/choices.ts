import { html } from 'hono/html';
import type { ChoicesNode, Rich } from '../../../core/card.ts';
import type { Markup } from './markup.ts';
import { shapeOf } from './shapes.ts';

/** The attributes of the button of an option: its id, and what it does as long as it can be chosen. */
export type ToAttributes = (action: string, canChoose: boolean) => Markup;

/**
 * A question's options, each a button as large as its words: note and countdown above, then the tiles in their order. What
 * the reader has chosen stays marked, and then nothing else can be.
 */
export function choicesMarkup(node: ChoicesNode, rich: (text: Rich) => Markup, attributes: ToAttributes): Markup {
  const { options, chosen, note } = node;
  const open = chosen === undefined;
  const tiles = options.map(({ letter, text, action }, place) => {
    const state = open ? '' : html` aria-disabled="true" aria-pressed="${place === chosen ? 'true' : 'false'}"`;
    const own = place === chosen ? html` <span class="own">Your choice</span>` : '';
    return html`<button class="tile place-${place}" aria-keyshortcuts="${place + 1} ${letter}" ${attributes(action, open)}${state}><span class="mark">${shapeOf(place)}<span class="letter">${letter}</span></span> <span class="option">${rich(text)}${own}</span></button>`;
  });
  return html`<div class="choices">${note === undefined ? '' : html`<p class="note">${rich(note)}</p>`}${countdown(node)}<div class="tiles${open ? ' open' : ''}" role="group" aria-label="Answers" tabindex="-1">${tiles}</div></div>`;
}

/** A bar for the time that the note tells; our own script lets it run down by the server's clock. */
function countdown({ note = [], limit }: ChoicesNode): Markup | string {
  const end = note.find((span) => span.kind === 'time');
  if (limit === undefined || end?.kind !== 'time') return '';
  return html`<div class="countdown" data-until="${end.at}" data-limit="${limit}" aria-hidden="true"><div></div></div>`;
}
