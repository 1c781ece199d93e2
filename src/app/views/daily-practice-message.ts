import type { AskedItem } from '../../core/asked-item.ts';
import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Action, Card, CardNode } from '../../core/card.ts';
import { muted, paragraph } from '../../core/card.ts';
import type { AskedDay, MissedDay } from '../../core/practice/daily-practice.ts';
import type { PracticeSession } from '../../core/practice/session.ts';
import { buttonId } from '../dispatch/button.ts';
import { dayOf } from './dates.ts';
import { counted, inWords } from './numbers.ts';
import { practiceQuestionNodes } from './practice-session.ts';

/** Days that are named; beyond these only the first and the last. */
const daysNamed = 3;

/** What a message says besides its question; `canPutOff`: there is time left on its day. */
type About = {
  readonly asked: Pick<AskedDay, 'date' | 'round'>;
  readonly canPutOff: boolean;
  readonly missed: readonly MissedDay[];
};

/** The message that asks for a day's practice: the first question, and what one can say instead of answering. */
export function dayQuestionCard(
  session: PracticeSession,
  first: AskedItem,
  subject: Subject,
  { asked: { date, round }, canPutOff, missed }: About,
): Card {
  const action = (what: string, label: string): Action => ({ id: buttonId('practice-day', date, round, what), label });
  const { question } = first;
  const count = session.items.length;
  return {
    title: count === 1 ? 'Today’s practice: one question is back' : `Today’s practice: ${count} questions are back`,
    body: [
      ...missedNodes(missed),
      muted(
        count === 1
          ? 'Only you see this, and it gives no points.'
          : 'Here is the first. Only you see them, and they give no points.',
      ),
      ...practiceQuestionNodes(session, first),
      {
        kind: 'actions',
        actions: [
          ...(canPutOff ? [action('later', 'Later')] : []),
          action('left', 'Not today'),
          action('stop', 'Stop these'),
        ],
      },
      muted([topicTitle(subject, question.topic), question.level].join(' · ')),
    ],
  };
}

/** What became of days whose practice did not come, or perhaps. */
function missedNodes(missed: readonly MissedDay[]): readonly CardNode[] {
  const days = (...whys: readonly MissedDay['why'][]) => missed.filter(({ why }) => whys.includes(why));
  const lines = [
    { of: days('stopped'), words: 'did not come: when it was due I was not running, or did not know the clocks there' },
    { of: days('not-taken'), words: 'did not come: the chat did not take my messages for hours' },
    { of: days('unsure'), words: 'may be missing: I heard nothing back, and did not want to ask you twice' },
  ];
  return lines.flatMap(({ of, words }) =>
    of.length === 0 ? [] : [paragraph(`The practice of ${datesOf(of)} ${words}.`)],
  );
}

/** `26 November and 27 November`, or `12 days, from 3 November to 14 November,`. */
function datesOf(days: readonly MissedDay[]): string {
  const dates = days.map(({ date }) => dayOf(date));
  if (dates.length <= daysNamed) return inWords(dates);
  return `${counted(dates.length, 'day')}, from ${dates[0]} to ${dates.at(-1)},`;
}
