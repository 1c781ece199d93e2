import type { Card } from '../../../src/core/card.ts';

/** A card with what it is, as a test calls it. */
export type Named = readonly [name: string, card: Card];
