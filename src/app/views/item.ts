import type { CardNode, Rich } from '../../core/card.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item, Option } from '../../core/question.ts';

export const letters = ['A', 'B', 'C', 'D'] as const;

/** The letter of a place, 0 for A. */
export function letterOf(place: number): string {
  return letters[place] ?? '?';
}

/** Stem, code and the four options with their letters, in the given order. */
export function itemNodes(item: Item, order: readonly number[]): readonly CardNode[] {
  return [
    { kind: 'text', text: boldened(inlineCode(item.stem)) },
    ...(item.code === undefined ? [] : [{ kind: 'code', code: item.code, language: 'python' } as const]),
    {
      kind: 'list',
      ordered: false,
      items: order.map(
        (index, place): Rich => [
          { kind: 'text', text: `${letterOf(place)}  `, bold: true },
          ...inlineCode(item.options[index]?.text ?? ''),
        ],
      ),
    },
  ];
}

/** The option that stands at a place. */
export function optionAt(item: Item, order: readonly number[], place: number): Option | undefined {
  return item.options[order[place] ?? -1];
}

/** The place of the right option, 0 for A. */
export function rightPlace(item: Item, order: readonly number[]): number {
  return order.findIndex((index) => item.options[index]?.correct === true);
}

/** `B  stride of two` as rich text. */
export function optionLine(item: Item, order: readonly number[], place: number): Rich {
  return [
    { kind: 'text', text: `${letterOf(place)}  `, bold: true },
    ...inlineCode(optionAt(item, order, place)?.text ?? ''),
  ];
}

function boldened(text: Rich): Rich {
  return text.map((span) => (span.kind === 'text' ? { ...span, bold: true } : span));
}
