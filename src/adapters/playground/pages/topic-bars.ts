import { html } from 'hono/html';
import { grouped, percent } from '../../../app/views/numbers.ts';
import type { Subject } from '../../../core/bank.ts';
import { topicTitle } from '../../../core/bank.ts';
import type { Markup } from '../cards/markup.ts';
import type { BoardPage } from './board-pages.ts';

/** Accuracy by topic, best first; the numbers stand beside the bars. */
export function topicBars(topics: BoardPage['topics'], subject: Subject): Markup {
  const rows = topics
    .filter(({ answered }) => answered > 0)
    .map((row) => ({ ...row, share: Math.round((100 * row.correct) / row.answered) }))
    .toSorted((one, other) => other.share - one.share);
  return html`<ul class="bars">${rows.map(
    ({ topic, share, correct, answered }) =>
      html`<li><span class="bar-name">${topicTitle(subject, topic)}</span><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8" rx="0"/><rect class="value" width="${share}" height="8"/></svg><span class="bar-value">${percent(correct, answered)} <span class="muted">${grouped(correct)} of ${grouped(answered)}</span></span></li>`,
  )}</ul>`;
}
