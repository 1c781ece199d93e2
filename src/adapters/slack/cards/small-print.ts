import type { ContextBlock } from '@slack/types';
import type { Rich, Span } from '../../../core/card.ts';
import { plainText } from '../../../core/card.ts';
import { namelessId } from './nameless.ts';
import { escapeText } from './slack-text.ts';

/**
 * Small grey text, or null if that would be unsafe or lose formatting. It only allows links as markup, which has no
 * escape for its own marks; text that could be taken for a mark is therefore left to rich text.
 */
export function smallPrint(text: Rich): ContextBlock | null {
  if (text.some((span) => !isSimple(span))) return null;
  if (text.every((span) => span.kind !== 'link')) {
    return { type: 'context', elements: [{ type: 'plain_text', text: plainText(text), emoji: false }] };
  }
  if (hasMarks(plainText(text)) || text.some((span) => hasMarks(span.text) || !canLink(span))) return null;
  return { type: 'context', elements: [{ type: 'mrkdwn', text: text.map(markup).join(''), verbatim: true }] };
}

function isSimple(span: Span): boolean {
  return (
    span.kind === 'link' ||
    (span.kind === 'person' && namelessId(span) === null) ||
    (span.kind === 'text' && !(span.bold || span.italic || span.strike))
  );
}

function canLink(span: Span): boolean {
  return span.kind !== 'link' || !/[|\n]/.test(span.text);
}

function markup(span: Span): string {
  return span.kind === 'link' ? `<${escapeText(span.url)}|${escapeText(span.text)}>` : escapeText(span.text);
}

/** Marks of bold, strike, code, italic (not an underscore within a word), quotation and `:emoji:`. */
function hasMarks(text: string): boolean {
  return /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^\s*>|:[^\s:]+:/mu.test(text);
}
