import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import { buttonId } from '../dispatch/button.ts';
import type { ScoreRow } from '../store/score.ts';
import type { Season } from '../store/season.ts';
import { counted, grouped, ordinal, percent } from './numbers.ts';

type Board = {
  readonly rows: readonly ScoreRow[];
  readonly count: number;
  readonly offset: number;
  readonly pageSize: number;
  /** The reader's own row; null if there is none, or the card is for all. */
  readonly own: ScoreRow | null;
  readonly shared: boolean;
};

/** The board of a season, from a row on. */
export function seasonBoardCard(season: Season, board: Board): Card {
  const { rows, own, count, shared, offset, pageSize } = board;
  const isElsewhere = own !== null && !rows.some(({ user }) => user === own.user);
  return {
    title: `Season · ${season.name}`,
    body: [
      standingNode(season),
      ...(count === 0 ? [paragraph(nobodyYet(season))] : [tableOf(rows)]),
      ...(isElsewhere
        ? [paragraph(`You are ${ordinal(own.rank)} of ${grouped(count)} with ${counted(own.points, 'point')}.`)]
        : []),
      ...(count > pageSize
        ? [muted(`${grouped(offset + 1)} to ${grouped(offset + rows.length)} of ${grouped(count)}`)]
        : []),
      ...(shared || count === 0 ? [] : [{ kind: 'actions', actions: boardActions(season, board) } as const]),
    ],
  };
}

function nobodyYet({ endedAt }: Season): string {
  return endedAt === null
    ? 'Nobody has points in it yet. A quiz counts once two people or more play it.'
    : 'Nobody made points in it.';
}

function standingNode({ endedAt, startedAt, quizzes }: Season): CardNode {
  const so = quizzes === 0 ? '' : `, ${counted(quizzes, 'quiz', 'quizzes')} ${endedAt === null ? 'so far' : 'in all'}`;
  const day = (at: number, text: string) => ({ kind: 'time', at, style: 'date-time', text }) as const;
  if (endedAt === null) return paragraph('Since ', day(startedAt, 'it began'), `${so}.`);
  return paragraph('It is over: ', day(startedAt, 'from its beginning'), ' to ', day(endedAt, 'its end'), `${so}.`);
}

function tableOf(rows: readonly ScoreRow[]): CardNode {
  const heads = ['#', 'Name', 'Points', 'Right', 'Wins'];
  return {
    kind: 'table',
    headers: heads.map((head) => rich(head)),
    rows: rows.map(({ rank, name, points, correct, answered, won }): readonly Rich[] =>
      [grouped(rank), name, grouped(points), percent(correct, answered), grouped(won)].map((text) => rich(text)),
    ),
  };
}

function boardActions({ id }: Season, { offset, count, pageSize }: Board): readonly Action[] {
  const page = (from: number, label: string): Action => ({ id: buttonId('season', id, 'page', from), label });
  return [
    ...(offset > 0 ? [page(Math.max(0, offset - pageSize), '‹ Further up')] : []),
    ...(offset + pageSize < count ? [page(offset + pageSize, 'Further down ›')] : []),
    { id: buttonId('season', id, 'share', offset), label: 'Share to channel' },
  ];
}

/** For a channel: a season has begun in it. */
export function seasonBegunCard(
  { user, name: who }: { readonly user: string; readonly name: string },
  name: string,
): Card {
  return {
    title: `A season begins: ${name}`,
    tone: 'good',
    body: [
      paragraph(
        { kind: 'person', user, text: who },
        ' has begun it. From now on every quiz here that two people or more play counts on its board. To see it: ',
        hint('season'),
      ),
    ],
  };
}

/** For whoever began it. */
export function seasonStartedCard(name: string): Card {
  return {
    tone: 'good',
    body: [paragraph(`The season “${name}” is on, and the channel hears of it. To end it: `, hint('season end'))],
  };
}

/** Only one goes on in a channel. */
export function seasonGoesOnCard({ name }: Season): Card {
  return {
    tone: 'notice',
    title: 'A season goes on here',
    body: [paragraph(`It is called “${name}”, and a channel has one at a time. To end it: `, hint('season end'))],
  };
}

/** Asks whether it is meant: what is over stays over. */
export function seasonEndCard({ id, name }: Season): Card {
  return {
    title: `End the season “${name}”?`,
    body: [
      paragraph('Its board is posted here and stays as it is. It cannot go on later.'),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('season', id, 'end'), label: 'End it', style: 'danger' },
          { id: buttonId('season', id, 'page', 0), label: 'Keep it' },
        ],
      },
    ],
  };
}

export function noSeasonCard(manages: boolean): Card {
  const who = manages ? 'To begin one: ' : 'Whoever runs this channel can begin one: ';
  return {
    tone: 'notice',
    title: 'No season here',
    body: [paragraph('A season is a board over several quizzes. ', who, hint('season start Autumn 2026'))],
  };
}

/** In a conversation with the bot alone. */
export function seasonNeedsChannelCard(): Card {
  return {
    tone: 'notice',
    title: 'Seasons need a channel',
    body: [paragraph('A season is a board over the quizzes of a channel. Ask for it there.')],
  };
}
