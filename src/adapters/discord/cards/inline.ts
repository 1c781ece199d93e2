import type { Rich, Span } from '../../../core/card.ts';
import { inlineCode, zeroWidthSpace } from './code.ts';
import { escapeText } from './escape.ts';

/** Rich text as Discord's Markdown, fully escaped. */
export function inline(text: Rich): string {
  return mergeAlike(text).reduce((before, span) => join(before, inlineSpan(span)), '');
}

/** Joins Markdown without creating new marks: `**a**` and `*b*` would be read as one run of asterisks. */
function join(before: string, after: string): string {
  const last = before.at(-1);
  const clash = last !== undefined && '*~`'.includes(last) && last === after[0];
  return before + (clash ? zeroWidthSpace : '') + after;
}

/** https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const timeStyles = { relative: 'R', time: 'T', 'date-time': 'f' } as const;

function inlineSpan(span: Span): string {
  switch (span.kind) {
    case 'code':
      return inlineCode(span.text);
    case 'link':
      return `[${escapeText(linkWords(span.text))}](${encodeAddress(span.url)})`;
    case 'time':
      return `<t:${Math.floor(span.at / 1000)}:${timeStyles[span.style]}>`;
    case 'person':
      return `<@${span.user.split(':').at(-1)}>`;
    case 'channel':
      return mention('#', span.channel) ?? escapeText(span.text);
    case 'group':
      return mention('@&', span.group) ?? escapeText(span.text);
    case 'command':
      return span.handle === undefined ? inlineCode(`/${span.text}`) : `</${span.text}:${span.handle}>`;
    case 'text': {
      const struck = span.strike === true ? '~~' : '';
      const stars = `${span.bold === true ? '**' : ''}${span.italic === true ? '*' : ''}`;
      return mark(mark(escapeText(span.text), struck), stars);
    }
  }
}

/**
 * A name that Discord writes itself, which calls nobody within an embed; null if there is no id in it
 * (https://discord.com/developers/docs/reference#message-formatting).
 */
function mention(sign: '#' | '@&', key: string): string | null {
  const id = /(?:^|:|&)(\d{5,20})>?$/.exec(key)?.[1];
  return id === undefined ? null : `<${sign}${id}>`;
}

/** Puts the marks next to letters and not to spaces, where Discord would show them. */
function mark(text: string, sign: string): string {
  const words = text.trim();
  if (sign === '' || words === '') return text;
  const start = text.indexOf(words);
  return text.slice(0, start) + join(join(sign, words), sign) + text.slice(start + words.length);
}

/** Pairs of square brackets without nesting. */
const simpleBrackets = /^[^[\]]*(?:\[[^[\]]*\][^[\]]*)*$/;

/** In a link's label a backslash does not escape a bracket: only simple pairs keep the link intact. */
function linkWords(label: string): string {
  const line = label.replaceAll('\n', ' ');
  return simpleBrackets.test(line) ? line : line.replaceAll('[', '(').replaceAll(']', ')');
}

/** Parentheses would end a link's address; percent-encoded they mean the same. */
function encodeAddress(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
}

/** Merges adjacent texts with the same marks: `**a****b**` would not be read as two. */
function mergeAlike(text: Rich): Rich {
  const merged: Span[] = [];
  for (const span of text) {
    const last = merged.at(-1);
    if (last?.kind === 'text' && span.kind === 'text' && marksOf(last) === marksOf(span)) {
      merged[merged.length - 1] = { ...last, text: last.text + span.text };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

function marksOf({ bold, italic, strike }: Span & { kind: 'text' }): string {
  return `${bold ?? false} ${italic ?? false} ${strike ?? false}`;
}
