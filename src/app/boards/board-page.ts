import { addDays, localDate } from '../../core/schedule/local-date.ts';
import type { ZoneRules } from '../../core/schedule/zone-rules.ts';
import type { Clock } from '../clock.ts';
import type { DayRow, ScoreRow } from '../store/score.ts';
import type { Store } from '../store/store.ts';
import { calendarZone } from './calendar.ts';

/** How many players are listed and how many are drawn over time, and over how many days. */
const listed = 50;
const drawn = 5;
const days = 60;

/** What a leaderboard page shows; names are untrusted text. */
export type BoardPage = {
  readonly title: string;
  readonly players: readonly ScoreRow[];
  /** Total points at the end of each local date (YYYY-MM-DD, ascending), for the first few players. */
  readonly history: {
    readonly dates: readonly string[];
    readonly lines: readonly { readonly name: string; readonly points: readonly number[] }[];
  };
  readonly topics: readonly { readonly topic: string; readonly answered: number; readonly correct: number }[];
};

type Options = { readonly store: Store; readonly clock: Clock; readonly rules: ZoneRules };

/** Finds the board with a token; null if there is none. */
export function createBoardPages({ store, clock, rules }: Options): {
  readonly board: (token: string) => Promise<BoardPage | null>;
} {
  return {
    board: (token) =>
      store.transact(async (unit) => {
        const place = await unit.scores.pageOf(token);
        if (place === null) return null;
        const today = localDate(clock.wall(), await calendarZone(unit, place.channel, rules), rules);
        const since = addDays(today, -days);
        const players = await unit.scores.page(place.board, 'all', 0, listed);
        const first = players.slice(0, drawn);
        const users = first.map(({ user }) => user);
        const rows = await unit.scores.history(place.board, users, since);
        return {
          title: place.board === place.scope ? 'All channels' : 'One channel',
          players,
          history: sumUp(first, rows),
          topics: await unit.scores.topicTotals(place.scope),
        };
      }),
  };
}

/**
 * Running totals that end at each player's present points; points from before the first date are included from the
 * start.
 */
function sumUp(players: readonly ScoreRow[], rows: readonly DayRow[]): BoardPage['history'] {
  const dates = [...new Set(rows.map(({ date }) => date))].toSorted();
  const lines = players.map(({ user, name, points: total }) => {
    const made = dates.map((date) => rows.find((row) => row.user === user && row.date === date)?.points ?? 0);
    let sum = total - made.reduce((all, points) => all + points, 0);
    const points = made.map((each) => {
      sum += each;
      return sum;
    });
    return { name, points };
  });
  return { dates, lines };
}
