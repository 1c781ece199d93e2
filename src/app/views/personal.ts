import type { Card, CardNode, Field } from '../../core/card.ts';
import { paragraph, rich } from '../../core/card.ts';
import { buttonId } from '../button.ts';
import type { DailyStreak } from '../store/daily.ts';
import type { ScoreRow, TopicRow } from '../store/score.ts';
import { bar, percent } from './bar.ts';

type PersonalRecord = {
  readonly everywhere: ScoreRow | null;
  readonly here: ScoreRow | null;
  readonly topics: readonly TopicRow[];
  readonly streak: DailyStreak | null;
};

/** Somebody's own points, accuracy by topic and streak. */
export function personalCard({ everywhere, here, topics, streak }: PersonalRecord): Card {
  if (everywhere === null) {
    return {
      title: 'Your record',
      body: [
        paragraph(
          'You have no points yet. Answer a daily question, or start a quiz: ',
          { kind: 'code', text: 'quiz 5' },
          '.',
        ),
      ],
    };
  }
  const fields: readonly Field[] = [
    {
      name: 'Points',
      value: rich(
        here === null
          ? `${everywhere.points}`
          : `${everywhere.points}, ${here.points} of them here (rank ${here.rank})`,
      ),
    },
    { name: 'Right', value: rich(`${percent(everywhere.correct, everywhere.answered)} of ${everywhere.answered}`) },
    { name: 'Quizzes won', value: rich(String(everywhere.won)) },
    ...(streak === null
      ? []
      : [{ name: 'Daily questions in a row', value: rich(`${streak.current} (at most ${streak.longest})`) }]),
  ];
  return {
    title: 'Your record',
    body: [{ kind: 'fields', fields }, ...topicList(topics)],
  };
}

/** Asks before everything about a person is deleted. */
export function forgetCard(): Card {
  return {
    tone: 'notice',
    title: 'Forget you?',
    body: [
      paragraph(
        'Your points, streaks and answers here are deleted for good, and your name disappears from every board. How many chose an option stays, without you.',
      ),
      { kind: 'actions', actions: [{ id: buttonId('forget', 'yes'), label: 'Forget me', style: 'danger' }] },
    ],
  };
}

export function forgottenCard(): Card {
  return { tone: 'good', title: 'You are forgotten', body: [paragraph('Nothing about you is kept any more.')] };
}

function topicList(topics: readonly TopicRow[]): readonly CardNode[] {
  if (topics.length === 0) return [];
  const weakestFirst = topics.toSorted((a, b) => a.correct / a.answered - b.correct / b.answered);
  return [
    paragraph('By topic, the weakest first:'),
    {
      kind: 'list',
      ordered: false,
      items: weakestFirst.map(({ topic, answered, correct }) => [
        { kind: 'code', text: bar(correct / answered) },
        { kind: 'text', text: ` ${topic}: ${correct} of ${answered}` },
      ]),
    },
  ];
}
