import type { Card } from '../../core/card.ts';
import { muted, paragraph } from '../../core/card.ts';

/** Fewer than a person can have missed, so that an answer stays one message. */
const shown = 3;

/** An answer with what its reader could not be told by direct message, oldest first, below it. */
export function withUntold(card: Card, untold: readonly Card[]): Card {
  if (untold.length === 0) return card;
  return {
    ...card,
    body: [
      ...card.body,
      { kind: 'divider' },
      muted('You take no direct messages from me, so I say here what happened:'),
      ...untold
        .slice(-shown)
        .flatMap(({ title, body }) => [
          ...(title === undefined ? [] : [paragraph({ kind: 'text', text: title, bold: true })]),
          ...body,
        ]),
    ],
  };
}
