import { html } from 'hono/html';
import type { CommandSpan, Rich, Span, TimeSpan } from '../../../core/card.ts';
import type { Markup } from './markup.ts';

/** Maps a link to its address on the reader's page. */
export type ToAddress = (url: string) => string;

/** Inline text. Links to other hosts open in a new tab and send no referrer. */
export function richText(text: Rich, toAddress: ToAddress): Markup {
  return html`${text.map((span) => inline(span, toAddress))}`;
}

function inline(span: Span, toAddress: ToAddress): Markup {
  switch (span.kind) {
    case 'code':
      return meter(span.text) ?? html`<code>${span.text}</code>`;
    case 'link': {
      const address = toAddress(span.url);
      return /^(\/|mailto:)/.test(address)
        ? html`<a href="${address}">${span.text}</a>`
        : html`<a href="${address}" target="_blank" rel="noopener noreferrer">${span.text}</a>`;
    }
    case 'time':
      return time(span);
    case 'person':
    case 'channel':
    case 'group':
      return html`<b class="person">${span.text}</b>`;
    case 'command':
      return command(span);
    case 'text': {
      const bold = span.bold === true ? html`<strong>${lines(span.text)}</strong>` : lines(span.text);
      const italic = span.italic === true ? html`<em>${bold}</em>` : bold;
      return span.strike === true ? html`<s>${italic}</s>` : italic;
    }
  }
}

/** A hint that can be pressed; our own script sends it, or puts it into the message box for the reader to change. */
function command({ text, handle }: CommandSpan): Markup {
  if (handle === undefined) return html`<code>${text}</code>`;
  return handle === 'send'
    ? html`<button type="button" class="command" data-try="${text}" title="Send it">${text}</button>`
    : html`<button type="button" class="command" data-fill="${text}" title="Put it into the message box">${text}</button>`;
}

/** Draws a bar made of blocks (`███░░ 3`); null for any other code. */
function meter(text: string): Markup | null {
  const [, blocks, words = ''] = /^([█░]{5,})(?: (.*))?$/.exec(text) ?? [];
  if (blocks === undefined) return null;
  const full = [...blocks].filter((block) => block === '█').length;
  return html`<span class="meter"><svg viewBox="0 0 ${blocks.length} 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="${blocks.length}" height="1"/><rect class="value" width="${full}" height="1"/></svg>${words}</span>`;
}

/** Our own script replaces the text with the reader's locale and zone, and counts down. */
function time({ at, style, text }: TimeSpan): Markup {
  return html`<time datetime="${new Date(at).toISOString()}" data-style="${style}" aria-live="off">${text}</time>`;
}

function lines(text: string): Markup {
  return html`${text.split('\n').map((line, number) => (number === 0 ? line : html`<br>${line}`))}`;
}
