import type { CardNode } from '../../../core/card.ts';
import { tableAsText } from '../../../core/table-text.ts';
import { fence } from './code.ts';
import { escapeText } from './escape.ts';
import { inline } from './inline.ts';

/** Separates two nodes. */
export const gap = '\n\n';

/** Discord's Markdown has no horizontal rule; this one is short enough for a phone. */
const rule = '─'.repeat(16);

/**
 * One node as part of an embed's description; empty for buttons. The embed shows a picture below the text; here it
 * leaves its alternative text, as small print.
 */
export function nodeAsMarkdown(node: CardNode): string {
  switch (node.kind) {
    case 'text':
      return node.muted === true ? smallPrint(inline(node.text)) : inline(node.text);
    case 'list':
      return node.items
        .map((item, index) => listItem(inline(item), node.ordered ? `${(node.start ?? 1) + index}.` : '-'))
        .join('\n');
    case 'code':
      return fence(node.code, node.language);
    case 'fields':
      return node.fields
        .map(({ name, value }) => `**${escapeText(`${name.replaceAll('\n', ' ')}:`)}** ${inline(value)}`)
        .join('\n');
    case 'table':
      return fence(tableAsText(node).code);
    case 'image':
      return smallPrint(escapeText(node.alt));
    case 'picture':
      return '';
    case 'divider':
      return rule;
    case 'actions':
    case 'choices':
    case 'tally':
    case 'own':
    case 'podium':
      return '';
  }
}

/** `-# ` makes one line small. */
function smallPrint(text: string): string {
  return text.replace(/^(?=[^\n])/gm, '-# ');
}

function listItem(text: string, sign: string): string {
  return `${sign} ${text.trim().replaceAll('\n', '\n  ')}`;
}
