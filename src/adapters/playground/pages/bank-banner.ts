import { html } from 'hono/html';
import type { BankNews } from '../bank-events.ts';
import type { Markup } from './markup.ts';

/** More are counted, not shown. */
const shown = 5;

/** Tells whoever writes questions what became of the last edit; nothing as long as there was none. */
export function bankBanner(news: BankNews | null): Markup | string {
  if (news === null) return '';
  if (news.kind === 'changed') {
    return html`<div class="banner good"><p>The question bank was read again: ${news.questions} questions.</p></div>`;
  }
  const more = news.complaints.length - shown;
  return html`<div class="banner bad"><p><strong>The question bank has a fault, so the last good one stays in use.</strong></p><ul>${news.complaints
    .slice(0, shown)
    .map(
      ({ file, line, problem, cure }) => html`<li><code>${file}:${line}</code> ${problem} ${cure}</li>`,
    )}</ul>${more > 0 ? html`<p>and ${more} more</p>` : ''}</div>`;
}
