import type { CardNode, Rich } from '../../core/card.ts';
import { plainText } from '../../core/card.ts';

/** Overhead of a node, an item or a line on any platform: marks, numbers, line breaks. */
const around = 12;

/** Characters that a platform may escape with a second one. */
const mark = /[\\*_~`|<>#&[\]()@:-]/g;

/**
 * An upper estimate of the characters that text, lists and code take on the strictest platform; other nodes count as
 * zero.
 */
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
