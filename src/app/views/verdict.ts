import type { Card, CardNode } from '../../core/card.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item } from '../../core/question.ts';
import { optionAt, optionLine, rightPlace } from './item.ts';

/** Whether somebody's choice was right, as the title of what they are told. */
export function verdictHeading(right: boolean): Required<Pick<Card, 'title' | 'tone'>> {
  return right ? { title: 'Right', tone: 'good' } : { title: 'Not quite', tone: 'bad' };
}

/**
 * What a person learns from their choice: the misconception behind a wrong option, and the right option with its
 * reason.
 */
export function verdictNodes(item: Item, order: readonly number[], place: number): readonly CardNode[] {
  const chosen = optionAt(item, order, place);
  const right = rightPlace(item, order);
  if (chosen === undefined) return [];
  const own: readonly CardNode[] = [
    { kind: 'text', text: [{ kind: 'text', text: 'You chose ' }, ...optionLine(item, order, place)] },
    { kind: 'text', text: inlineCode(chosen.why) },
  ];
  if (chosen.correct) return own;
  return [
    ...own,
    { kind: 'text', text: [{ kind: 'text', text: 'The right answer is ' }, ...optionLine(item, order, right)] },
    { kind: 'text', text: inlineCode(optionAt(item, order, right)?.why ?? '') },
  ];
}
