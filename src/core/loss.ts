import type { CardNode } from './card.ts';

/** What a reader cannot see of a card: cut short, left out, or shown as plain words without its address. */
export type Loss = {
  readonly part: CardNode['kind'] | 'title' | 'link';
  readonly how: 'shortened' | 'dropped' | 'as-text';
};
