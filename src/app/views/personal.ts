import type { Card, CardNode, Field } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import { buttonId } from '../button.ts';
import type { DailyStreak } from '../store/daily.ts';
import type { ScoreRow, TopicRow } from '../store/score.ts';
import { bar } from './bar.ts';
import { grouped, ordinal, percent } from './numbers.ts';

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
          'You have no points yet. Answer a daily question, or start a quiz in a channel: ',
          { kind: 'code', text: 'quiz 5' },
          '.',
        ),
      ],
    };
  }
  const fields: readonly Field[] = [
    {
      name: 'Points',
      value: rich(pointsLine(everywhere, here)),
    },
    {
      name: 'Right answers',
      value: rich(
        `${grouped(everywhere.correct)} of ${grouped(everywhere.answered)} (${percent(everywhere.correct, everywhere.answered)})`,
      ),
    },
    { name: 'Quizzes won', value: rich(grouped(everywhere.won)) },
    ...(streak === null
      ? []
      : [{ name: 'Daily questions in a row', value: rich(`${streak.current} (your best: ${streak.longest})`) }]),
  ];
  return {
    title: 'Your record',
    body: [{ kind: 'fields', fields }, ...topicList(topics)],
  };
}

/** `1,950, of which 500 in this channel (3rd place)`. */
function pointsLine({ points }: ScoreRow, here: ScoreRow | null): string {
  if (here === null || here.points === 0) return grouped(points);
  const part = here.points === points ? 'all' : `of which ${grouped(here.points)}`;
  return `${grouped(points)}, ${part} in this channel (${ordinal(here.rank)} place)`;
}

/** Asks before everything about a person is deleted. */
export function forgetCard(): Card {
  return {
    tone: 'notice',
    title: 'Forget you?',
    body: [
      paragraph(
        'Your points, streaks and daily answers are deleted for good, in all channels. Quizzes keep your answers, but not your name. Messages that are in the chat already stay as they are.',
      ),
      paragraph('If you do not want that, just leave the button alone.'),
      { kind: 'actions', actions: [{ id: buttonId('forget', 'yes'), label: 'Forget me', style: 'danger' }] },
    ],
  };
}

export function forgottenCard(): Card {
  return { tone: 'good', title: 'You are forgotten', body: [paragraph('I keep nothing under your name any more.')] };
}

function topicList(topics: readonly TopicRow[]): readonly CardNode[] {
  if (topics.length === 0) return [];
  const weakestFirst = topics.toSorted((a, b) => a.correct / a.answered - b.correct / b.answered);
  const [weakest] = weakestFirst;
  return [
    paragraph(topics.length === 1 ? 'By topic:' : 'By topic, the weakest first:'),
    {
      kind: 'list',
      ordered: false,
      items: weakestFirst.map(({ topic, answered, correct }) => [
        { kind: 'code', text: bar(correct / answered) },
        { kind: 'text', text: ` ${topic}: ${grouped(correct)} of ${grouped(answered)}` },
      ]),
    },
    ...(weakest === undefined || weakest.correct === weakest.answered
      ? []
      : [muted('To practise: ', { kind: 'code', text: `random ${weakest.topic}` })]),
  ];
}
