import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import type { Period } from '../../core/schedule/period.ts';
import { buttonId } from '../dispatch/button.ts';
import type { ScoreRow, TeamRow } from '../store/score.ts';
import { counted, grouped, ordinal, percent } from './numbers.ts';

/** Which board, and from which row on. */
export type BoardQuery = {
  readonly period: Period;
  readonly everywhere: boolean;
  readonly teams: boolean;
  readonly offset: number;
};

type Page = {
  readonly rows: readonly ScoreRow[];
  /** The reader's own row; null if there is none or it should not be shown. */
  readonly own: ScoreRow | null;
  readonly count: number;
  /** By user key; 0 for none. */
  readonly streaks: ReadonlyMap<string, number>;
  readonly pageSize: number;
  /** The address of the board's own page; null if there is none. */
  readonly page: string | null;
  /** True for everybody in the channel; otherwise for the reader alone, with buttons. */
  readonly shared: boolean;
  /** In a conversation with the bot alone. */
  readonly direct: boolean;
};

type TeamPage = Pick<Page, 'page' | 'shared' | 'direct'> & { readonly rows: readonly TeamRow[] };

const periodNames = { week: 'this week', month: 'this month', all: 'all time' } as const;

/** A page of a board for people, with the reader's own line even if it is far down. */
export function leaderboardCard(query: BoardQuery, page: Page): Card {
  const { rows, own, count, pageSize } = page;
  const title = `Leaderboard · ${periodNames[query.period]} · ${placeOf(query)}`;
  if (count === 0) {
    return { title, body: [paragraph(...emptyWords), ...(page.shared ? [] : actionNodes(otherBoards(query)))] };
  }
  const withStreaks = [...page.streaks.values()].some((streak) => streak > 1);
  const headers = ['#', 'Name', 'Points', 'Right', 'Wins', ...(withStreaks ? ['Streak'] : [])];
  const line = (row: ScoreRow): readonly Rich[] =>
    [
      grouped(row.rank),
      row.name,
      grouped(row.points),
      percent(row.correct, row.answered),
      grouped(row.won),
      ...(withStreaks ? [grouped(page.streaks.get(row.user) ?? 0)] : []),
    ].map((text) => rich(text));
  const elsewhere = own !== null && !rows.some(({ user }) => user === own.user);
  const body: readonly CardNode[] = [
    { kind: 'table', headers: headers.map((header) => rich(header)), rows: rows.map(line) },
    ...(elsewhere
      ? [
          paragraph(
            `You are ${ordinal(own.rank)} of ${grouped(count)} with ${counted(own.points, 'point')}, ${percent(own.correct, own.answered)} right.`,
          ),
        ]
      : []),
    ...(count > pageSize
      ? [muted(`${grouped(query.offset + 1)} to ${grouped(query.offset + rows.length)} of ${grouped(count)}`)]
      : []),
    ...pageLink(page.page),
    ...(page.shared ? [boardPicture(title, rows)] : []),
    ...(page.shared
      ? []
      : actionNodes(
          [...pagingActions(query, count, pageSize), ...(page.direct ? [] : [shareAction(query)])],
          otherBoards(query),
        )),
  ];
  return { title, body };
}

/** The rows as a picture, for people who prefer looking to reading. */
function boardPicture(title: string, rows: readonly ScoreRow[]): CardNode {
  return {
    kind: 'picture',
    alt: `${title}: ${rows.map(({ rank, name, points }) => `${rank}. ${name}, ${counted(points, 'point')}`).join('; ')}`,
    picture: {
      kind: 'board',
      title,
      rows: rows.map(({ rank, name, points, correct, answered }) => ({
        rank,
        name,
        points,
        accuracy: answered === 0 ? 0 : correct / answered,
      })),
    },
  };
}

/** The teams of a channel's quizzes, by number of wins. There are never more than a quiz has colours for. */
export function teamBoardCard(query: BoardQuery, { rows, page, shared, direct }: TeamPage): Card {
  const title = `Teams · ${periodNames[query.period]} · ${placeOf(query)}`;
  const others = otherBoards(query);
  if (rows.length === 0) {
    return {
      title,
      body: [paragraph('No teams have played here yet. ', ...startWords), ...(shared ? [] : actionNodes(others))],
    };
  }
  return {
    title,
    body: [
      {
        kind: 'table',
        headers: ['#', 'Team', 'Wins', 'Played', 'Points'].map((header) => rich(header)),
        rows: rows.map(({ rank, team, won, played, points }) =>
          [grouped(rank), team, ...[won, played, points].map(grouped)].map((text) => rich(text)),
        ),
      },
      ...pageLink(page),
      ...(shared ? [] : actionNodes(direct ? [] : [shareAction(query)], others)),
    ],
  };
}

function pageLink(url: string | null): readonly CardNode[] {
  return url === null ? [] : [muted({ kind: 'link', text: 'See it with charts', url })];
}

const startWords = ['To start a quiz: ', hint('quiz 10 teams')] as const;

const emptyWords = [
  'Nobody has points here yet. Answer a daily question, or start a quiz in a channel: ',
  hint('quiz 5'),
] as const;

function boardId({ period, everywhere, teams, offset }: BoardQuery, ...more: readonly string[]): string {
  return buttonId('board', period, everywhere ? 'everywhere' : 'here', teams ? 'teams' : 'people', offset, ...more);
}

function pagingActions(query: BoardQuery, count: number, pageSize: number): readonly Action[] {
  const { offset } = query;
  return [
    ...(offset > 0
      ? [{ id: boardId({ ...query, offset: Math.max(0, offset - pageSize) }), label: '‹ Further up' }]
      : []),
    ...(offset + pageSize < count
      ? [{ id: boardId({ ...query, offset: offset + pageSize }), label: 'Further down ›' }]
      : []),
  ];
}

function shareAction(query: BoardQuery): Action {
  return { id: boardId(query, 'share'), label: 'Share to channel' };
}

/** The same board for the other periods and the other place, and for teams or people. */
function otherBoards(query: BoardQuery): readonly Action[] {
  const others = (['week', 'month', 'all'] as const).filter((period) => period !== query.period);
  return [
    ...others.map((period) => ({ id: boardId({ ...query, period, offset: 0 }), label: capital(periodNames[period]) })),
    {
      id: boardId({ ...query, everywhere: !query.everywhere, offset: 0 }),
      label: query.everywhere ? 'This channel' : 'All channels',
    },
    { id: boardId({ ...query, teams: !query.teams, offset: 0 }), label: query.teams ? 'People' : 'Teams' },
  ];
}

function placeOf({ everywhere }: BoardQuery): string {
  return everywhere ? 'all channels' : 'this channel';
}

function actionNodes(...rows: readonly (readonly Action[])[]): readonly CardNode[] {
  return rows.filter((actions) => actions.length > 0).map((actions) => ({ kind: 'actions', actions }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
