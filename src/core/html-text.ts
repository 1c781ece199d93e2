import { inlineCode } from './inline-code.ts';

/** One line of text with `code` between back-ticks, as HTML that is XHTML, too; line ends stay line ends. */
export function htmlText(text: string): string {
  return inlineCode(text)
    .map((span) => (span.kind === 'code' ? `<code>${escapeHtml(span.text)}</code>` : escapeHtml(span.text)))
    .join('');
}

/** A block of code as HTML. */
export function htmlCode(code: string): string {
  return `<pre><code>${escapeHtml(code)}</code></pre>`;
}

/** Text that HTML and XML show as it is between two tags; all line ends become one kind. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r\n?/g, '\n');
}
