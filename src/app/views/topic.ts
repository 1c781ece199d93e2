import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import { bareId } from '../../core/bank-name.ts';
import type { Action, Card, Rich } from '../../core/card.ts';
import { hint, muted, paragraph } from '../../core/card.ts';
import type { Question, Topic } from '../../core/question.ts';
import { levels } from '../../core/question.ts';
import { buttonId } from '../dispatch/button.ts';
import { questionAction } from './answer.ts';

/** Few enough buttons that a phone shows all of them. */
const questionsShown = 8;

/** The topics of the bank, how many questions each has, and a button to look into each. */
export function topicsCard({ topics }: Subject, questions: readonly Question[]): Card {
  const counts = new Map<Topic, number>();
  for (const { topic } of questions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const shown = topics.filter(({ id }) => counts.has(id));
  const items = shown.map(
    ({ id, title }): Rich => [
      { kind: 'text', text: title, bold: true },
      { kind: 'text', text: ` (${counts.get(id)})` },
      ...(title.toLowerCase() === bareId(id)
        ? []
        : [{ kind: 'text', text: ' · ' } as const, { kind: 'code', text: bareId(id) } as const]),
    ],
  );
  return {
    title: 'Topics',
    body: [
      { kind: 'list', ordered: false, items },
      { kind: 'actions', actions: shown.map(({ id, title }) => ({ id: buttonId('topic', id, 0), label: title })) },
      muted('For a random question on one of them: ', hint(`random ${bareId(shown[0]?.id ?? '')}`)),
    ],
  };
}

/**
 * Questions of one topic, easy ones first, each with a button that opens it. `from` is the place of the first that is shown;
 * places beyond the last show the first ones. Null if the topic has none.
 */
export function topicCard(subject: Subject, topic: Topic, questions: readonly Question[], from: number): Card | null {
  const own = levels.flatMap((level) => questions.filter((one) => one.topic === topic && one.level === level));
  if (own.length === 0) return null;
  const start = from < own.length ? from : 0;
  const shown = own.slice(start, start + questionsShown);
  const counts = levels.flatMap((level) => {
    const count = own.filter((question) => question.level === level).length;
    return count === 0 ? [] : [`${count} ${level}`];
  });
  const begin: readonly Action[] = [
    { id: buttonId('practice-on', topic), label: 'Practise it alone' },
    { id: buttonId('quiz-on', topic), label: 'A quiz on it' },
  ];
  const turn = (label: string, place: number): Action => ({ id: buttonId('topic', topic, place), label });
  const pages: readonly Action[] = [
    { id: buttonId('topic'), label: 'All topics' },
    ...(start === 0 ? [] : [turn('Earlier ones', Math.max(0, start - questionsShown))]),
    ...(start + questionsShown >= own.length ? [] : [turn('More', start + questionsShown)]),
  ];
  return {
    title: topicTitle(subject, topic),
    body: [
      paragraph(`${own.length === 1 ? '1 question' : `${own.length} questions`}: ${counts.join(', ')}.`),
      { kind: 'actions', actions: shown.map((question) => questionAction('show', question)) },
      { kind: 'actions', actions: pages },
      { kind: 'actions', actions: begin },
      muted(
        `Shown: ${start + 1} to ${start + shown.length}. With a level, and more that can be chosen: `,
        hint(`practice 5 ${bareId(topic)} easy`),
        ' or, in a channel, ',
        hint(`quiz 5 ${bareId(topic)} 20s`),
        '.',
      ),
    ],
  };
}
