import type { AskedItem } from '../../core/asked-item.ts';
import type { Card } from '../../core/card.ts';
import { muted } from '../../core/card.ts';
import { orderOf } from '../../core/permutation.ts';
import { buttonId } from '../dispatch/button.ts';
import { flagActions } from './flags.ts';
import { choicesNode, itemNodes, rightPlace } from './item.ts';
import { verdictHeading, verdictNodes } from './verdict.ts';

/** One item of a question to practise alone. `order` is the number of the permutation of its options. */
export function practiceCard({ question, item, hash }: AskedItem & { readonly hash: string }, order: number): Card {
  return {
    title: question.title,
    body: [
      ...itemNodes(item),
      choicesNode(item, orderOf(order), (place) => buttonId('try', hash, order, place)),
      muted('Just for you, and for practice: no points.'),
    ],
  };
}

/**
 * The result, the reason, and how to go on. `next`: what to ask after it, null if there is nothing else; `flag`: the hash
 * by which it can be flagged, null if it cannot.
 */
export function practiceVerdictCard(
  { question, item }: AskedItem,
  order: number,
  place: number,
  next: { readonly question: string; readonly item: string } | null,
  flag: string | null = null,
): Card {
  const right = place === rightPlace(item, orderOf(order));
  return {
    ...verdictHeading(right),
    body: [
      ...itemNodes(item),
      ...verdictNodes(item, orderOf(order), place),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('show', question.id), label: 'Full answer' },
          ...(next === null ? [] : [{ id: buttonId('practise', next.question, next.item), label: 'Another one' }]),
          ...flagActions(flag),
        ],
      },
    ],
  };
}
