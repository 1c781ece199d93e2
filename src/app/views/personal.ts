import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import { bar } from '../../core/bar.ts';
import type { Card, CardNode, Field, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import type { Streak } from '../../core/daily/streak.ts';
import { buttonId } from '../dispatch/button.ts';
import type { ScoreRow, TopicRow } from '../store/score.ts';
import { placesNamed } from './forget.ts';
import { freezesText } from './freezes.ts';
import { counted, grouped, ordinal, percent } from './numbers.ts';

type PersonalRecord = {
  /** On the board over all channels. */
  readonly everywhere: ScoreRow | null;
  /** Made alone, and therefore on no board over all channels. */
  readonly alone?: ScoreRow | null;
  /** Null in a conversation with the bot alone as well. */
  readonly here: ScoreRow | null;
  /** A topic may occur twice; its numbers are added. */
  readonly topics: readonly TopicRow[];
  /** In the channel, and which local date it is there. */
  readonly streak: { readonly of: Streak; readonly today: string } | null;
  /** Whether pages of boards show their topics and points over time; null where there are no such pages. */
  readonly shown?: boolean | null;
  /** Where the record was made, best first; left out where it is all of one scope. */
  readonly places?: readonly { readonly name: string; readonly points: number }[];
};

/** A person's own points, accuracy by topic and streak. */
export function personalCard(
  { everywhere, alone = null, here, topics, streak, shown = null, places = [] }: PersonalRecord,
  subject: Subject,
): Card {
  const rows = [everywhere, alone].filter((row) => row !== null);
  if (rows.length === 0) {
    return {
      title: 'Your record',
      body: [
        paragraph(
          'You have no points yet. Answer a daily question, or start a quiz in a channel: ',
          hint('quiz 5'),
          '. Practice gives none, and shows what you miss: ',
          hint('practice'),
        ),
      ],
    };
  }
  const sum = (of: 'points' | 'answered' | 'correct' | 'won') => rows.reduce((all, row) => all + row[of], 0);
  const [points, answered, correct] = [sum('points'), sum('answered'), sum('correct')];
  const fields: readonly Field[] = [
    { name: 'Points', value: rich(pointsLine(points, here)) },
    {
      name: 'Right answers',
      value: rich(`${grouped(correct)} of ${grouped(answered)} (${percent(correct, answered)})`),
    },
    { name: 'Quizzes won', value: rich(grouped(sum('won'))) },
    ...(streak === null
      ? []
      : [
          {
            name: 'Daily questions in a row',
            value: rich(`${grouped(streak.of.current)} (your best: ${grouped(streak.of.longest)})`),
          },
          ...freezesField(streak),
        ]),
  ];
  return {
    title: 'Your record',
    body: [
      { kind: 'fields', fields },
      ...placeList(places),
      ...aloneLine(alone),
      ...topicList(addUp(topics), subject),
      ...shownNodes(shown),
    ],
  };
}

function freezesField({ of, today }: NonNullable<PersonalRecord['streak']>): readonly Field[] {
  const text = freezesText(of, today);
  return text === null ? [] : [{ name: 'Freezes', value: rich(text) }];
}

/** What pages of boards show of a person, and the switch for it. */
function shownNodes(shown: boolean | null): readonly CardNode[] {
  if (shown === null) return [];
  const words = shown
    ? 'The pages of boards show your right answers by topic and your points over time, to whoever has their address.'
    : 'The pages of boards show nobody’s topics and points over time unless they want it.';
  const action = shown
    ? { id: buttonId('record', 'hide'), label: 'Hide mine' }
    : { id: buttonId('record', 'show'), label: 'Show mine' };
  return [muted(words), { kind: 'actions', actions: [action] }];
}

/** `1,950, of which 500 in this channel (3rd place)`. */
function pointsLine(points: number, here: ScoreRow | null): string {
  if (here === null || here.points === 0) return grouped(points);
  const part = here.points === points ? 'all' : `of which ${grouped(here.points)}`;
  return `${grouped(points)}, ${part} in this channel (${ordinal(here.rank)} place)`;
}

function placeList(places: NonNullable<PersonalRecord['places']>): readonly CardNode[] {
  if (places.length === 0) return [];
  const items = places.slice(0, placesNamed).map(
    ({ name, points }): Rich => [
      { kind: 'text', text: name, bold: true },
      { kind: 'text', text: `: ${counted(points, 'point')}` },
    ],
  );
  const rest = places.slice(placesNamed);
  const points = rest.reduce((sum, place) => sum + place.points, 0);
  const more = rest.length === 0 ? [] : [rich(`${counted(rest.length, 'more place')}: ${counted(points, 'point')}`)];
  return [paragraph('By place:'), { kind: 'list', ordered: false, items: [...items, ...more] }];
}

/** Points made alone are listed separately from what others see. */
function aloneLine(alone: ScoreRow | null): readonly CardNode[] {
  if (alone === null || alone.points === 0) return [];
  return [
    muted(
      `${counted(alone.points, 'point')} of these you made alone: they are not on the leaderboard of all channels.`,
    ),
  ];
}

function addUp(topics: readonly TopicRow[]): readonly TopicRow[] {
  return [...Map.groupBy(topics, ({ topic }) => topic)].map(([topic, rows]) => ({
    topic,
    answered: rows.reduce((sum, { answered }) => sum + answered, 0),
    correct: rows.reduce((sum, { correct }) => sum + correct, 0),
  }));
}

/** A topic that the bank no longer has is listed by its id, and nobody is sent to practise it. */
function topicList(topics: readonly TopicRow[], subject: Subject): readonly CardNode[] {
  if (topics.length === 0) return [];
  const weakestFirst = topics.toSorted((a, b) => a.correct / a.answered - b.correct / b.answered);
  const weakest = weakestFirst.find(({ topic }) => subject.topics.some(({ id }) => id === topic));
  return [
    paragraph(topics.length === 1 ? 'By topic:' : 'By topic, the weakest first:'),
    {
      kind: 'list',
      ordered: false,
      items: weakestFirst.map(({ topic, answered, correct }) => [
        { kind: 'code', text: bar(correct / answered) },
        { kind: 'text', text: ` ${topicTitle(subject, topic)}: ${grouped(correct)} of ${grouped(answered)}` },
      ]),
    },
    ...(weakest === undefined || weakest.correct === weakest.answered
      ? []
      : [muted('To practise: ', hint(`practice ${weakest.topic}`))]),
  ];
}
