import { html } from 'hono/html';
import type { Rich, TallyNode } from '../../../core/card.ts';
import type { Markup } from './markup.ts';
import { shapeOf } from './shapes.ts';

/** How many chose what, as bars that begin and end at the same places, with their numbers under each other. */
export function tallyMarkup({ options, right, chosen }: TallyNode, rich: (text: Rich) => Markup): Markup {
  const all = options.reduce((sum, { count }) => sum + count, 0);
  const rows = options.map(({ letter, text, count }, place) => {
    const flags = [
      ...(place === right ? [html`<span class="flag good">✓ Right</span>`] : []),
      ...(place === chosen ? [html`<span class="flag">Your choice</span>`] : []),
    ];
    const bar =
      all === 0
        ? ''
        : html`<span class="share"><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="1"/><rect class="value" width="${Math.round((100 * count) / all)}" height="1"/></svg><span class="count">${count}<span class="hidden-words"> chose it</span></span></span>`;
    return html`<li class="place-${place}${place === right ? ' right' : ''}"><span class="mark">${shapeOf(place)}<span class="letter">${letter}</span></span> <span class="option">${rich(text)} ${flags}</span> ${bar}</li>`;
  });
  return html`<ul class="tally" role="list">${rows}</ul>`;
}
