import type { Card } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import { questionAction } from './answer.ts';

/** After 👍. */
export function voteUpCard(): Card {
  return { tone: 'good', body: [paragraph('Thank you, good to know.')] };
}

/** After 👎: it was noted, and perhaps it was another question. */
export function voteDownCard(others: readonly Question[]): Card {
  const noted = 'Thank you. What you asked is noted (not who asked), so that the answer can be improved.';
  return {
    body: [
      paragraph(
        others.length === 0 ? noted : `${noted} Perhaps you meant ${others.length === 1 ? 'this' : 'one of these'}:`,
      ),
      ...(others.length === 0
        ? []
        : [{ kind: 'actions', actions: others.map((question) => questionAction('show', question)) } as const]),
    ],
  };
}

/** A vote on an answer that has one from this person. */
export function votedBeforeCard(): Card {
  return { body: [paragraph('You have told me already, thank you.')] };
}
