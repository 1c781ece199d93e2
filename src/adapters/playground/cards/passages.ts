import type { CardNode } from '../../../core/card.ts';

/** Words and what they are about: code or tables that stand behind them. Alone, either may be empty. */
export type Passage = { readonly words: readonly CardNode[]; readonly figures: readonly CardNode[] };

/**
 * A card's nodes as passages, in their order, so that a wide page can set code beside the words that lead to it. Small print
 * between two blocks of code (`Output`) belongs to them; whatever is neither words nor figure (buttons, fields, pictures) is a
 * passage of its own.
 */
export function toPassages(nodes: readonly CardNode[]): readonly Passage[] {
  const passages: { words: CardNode[]; figures: CardNode[] }[] = [];
  let open: { words: CardNode[]; figures: CardNode[] } | null = null;
  for (const [place, node] of nodes.entries()) {
    const kind = kindOf(node, open?.figures.at(-1), nodes[place + 1]);
    if (kind === 'other') {
      passages.push({ words: [node], figures: [] });
      open = null;
      continue;
    }
    if (open === null || (kind === 'words' && open.figures.length > 0)) {
      open = { words: [], figures: [] };
      passages.push(open);
    }
    open[kind].push(node);
  }
  return passages;
}

function kindOf(
  node: CardNode,
  before: CardNode | undefined,
  after: CardNode | undefined,
): 'words' | 'figures' | 'other' {
  switch (node.kind) {
    case 'code':
    case 'table':
      return 'figures';
    case 'text':
      return node.muted === true && before?.kind === 'code' && after?.kind === 'code' ? 'figures' : 'words';
    case 'list':
      return 'words';
    default:
      return 'other';
  }
}
