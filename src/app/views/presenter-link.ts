import type { Card } from '../../core/card.ts';
import { muted } from '../../core/card.ts';

/** A private card to who controls a quiz, with the way to its presenter's view before its buttons; null for none. */
export function withPresenter(card: Card, link: string | null): Card {
  if (link === null) return card;
  const line = muted(
    { kind: 'link', text: 'The presenter’s view', url: link },
    ' shows this quiz on a screen for all in the room. It can only show: whoever has its address controls nothing.',
  );
  const place = card.body.findIndex(({ kind }) => kind === 'actions');
  return { ...card, body: card.body.toSpliced(place < 0 ? card.body.length : place, 0, line) };
}
