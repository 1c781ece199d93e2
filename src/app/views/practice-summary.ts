import type { AskedItem } from '../../core/asked-item.ts';
import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import { bar } from '../../core/bar.ts';
import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import { daysUntil } from '../../core/memory/memory-card.ts';
import type { PracticeSession } from '../../core/practice/session.ts';
import { missedIn } from '../../core/practice/session.ts';
import { buttonId } from '../dispatch/button.ts';
import { questionAction } from './answer.ts';
import { counted, inWords } from './numbers.ts';
import { inDays } from './practice-session.ts';

/** Titles of missed questions with a button each; few enough that a phone shows them all. */
const titlesShown = 5;

/** Times at which questions come back that are told apart. */
const timesShown = 3;

/** How a practice went, by topic, what comes back when, and what one can do next. */
export function practiceSummaryCard(
  session: PracticeSession,
  items: ReadonlyMap<string, AskedItem>,
  subject: Subject,
  now: number,
): Card {
  const { answers } = session;
  const right = answers.filter(({ correct }) => correct).length;
  const missed = missedIn(session);
  if (answers.length === 0) {
    return {
      title: 'Practice stopped',
      body: [paragraph('You answered nothing, so nothing has changed. To begin: ', hint('practice'))],
    };
  }
  return {
    title: `Practice: ${right} of ${answers.length} right`,
    tone: missed.length === 0 ? 'good' : 'neutral',
    body: [
      ...topicNodes(session, items, subject),
      paragraph(`What comes back: ${backLine(session, now)}.`),
      ...missedNodes(session, items),
      {
        kind: 'actions',
        actions: [
          ...(missed.length === 0
            ? []
            : [
                {
                  id: buttonId('session', session.id, 'missed'),
                  label: 'Practise my mistakes again',
                  style: 'primary',
                } as const,
              ]),
          { id: buttonId('session', session.id, 'anew'), label: 'Practise more' },
        ],
      },
      muted('To go on whenever you like: ', hint('practice')),
    ],
  };
}

function topicNodes(
  { items, answers }: PracticeSession,
  asked: ReadonlyMap<string, AskedItem>,
  subject: Subject,
): readonly CardNode[] {
  const results = items.flatMap(({ asked: hash }, no) => {
    const answer = answers[no];
    const topic = asked.get(hash)?.question.topic;
    return answer === undefined || topic === undefined ? [] : [{ topic, correct: answer.correct }];
  });
  const rows = [...Map.groupBy(results, ({ topic }) => topic)].map(([topic, own]) => {
    const right = own.filter(({ correct }) => correct).length;
    return { topic, right, all: own.length };
  });
  const weakestFirst = rows.toSorted((one, other) => one.right / one.all - other.right / other.all);
  const lines = weakestFirst.map(
    ({ topic, right, all }): Rich => [
      { kind: 'code', text: bar(right / all) },
      { kind: 'text', text: ` ${topicTitle(subject, topic)}: ${right} of ${all}` },
    ],
  );
  return [{ kind: 'list', ordered: false, items: lines }];
}

/** `2 tomorrow, 1 in 4 days and 7 later`. */
function backLine({ answers }: PracticeSession, now: number): string {
  const days = answers.map((answer) => daysUntil(answer, now)).toSorted((one, other) => one - other);
  const times = [...Map.groupBy(days, (each) => each)];
  const shown = times.length > timesShown + 1 ? times.slice(0, timesShown) : times;
  const later = times.slice(shown.length).reduce((sum, [, all]) => sum + all.length, 0);
  const parts = shown.map(([each, all]) => `${all.length} ${inDays(each)}`);
  return inWords([...parts, ...(later > 0 ? [`${later} later`] : [])]);
}

function missedNodes(session: PracticeSession, items: ReadonlyMap<string, AskedItem>): readonly CardNode[] {
  const questions = missedIn(session).flatMap(({ asked }) => items.get(asked)?.question ?? []);
  if (questions.length === 0) return [];
  const shown = questions.slice(0, titlesShown);
  const more = questions.length - shown.length;
  const actions = shown.map((question): Action => questionAction('show', question));
  return [
    paragraph('To read about what you missed:'),
    { kind: 'actions', actions },
    ...(more > 0 ? [{ kind: 'text', text: rich(`and ${counted(more, 'more question')}.`), muted: true } as const] : []),
  ];
}
