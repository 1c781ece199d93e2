import type { Card, CardNode, Own } from './card.ts';

/** What a card has to be asked for before a reader sees it; null where it has nothing for each of them. */
export function ownIdOf(card: Card): string | null {
  return card.body.find((node) => node.kind === 'own')?.id ?? null;
}

/** The card as one reader sees it: with what is said to them, and their choice marked. Null: nothing concerns them. */
export function withOwn(card: Card, own: Own | null): Card {
  if (own === null) return card;
  const { chosen } = own;
  const body = card.body.map((node): CardNode => {
    if (node.kind === 'own') return { ...node, told: own };
    const asks = node.kind === 'choices' || node.kind === 'tally';
    return asks && chosen !== undefined ? { ...node, chosen } : node;
  });
  return { ...card, body };
}
