import type { AskedItem } from '../../core/asked-item.ts';
import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Card, CardNode } from '../../core/card.ts';
import { muted, paragraph } from '../../core/card.ts';
import { daysUntil } from '../../core/memory/memory-card.ts';
import { orderOf } from '../../core/permutation.ts';
import type { PracticeReason, PracticeSession } from '../../core/practice/session.ts';
import { isOver } from '../../core/practice/session.ts';
import { buttonId } from '../dispatch/button.ts';
import { flagActions } from './flags.ts';
import { choicesNode, itemNodes } from './item.ts';
import { counted, inWords } from './numbers.ts';
import { verdictHeading, verdictNodes } from './verdict.ts';

const reasons: Readonly<Record<PracticeReason, string>> = {
  due: 'back again',
  weak: 'a topic you often get wrong',
  new: 'new to you',
  ahead: 'earlier than needed',
  missed: 'missed before',
};

/** The question of a practice that is to be answered now. `insteadOfQuiz`: a quiz was asked for. */
export function practiceQuestionCard(
  session: PracticeSession,
  { question, item }: AskedItem,
  subject: Subject,
  insteadOfQuiz: boolean,
): Card {
  const no = session.answers.length;
  const picked = session.items[no];
  const about = [topicTitle(subject, question.topic), question.level, reasons[picked?.why ?? 'new']];
  return {
    title: `Practice: question ${no + 1} of ${session.items.length}`,
    body: [
      ...(insteadOfQuiz
        ? [
            paragraph(
              'A quiz is played in a channel, against others. This is practice, for you alone and without a clock.',
            ),
          ]
        : []),
      ...(no === 0 && picked?.why !== 'missed' ? [muted(openingLine(session))] : []),
      ...practiceQuestionNodes(session, { item }),
      { kind: 'actions', actions: [stopAction(session)] },
      muted(about.join(' · ')),
    ],
  };
}

/** The question that is to be answered now, with its options. */
export function practiceQuestionNodes(
  session: PracticeSession,
  { item }: Pick<AskedItem, 'item'>,
): readonly CardNode[] {
  const no = session.answers.length;
  const order = orderOf(session.items[no]?.order ?? 0);
  return [...itemNodes(item), choicesNode(item, order, (place) => buttonId('session', session.id, 'pick', no, place))];
}

/** The result of one answer with the reason for the very option chosen, when the question comes back, and how to go on. */
export function sessionVerdictCard(
  session: PracticeSession,
  no: number,
  { question, item }: AskedItem,
  now: number,
  canFlag = false,
): Card {
  const [picked, answer] = [session.items[no], session.answers[no]];
  const order = orderOf(picked?.order ?? 0);
  const { place = 0, correct = false, due = now } = answer ?? {};
  const right = session.answers.slice(0, no + 1).filter((each) => each.correct).length;
  const more = isOver(session) ? 'See how it went' : 'Next';
  return {
    ...verdictHeading(correct),
    body: [
      ...itemNodes(item),
      ...verdictNodes(item, order, place),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('session', session.id, 'next'), label: more, style: 'primary' },
          { id: buttonId('show', question.id), label: 'Full answer' },
          ...(isOver(session) ? [] : [stopAction(session)]),
          ...flagActions(canFlag ? (picked?.asked ?? null) : null),
        ],
      },
      muted(
        `${no + 1} of ${session.items.length}, ${right} right. This comes back ${inDays(daysUntil({ due }, now))}.`,
      ),
    ],
  };
}

/** `tomorrow`, `in 4 days`. */
export function inDays(days: number): string {
  return days === 1 ? 'tomorrow' : `in ${counted(days, 'day')}`;
}

function stopAction({ id }: PracticeSession) {
  return { id: buttonId('session', id, 'stop'), label: 'Stop here' } as const;
}

/** `10 questions: 4 back again, 2 on topics you often get wrong and 4 new to you. …` */
function openingLine({ items, request }: PracticeSession): string {
  const count = (why: PracticeReason) => items.filter((item) => item.why === why).length;
  const parts = [
    ...(count('due') > 0 ? [`${count('due')} back again`] : []),
    ...(count('weak') > 0 ? [`${count('weak')} on topics you often get wrong`] : []),
    ...(count('new') > 0 ? [`${count('new')} new to you`] : []),
    ...(count('ahead') > 0 ? [`${count('ahead')} earlier than needed`] : []),
  ];
  const [only, ...others] = parts;
  const told = others.length > 0 ? `: ${inWords(parts)}` : only === undefined ? '' : `, ${only.replace(/^\d+/, 'all')}`;
  const few = items.length < request.count && request.only === undefined ? 'There are no more than ' : '';
  return `${few}${counted(items.length, 'question')}${told}. Only you see this, and it gives no points.`;
}
