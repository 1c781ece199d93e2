import type { Card } from '../../core/card.ts';
import { muted } from '../../core/card.ts';
import { orderOf } from '../../core/permutation.ts';
import type { Question } from '../../core/question.ts';
import { buttonId } from '../button.ts';
import { itemNodes, letters, rightPlace } from './item.ts';
import { verdictNodes } from './verdict.ts';

/** One item of a question to try alone. `order` is the number of the order in which the options stand. */
export function practiceCard(question: Question, number: number, order: number): Card {
  const item = question.items[number];
  return {
    title: question.title,
    body: [
      ...(item === undefined ? [] : itemNodes(item, orderOf(order))),
      {
        kind: 'actions',
        actions: letters.map((letter, place) => ({
          id: buttonId('try', question.id, number, order, place),
          label: letter,
        })),
      },
      muted('Just for you, and for practice: no points.'),
    ],
  };
}

/** What came of it, why, and how to go on. */
export function practiceVerdictCard(question: Question, number: number, order: number, place: number): Card {
  const item = question.items[number];
  if (item === undefined) return { body: [] };
  const right = place === rightPlace(item, orderOf(order));
  const next = (number + 1) % question.items.length;
  return {
    title: right ? 'Right' : 'Not quite',
    tone: right ? 'good' : 'bad',
    body: [
      ...itemNodes(item, orderOf(order)).slice(0, -1),
      ...verdictNodes(item, orderOf(order), place),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('show', question.id), label: 'Full answer' },
          ...(next === number ? [] : [{ id: buttonId('practise', question.id, next), label: 'Another one' }]),
        ],
      },
    ],
  };
}
