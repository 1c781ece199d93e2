import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import type { PracticeRequest, PracticeSession } from '../../core/practice/session.ts';
import { buttonId } from '../dispatch/button.ts';
import { counted } from './numbers.ts';
import { emptyFilterCard } from './problem.ts';

/** For somebody who begins a practice in the middle of another. */
export function openPracticeCard(
  { id, items, answers, request }: PracticeSession,
  wish: PracticeRequest,
  subject: Subject,
): Card {
  return {
    tone: 'notice',
    title: 'You are in the middle of a practice',
    body: [
      paragraph(
        `You have answered ${answers.length} of ${counted(items.length, 'question')}${about(request, subject)}.`,
      ),
      paragraph(`Go on with it, or begin anew with ${counted(wish.count, 'question')}${about(wish, subject)}?`),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('session', id, 'next'), label: 'Go on', style: 'primary' },
          { id: buttonId('session', id, 'anew'), label: 'Begin anew' },
        ],
      },
    ],
  };
}

/** For a button of a practice that has given way to another, or is so old that it was deleted. */
export function practiceGoneCard(): Card {
  return {
    tone: 'notice',
    title: 'That practice is over',
    body: [paragraph('What you answered counts. To go on, or to begin another: ', hint('practice'))],
  };
}

/** For whoever stops where nothing is going on. */
export function noPracticeCard(): Card {
  return {
    tone: 'notice',
    title: 'No practice to stop',
    body: [paragraph('You are not in the middle of one. To begin: ', hint('practice'))],
  };
}

/** For a wish that no question fits. */
export function nothingToPractiseCard(request: PracticeRequest, subject: Subject): Card {
  return emptyFilterCard(wordsOf(request, subject));
}

/** ` (Vision, Losses, hard)`. */
function about(request: PracticeRequest, subject: Subject): string {
  const words = wordsOf(request, subject);
  return words === '' ? '' : ` (${words})`;
}

function wordsOf({ topics, level }: PracticeRequest, subject: Subject): string {
  return [...topics.map((topic) => topicTitle(subject, topic)), ...(level === null ? [] : [level])].join(', ');
}
