import type { CardNode, ChoicesNode, Rich } from '../../core/card.ts';
import { lettered } from '../../core/choices.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item, Option } from '../../core/question.ts';

const letters = ['A', 'B', 'C', 'D'] as const;

/** The letter of a place, 0 for A. */
export function letterOf(place: number): string {
  return letters[place] ?? '?';
}

/** Stem and code, without the options. */
export function itemNodes(item: Item): readonly CardNode[] {
  return [
    { kind: 'text', text: boldened(inlineCode(item.stem)) },
    ...(item.code === undefined ? [] : [{ kind: 'code', code: item.code, language: 'python' } as const]),
  ];
}

/** The options in the given order, each to be pressed; `idOf` names the button of a place. */
export function choicesNode(item: Item, order: readonly number[], idOf: (place: number) => string): ChoicesNode {
  return {
    kind: 'choices',
    options: optionsIn(item, order).map((option, place) => ({ ...option, action: idOf(place) })),
  };
}

/** The options in the given order as a list, when there is nothing to press any more. */
export function optionList(item: Item, order: readonly number[]): CardNode {
  return {
    kind: 'list',
    ordered: false,
    items: optionsIn(item, order).map(({ letter, text }) => lettered(letter, text)),
  };
}

/** The options in the given order with their letters. */
export function optionsIn(item: Item, order: readonly number[]): readonly { letter: string; text: Rich }[] {
  return order.map((index, place) => ({
    letter: letterOf(place),
    text: inlineCode(item.options[index]?.text ?? ''),
  }));
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
  return lettered(letterOf(place), inlineCode(optionAt(item, order, place)?.text ?? ''));
}

function boldened(text: Rich): Rich {
  return text.map((span) => (span.kind === 'text' ? { ...span, bold: true } : span));
}
