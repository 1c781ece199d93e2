import type { Card, CardNode } from '../../../core/card.ts';
import { plainText } from '../../../core/card.ts';
import { longestPrefix } from '../../../core/cut.ts';
import { tableAsText } from '../../../core/table-text.ts';
import { codePoints, escapeText } from './slack-text.ts';

/**
 * Slack advises at most 4,000 and refuses edits above it (`msg_too_long`);
 * https://docs.slack.dev/reference/methods/chat.update
 */
const longest = 3000;

/**
 * The card as words only, escaped and never empty: what notifications show and screen readers read instead of the
 * blocks, at most 3000 code points.
 */
export function fallbackText(card: Card): string {
  const words = [card.title ?? '', ...card.body.map(nodeText)]
    .filter((part) => part !== '')
    .join('\n')
    .trim();
  const escaped = escapeText(words);
  if (codePoints(escaped) <= longest) return escaped === '' ? '…' : escaped;
  return `${escapeText(longestPrefix(words, (prefix) => codePoints(escapeText(prefix)) < longest).trimEnd())}…`;
}

function nodeText(node: CardNode): string {
  switch (node.kind) {
    case 'text':
      return plainText(node.text);
    case 'list':
      return node.items
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '•'} ${plainText(item)}`)
        .join('\n');
    case 'code':
      return node.code;
    case 'fields':
      return node.fields.map(({ name, value }) => `${name}: ${plainText(value)}`).join('\n');
    case 'table':
      return tableAsText(node).code;
    case 'image':
      return node.alt;
    default:
      return '';
  }
}
