import type { TallyNode } from '../../core/card.ts';
import type { Item } from '../../core/question.ts';
import { optionsIn, rightPlace } from './item.ts';

/** The options with how many chose each; the right one is marked. `counts` are by place, A first. */
export function tallyNode(item: Item, order: readonly number[], counts: readonly number[]): TallyNode {
  const options = optionsIn(item, order).map((option, place) => ({ ...option, count: counts[place] ?? 0 }));
  return { kind: 'tally', options, right: rightPlace(item, order) };
}
