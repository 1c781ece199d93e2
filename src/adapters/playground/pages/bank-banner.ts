import { html } from 'hono/html';
import { counted } from '../../../app/views/numbers.ts';
import type { Markup } from '../cards/markup.ts';
import type { BankComplaint, BankNews } from '../inbound/bank-events.ts';

/** More are counted but not shown. */
const shown = 5;

/** Tells authors the result of the last edit of the bank; nothing if there was none. */
export function bankBanner(news: BankNews | null): Markup | string {
  if (news === null) return '';
  if (news.kind === 'changed') {
    return html`<div class="banner good"><p>The question bank was read again: ${counted(news.questions, 'question')}.</p>${warnings(news.warnings)}</div>`;
  }
  return html`<div class="banner bad"><p><strong>The question bank has a fault, so the last good one stays in use.</strong></p>${list(news.complaints)}</div>`;
}

/** Collapsed: warnings need no immediate action. */
function warnings(complaints: readonly BankComplaint[]): Markup | string {
  if (complaints.length === 0) return '';
  const count = counted(complaints.length, 'warning');
  return html`<details><summary>${count}</summary>${list(complaints)}</details>`;
}

function list(complaints: readonly BankComplaint[]): Markup {
  const more = complaints.length - shown;
  const lines = complaints
    .slice(0, shown)
    .map(({ file, line, problem, cure }) => html`<li><code>${file}:${line}</code> ${problem} ${cure}</li>`);
  return html`<ul>${lines}</ul>${more > 0 ? html`<p>and ${more} more</p>` : ''}`;
}
