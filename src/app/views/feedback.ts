import type { Card } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import type { Question } from '../../core/question.ts';
import { questionAction } from './answer.ts';

/** After 👍, perhaps in place of 👎. */
export function voteUpCard(isChanged: boolean): Card {
  const words = isChanged ? 'Thank you. Your 👍 counts in place of your 👎.' : 'Thank you, good to know.';
  return { tone: 'good', body: [paragraph(words)] };
}

/** After 👎, perhaps in place of 👍: it was recorded, and perhaps another question was meant. */
export function voteDownCard(others: readonly Question[], isChanged: boolean): Card {
  const counts = isChanged ? ' Your 👎 counts in place of your 👍.' : '';
  const noted = `Thank you.${counts} What you asked is noted (not who asked), so that the answer can be improved.`;
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

/** The same vote on the same answer again. */
export function votedBeforeCard(): Card {
  return { body: [paragraph('You have told me so already, thank you. The other thumb changes it.')] };
}
