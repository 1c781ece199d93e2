import type { Card, Rich } from './card.ts';
import { mapSpans } from './map-spans.ts';

/** The card with every hint of what to type said as `say` says it; hints that are said already stay as they are. */
export function resolveCommands(card: Card, say: (text: string) => Rich): Card {
  return mapSpans(card, (span) => (span.kind === 'command' && span.handle === undefined ? say(span.text) : [span]));
}
