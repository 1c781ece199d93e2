import type { Action, Card, CardNode, Own } from './card.ts';

/** What a card has to be asked for before a reader sees it; null where it has nothing for each of them. */
export function ownIdOf(card: Card): string | null {
  return card.body.find((node) => node.kind === 'own')?.id ?? null;
}

/** The card as one reader sees it: with what is said to them, their choice marked, and what they did set back. Null: nothing concerns them. */
export function withOwn(card: Card, own: Own | null): Card {
  if (own === null) return card;
  const { chosen, taken } = own;
  const body = card.body.map((node): CardNode => {
    if (node.kind === 'own') return { ...node, told: own };
    if (node.kind === 'actions' && taken !== undefined) {
      return { ...node, actions: node.actions.map((action) => (action.id === taken ? withoutStyle(action) : action)) };
    }
    const asks = node.kind === 'choices' || node.kind === 'tally';
    return asks && chosen !== undefined ? { ...node, chosen } : node;
  });
  return { ...card, body };
}

function withoutStyle({ style: _, ...plain }: Action): Action {
  return plain;
}
