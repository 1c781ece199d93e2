import type { CardNode } from './card.ts';

/** What a reader does not get to see of a card: cut short, left out, or set as plain words without its address. */
export type Loss = {
  readonly part: CardNode['kind'] | 'title' | 'link';
  readonly how: 'shortened' | 'dropped' | 'as-text';
};
