import type { ContextBlock } from '@slack/types';
import type { Rich, Span } from '../../../core/card.ts';
import { plainText } from '../../../core/card.ts';
import { escapeText } from './slack-text.ts';

/**
 * Small grey text, or null where it would not be safe or would lose its format. Only markup can link in it, and that
 * has no escape for its marks; text that could be taken for a mark is therefore left to rich text.
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
    span.kind === 'person' ||
    (span.kind === 'text' && !(span.bold || span.italic || span.strike))
  );
}

function canLink(span: Span): boolean {
  return span.kind !== 'link' || !/[|\n]/.test(span.text);
}

function markup(span: Span): string {
  return span.kind === 'link' ? `<${escapeText(span.url)}|${escapeText(span.text)}>` : escapeText(span.text);
}

/** Marks of bold, strike, code, italic (an underscore within a word is none), quotation and `:emoji:`. */
function hasMarks(text: string): boolean {
  return /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^\s*>|:[^\s:]+:/mu.test(text);
}
