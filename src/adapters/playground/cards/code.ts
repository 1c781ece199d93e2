import core from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import python from 'highlight.js/lib/languages/python';
import { html, raw } from 'hono/html';
import type { Markup } from './markup.ts';

/** The languages of the bank; anything else is shown as is. The core alone: all languages are 190 files at every start. */
const highlighter = core.newInstance();
highlighter.registerLanguage('python', python);
highlighter.registerLanguage('bash', bash);

/** So many characters of a first line leave room for a button beside them on a screen 320 pixels wide. */
const beside = 20;

/** A block of code, highlighted with classes only. Code in a language can be copied; what it prints is for the eye. */
export function codeBlock(code: string, language: string | undefined): Markup {
  const block = shownCode(code, language);
  return language === undefined
    ? block
    : html`<div class="snippet${firstLine(code).length > beside ? '' : ' beside'}">${block}<button type="button" class="copy" aria-live="polite"><span class="word">Copy</span><span class="hidden-words"> the code</span></button></div>`;
}

/** The same where there is nothing to press. */
export function shownCode(code: string, language: string | undefined): Markup {
  const known = language !== undefined && highlighter.getLanguage(language) !== undefined;
  // The highlighter escapes the code itself.
  const content = known ? raw(highlighter.highlight(code, { language, ignoreIllegals: true }).value) : code;
  return html`<pre tabindex="0" role="group" aria-label="Code"><code>${content}</code></pre>`;
}

function firstLine(code: string): string {
  return code.split('\n', 1)[0] ?? '';
}
