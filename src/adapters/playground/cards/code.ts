import bash from 'highlight.js/lib/languages/bash';
import python from 'highlight.js/lib/languages/python';
import { html } from 'hono/html';
import { createLowlight } from 'lowlight';
import type { Markup } from './markup.ts';

/** The languages of the bank; anything else is shown as is. */
const lowlight = createLowlight({ python, bash });

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/** A block of code, highlighted with classes only. */
export function codeBlock(code: string, language: string | undefined): Markup {
  const known = language !== undefined && lowlight.registered(language);
  const content = known ? lowlight.highlight(language, code).children.map(toMarkup) : code;
  return html`<pre tabindex="0" role="group" aria-label="Code"><code>${content}</code></pre>`;
}

function toMarkup(node: Node): Markup | string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const { className } = node.properties;
  const names = Array.isArray(className) ? className.join(' ') : '';
  return html`<span class="${names}">${node.children.map(toMarkup)}</span>`;
}
