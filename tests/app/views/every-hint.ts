import { noServerCard, unknownCard } from '../../../src/adapters/discord/reply/notices.ts';
import type { Card, CardNode, Rich, Span } from '../../../src/core/card.ts';
import { everyCard } from './every-card.ts';

/** Every piece of text of a card. */
export function spansOf({ body }: Card): readonly Span[] {
  return body.flatMap(textsOf).flat();
}

function textsOf(node: CardNode): readonly Rich[] {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'list':
      return node.items;
    case 'fields':
      return node.fields.map(({ value }) => value);
    case 'table':
      return [node.headers, ...node.rows].flat();
    default:
      return [];
  }
}

/** Everything that any card of ours tells people to type, each once, as it stands behind the look-up command. */
export function everyHint(): readonly string[] {
  const cards = [...everyCard().map(([, card]) => card), noServerCard, unknownCard];
  const hints = cards.flatMap(spansOf).flatMap((span) => (span.kind === 'command' ? [span.text] : []));
  // A view is tried with words that nobody types, to see what becomes of the longest.
  return [...new Set(hints)].filter((text) => !text.includes('***'));
}
