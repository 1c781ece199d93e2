import { addDays, localDate } from '../../core/schedule/local-date.ts';
import { type Period, periodKeys, startOfPeriod } from '../../core/schedule/period.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Clock } from '../clock.ts';
import type { DayRow, ScoreChange, ScoreRow, TeamRow, TopicRow } from '../store/score.ts';
import type { Store, Unit } from '../store/store.ts';
import { calendarZone } from './calendar.ts';

/** How many people or teams are listed, how many of those who want it are shown with their topics and drawn over time, and over how many days. */
const listed = 50;
const detailed = 20;
const drawn = 5;
const days = 60;

/** Which of a place's boards: of a period, of people or teams. */
export type BoardView = { readonly period: Period; readonly teams: boolean };

/** How the address of a page says which board it shows; it says nothing of people and all time. */
export function boardQuery({ period, teams }: BoardView): Readonly<Record<string, string>> {
  return { ...(period === 'all' ? {} : { period }), ...(teams ? { who: 'teams' } : {}) };
}

/** What a leaderboard page shows; names are untrusted text. */
export type BoardPage = BoardView & {
  readonly title: string;
  /** People, most points first; empty on a board of teams. */
  readonly players: readonly ScoreRow[];
  /** Teams, most wins first; empty on a board of people. */
  readonly ranked: readonly TeamRow[];
  /**
   * Points at the end of each local date (YYYY-MM-DD, ascending), of the first few who want to be shown: all points for all
   * time, otherwise those of the week or month.
   */
  readonly history: {
    readonly dates: readonly string[];
    readonly lines: readonly { readonly name: string; readonly points: readonly number[] }[];
  };
  /** Everybody together, over all channels and all time. */
  readonly topics: readonly TopicRow[];
  /** The same of each who wants to be shown, most points first. */
  readonly persons: readonly { readonly name: string; readonly topics: readonly TopicRow[] }[];
};

type Options = { readonly store: Store; readonly clock: Clock; readonly rules: ZoneRules };

/** Finds the board with a token; null if there is none. */
export function createBoardPages({ store, clock, rules }: Options): {
  readonly board: (token: string, view: BoardView) => Promise<BoardPage | null>;
} {
  async function history(unit: Unit, board: string, period: Period, shown: readonly ScoreChange[], today: string) {
    const start = startOfPeriod(period, today);
    const first = shown.slice(0, drawn);
    const users = first.map(({ user }) => user);
    const rows = await unit.scores.history(board, users, start ?? addDays(today, -days));
    return sumUp(first, rows, start === null);
  }

  async function read(unit: Unit, token: string, { period, teams }: BoardView): Promise<BoardPage | null> {
    const place = await unit.scores.pageOf(token);
    if (place === null) return null;
    const { board, scope } = place;
    const zone = await calendarZone(unit, place.channel, rules);
    const key = periodKeys(clock.wall(), zone, rules)[period];
    const shown = await unit.scores.shown(board, detailed);
    const persons: { name: string; topics: readonly TopicRow[] }[] = [];
    for (const { user, name } of shown) persons.push({ name, topics: await unit.scores.topics(scope, user) });
    return {
      title: board === scope ? 'All channels' : 'One channel',
      period,
      teams,
      players: teams ? [] : await unit.scores.page(board, key, 0, listed),
      ranked: teams ? await unit.scores.teams(board, key, listed) : [],
      history: await history(unit, board, period, shown, localDate(clock.wall(), zone, rules)),
      topics: await unit.scores.topicTotals(scope),
      persons,
    };
  }

  return { board: (token, view) => store.transact((unit) => read(unit, token, view)) };
}

/** Running totals by date. With `before`, they end at each person's points of all time, so those from before are in them. */
function sumUp(people: readonly ScoreChange[], rows: readonly DayRow[], before: boolean): BoardPage['history'] {
  const dates = [...new Set(rows.map(({ date }) => date))].toSorted();
  const lines = people.map(({ user, name, points: total }) => {
    const made = dates.map((date) => rows.find((row) => row.user === user && row.date === date)?.points ?? 0);
    let sum = before ? total - made.reduce((all, points) => all + points, 0) : 0;
    const points = made.map((each) => {
      sum += each;
      return sum;
    });
    return { name, points };
  });
  return { dates, lines };
}
