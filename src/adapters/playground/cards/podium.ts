import { html } from 'hono/html';
import type { PodiumNode } from '../../../core/card.ts';
import type { Markup } from './markup.ts';

/** The steps of a podium, read best first, and set with the best in the middle. */
export function podiumMarkup({ rows, rest }: PodiumNode): Markup {
  const steps = rows.map(
    ({ rank, name, points }) =>
      html`<li class="step-${rank}"><span class="who"><b class="person">${name}</b> <span class="points">${points}</span></span><span class="step"><span class="hidden-words">Place </span>${rank}</span></li>`,
  );
  const more = rest > 0 ? html`<p>and ${rest} more who share a place</p>` : '';
  return html`<ol class="podium" role="list">${steps}</ol>${more}`;
}
