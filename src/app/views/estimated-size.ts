import type { CardNode, Rich } from '../../core/card.ts';
import { plainText } from '../../core/card.ts';

/** What stands around a node, an item or a line on whatever platform: marks, numbers, line breaks. */
const around = 12;

/** Marks that a platform may escape with a second character. */
const mark = /[\\*_~`|<>#&[\]()@:-]/g;

/** About as many characters as nodes of text, lists and code take on the strictest platform, or more; others count nothing. */
export function estimateSize(nodes: readonly CardNode[]): number {
  return nodes.reduce((sum, node) => sum + sizeOf(node), 0);
}

function sizeOf(node: CardNode): number {
  switch (node.kind) {
    case 'text':
      return richSize(node.text);
    case 'list':
      return node.items.reduce((sum, item) => sum + richSize(item), 0);
    case 'code':
      return node.code.length + 2 * around;
    default:
      return 0;
  }
}

function richSize(text: Rich): number {
  const words = plainText(text);
  return words.length + (words.match(mark)?.length ?? 0) + around;
}
