import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { muted, rich } from '../../core/card.ts';
import { longestPrefix } from '../../core/cut.ts';
import { excerptOf } from '../../core/excerpt.ts';
import type { Interview, InterviewQuestion } from '../../core/interview/interview.ts';
import { endsAt, isTimeUp } from '../../core/interview/interview.ts';
import type { Question } from '../../core/question.ts';
import { buttonId } from '../dispatch/button.ts';
import { textField } from '../dispatch/feature.ts';
import type { SaidText } from '../interview/said.ts';
import type { FormAsked } from '../ports.ts';
import { bodyOf, checklistNodes } from './checklist.ts';
import { askAction, askNote, postedNote } from './interview-peers.ts';
import { counted } from './numbers.ts';

/** Most characters of an answer in one's own words; every platform takes as many. */
const longestSaid = 3000;

/** As much of it as is shown beside the answer of the bank, so that both fit into one message. */
const saidShown = 500;

/** The question that is to be answered now. */
export function interviewQuestionCard(interview: Interview, subject: Subject, now: number): Card {
  const no = interview.questions.length - 1;
  const question = interview.questions[no];
  if (question === undefined) return { body: [] };
  return {
    title: `Interview: question ${no + 1}`,
    body: [
      ...(no === 0 ? [muted(openingLine(interview))] : []),
      { kind: 'text', text: [{ kind: 'text', text: question.title, bold: true }] },
      {
        kind: 'actions',
        actions: [
          {
            id: buttonId('interview', interview.id, 'answer', no, question.question),
            label: 'Answer',
            style: 'primary',
          },
          { id: buttonId('interview', interview.id, 'reveal', no), label: 'Show the answer' },
          endAction(interview),
        ],
      },
      aboutLine(question, subject, timeLeft(interview, now)),
    ],
  };
}

/** What is asked for once somebody wants to answer. The title of a question has at most 100 characters. */
export function answerAsked(id: string, no: string, title: string): FormAsked {
  return {
    id: buttonId('interview', id, 'said', no),
    title: 'Your answer',
    about: title,
    send: 'Compare',
    fields: textField('In your own words, as you would say it', longestSaid),
  };
}

/** The answer of the bank, what somebody said beside it as far as that is known, and the checklist to tick. */
export function checklistCard(
  interview: Interview,
  {
    said,
    answer,
    asks,
    now,
  }: {
    readonly said: SaidText | null;
    readonly answer: Question | undefined;
    /** It can be posted for peers, as long as it is known. */
    readonly asks: boolean;
    readonly now: number;
  },
): Card {
  const no = interview.questions.length - 1;
  const question = interview.questions[no];
  if (question === undefined) return { body: [] };
  const { points, ticked, title, posted } = question;
  const canAsk = asks && said !== null && posted !== true;
  return {
    title,
    body: [
      ...(said === null ? [] : [saidNode(interview, no, said)]),
      ...(answer === undefined
        ? [muted('This question has left the bank; its checklist is still here.')]
        : bodyOf(answer)),
      ...checklistNodes('Which of these did you say?', question, (place, isTicked) =>
        buttonId('interview', interview.id, 'tick', no, place, isTicked),
      ),
      {
        kind: 'actions',
        actions: [
          {
            id: buttonId('interview', interview.id, 'next', no),
            label: isTimeUp(interview, now) ? 'See how it went' : 'Next question',
            style: 'primary',
          },
          ...(answer === undefined || excerptOf(answer.body) === null
            ? []
            : [{ id: buttonId('show', answer.id), label: 'Full answer' }]),
          ...(canAsk ? [askAction(interview.id, no)] : []),
          ...(isTimeUp(interview, now) ? [] : [endAction(interview)]),
        ],
      },
      ...(canAsk ? [askNote()] : posted === true ? [postedNote()] : []),
      {
        kind: 'text',
        muted: true,
        text: [...rich(`${ticked.length} of ${counted(points.length, 'point')} · `), ...timeLeft(interview, now)],
      },
    ],
  };
}

/** What somebody said, or where it is to be shown to them alone. */
function saidNode({ id }: Interview, no: number, { text, stored }: SaidText): CardNode {
  return stored ? { kind: 'own', id: buttonId('interview', id, 'said', no) } : { kind: 'text', text: saidLine(text) };
}

/** What somebody said, shortened to what is shown beside the answer. */
export function saidLine(text: string): Rich {
  return [{ kind: 'text', text: 'You said: ', bold: true }, ...rich(shortened(text))];
}

function shortened(said: string): string {
  const short = longestPrefix(said, (prefix) => prefix.length <= saidShown);
  return short === said ? said : `${short} …`;
}

function endAction({ id }: Interview): Action {
  return { id: buttonId('interview', id, 'end'), label: 'End' };
}

function openingLine({ request }: Interview): string {
  return (
    `${counted(request.minutes, 'minute')} of open questions. Answer each in your own words, then tick on a checklist what you had said. ` +
    'Only you see this, and what you write is not kept.'
  );
}

function aboutLine({ topic, level, followUp }: InterviewQuestion, subject: Subject, left: Rich): CardNode {
  const about = [topicTitle(subject, topic), level, ...(followUp ? ['a follow-up'] : [])].join(' · ');
  return { kind: 'text', muted: true, text: [...rich(`${about} · `), ...left] };
}

/** `The time ends in 12 minutes.` */
function timeLeft(interview: Interview, now: number): Rich {
  if (isTimeUp(interview, now)) return rich('the time is up');
  const at = endsAt(interview);
  const minutes = Math.ceil((at - now) / 60_000);
  return [...rich('time ends '), { kind: 'time', style: 'relative', at, text: `in ${counted(minutes, 'minute')}` }];
}
