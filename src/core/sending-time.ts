import type { Card } from './card.ts';
import { mapSpans } from './map-spans.ts';

/**
 * The card with every time as an instant of the platform's clock, by which people read it. `now`: that clock's time at the
 * sending, UTC ms; `ahead`: how many ms it is ahead of the bot's steady clock.
 */
export function resolveTimes(card: Card, now: number, ahead = 0): Card {
  return mapSpans(card, (span) => {
    if (span.kind !== 'time' || span.from === undefined) return [span];
    const { from, ...rest } = span;
    return [{ ...rest, at: span.at + (from === 'sending' ? now : ahead) }];
  });
}
