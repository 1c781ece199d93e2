import type { CardNode, Rich } from '../../core/card.ts';
import type { Item } from '../../core/question.ts';
import { bar } from './bar.ts';
import { optionLine, rightPlace } from './item.ts';

/** The options with how many chose each; the right one is marked. `counts` are by place, A first. */
export function tallyList(item: Item, order: readonly number[], counts: readonly number[]): CardNode {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const right = rightPlace(item, order);
  return {
    kind: 'list',
    ordered: false,
    items: order.map((_, place): Rich => {
      const count = counts[place] ?? 0;
      return [
        ...(place === right ? [{ kind: 'text', text: '✅ ' } as const] : []),
        ...optionLine(item, order, place),
        ...(all === 0
          ? []
          : ([
              { kind: 'text', text: '  ' },
              { kind: 'code', text: `${bar(count / all)} ${count}` },
            ] as const)),
      ];
    }),
  };
}
