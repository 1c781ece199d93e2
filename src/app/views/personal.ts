import type { Subject } from '../../core/bank.ts';
import type { Card, CardNode, Field, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import type { Streak } from '../../core/daily/streak.ts';
import type { Progress } from '../../core/progress/progress.ts';
import { buttonId } from '../dispatch/button.ts';
import type { ScoreRow } from '../store/score.ts';
import { placesNamed } from './forget.ts';
import { freezesText } from './freezes.ts';
import { counted, grouped, ordinal, percent } from './numbers.ts';
import { pageLine, progressActions, progressFields, progressNodes } from './progress.ts';

type PersonalRecord = {
  /** On the board over all channels. */
  readonly everywhere: ScoreRow | null;
  /** Made alone, and therefore on no board over all channels. */
  readonly alone?: ScoreRow | null;
  /** Null in a conversation with the bot alone as well. */
  readonly here: ScoreRow | null;
  /** In the channel, and which local date it is there. */
  readonly streak: { readonly of: Streak; readonly today: string } | null;
  /** Whether pages of boards show their topics and points over time; null where there are no such pages. */
  readonly shown?: boolean | null;
  /** Where the record was made, best first; left out where it is all of one scope. */
  readonly places?: readonly { readonly name: string; readonly points: number }[];
  /** Of all scopes. */
  readonly progress: Progress;
  /** The address of their own page; null where there is none. */
  readonly page: string | null;
  /** In a conversation with the bot alone. */
  readonly direct: boolean;
};

/** A person's own points and streak, what they have learned, what is due, and what they can do with it. */
export function personalCard(record: PersonalRecord, subject: Subject): Card {
  const { everywhere, alone = null, here, streak, shown = null, places = [], progress, page, direct } = record;
  const rows = [everywhere, alone].filter((row) => row !== null);
  const isAnything = progress.met > 0;
  if (rows.length === 0 && !isAnything) return emptyCard();
  return {
    title: 'Your record',
    body: [
      {
        kind: 'fields',
        fields: [
          ...(rows.length === 0 ? [] : pointFields(rows, here)),
          ...streakFields(streak),
          ...(isAnything ? progressFields(progress) : []),
        ],
      },
      ...placeList(places),
      ...aloneLine(alone),
      ...progressNodes(progress, subject),
      ...pageLine(page),
      ...(isAnything ? [progressActions(direct)] : []),
      ...(rows.length === 0 ? [] : shownNodes(shown)),
    ],
  };
}

function emptyCard(): Card {
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

function pointFields(rows: readonly ScoreRow[], here: ScoreRow | null): readonly Field[] {
  const sum = (of: 'points' | 'answered' | 'correct' | 'won') => rows.reduce((all, row) => all + row[of], 0);
  const [points, answered, correct] = [sum('points'), sum('answered'), sum('correct')];
  return [
    { name: 'Points', value: rich(pointsLine(points, here)) },
    {
      name: 'Right answers',
      value: rich(`${grouped(correct)} of ${grouped(answered)} (${percent(correct, answered)})`),
    },
    { name: 'Quizzes won', value: rich(grouped(sum('won'))) },
  ];
}

function streakFields(streak: PersonalRecord['streak']): readonly Field[] {
  if (streak === null) return [];
  const value = rich(`${grouped(streak.of.current)} (your best: ${grouped(streak.of.longest)})`);
  return [{ name: 'Daily questions in a row', value }, ...freezesField(streak)];
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
