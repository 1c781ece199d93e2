import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import type { Interview, InterviewRequest } from '../../core/interview/interview.ts';
import { answeredIn } from '../../core/interview/interview.ts';
import { buttonId } from '../dispatch/button.ts';
import { counted } from './numbers.ts';
import { emptyFilterCard } from './problem.ts';

/** For somebody who begins an interview in the middle of another. */
export function openInterviewCard(interview: Interview, wish: InterviewRequest, subject: Subject): Card {
  const answered = counted(answeredIn(interview).length, 'question');
  return {
    tone: 'notice',
    title: 'You are in the middle of an interview',
    body: [
      paragraph(`You have answered ${answered}${about(interview.request, subject)}.`),
      paragraph(`Go on with it, or begin anew with ${counted(wish.minutes, 'minute')}${about(wish, subject)}?`),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('interview', interview.id, 'go'), label: 'Go on', style: 'primary' },
          { id: buttonId('interview', interview.id, 'anew'), label: 'Begin anew' },
        ],
      },
    ],
  };
}

/** For a button of an interview that has given way to another, or is so old that it was deleted. */
export function interviewGoneCard(): Card {
  return {
    tone: 'notice',
    title: 'That interview is over',
    body: [paragraph('What you ticked counts. To go on, or to begin another: ', hint('interview'))],
  };
}

/** For whoever ends what is not going on. */
export function noInterviewCard(): Card {
  return {
    tone: 'notice',
    title: 'No interview to end',
    body: [paragraph('You are not in the middle of one. To begin: ', hint('interview'))],
  };
}

/** For a wish that no question with a checklist fits. */
export function nothingToAskCard(request: InterviewRequest, subject: Subject): Card {
  const words = wordsOf(request, subject);
  if (words !== '') return emptyFilterCard(words);
  return {
    tone: 'notice',
    title: 'No interview yet',
    body: [
      paragraph(
        'An interview needs questions with a checklist, and this bank has none. Practice works: ',
        hint('practice'),
      ),
    ],
  };
}

/** For a text of blanks alone. */
export function nothingSaidCard(): Card {
  return {
    tone: 'notice',
    title: 'That was empty',
    body: [paragraph('Press Answer again and write a sentence or two, or have the answer shown without one.')],
  };
}

/** ` (Vision, Losses, hard)`. */
function about(request: InterviewRequest, subject: Subject): string {
  const words = wordsOf(request, subject);
  return words === '' ? '' : ` (${words})`;
}

function wordsOf({ topics, level }: InterviewRequest, subject: Subject): string {
  return [...topics.map((topic) => topicTitle(subject, topic)), ...(level === null ? [] : [level])].join(', ');
}
