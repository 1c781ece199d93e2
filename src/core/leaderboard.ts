import { compareText, rankByPoints } from './quiz/rank.ts';

/** One line of a leaderboard, before it is ranked. `key` is the user's or the team's. */
export type LeaderboardRow = { readonly key: string; readonly points: number };

export type Ranked<Row> = Row & { readonly rank: number };

export type LeaderboardPage<Row> = {
  readonly rows: readonly Row[];
  /** Counted from 0, always one that exists. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
};

/** Most points first, whatever the order of the rows. Equal points share a rank (1, 1, 3) and stand in the order of their keys. */
export function rankRows<Row extends LeaderboardRow>(rows: readonly Row[]): readonly Ranked<Row>[] {
  return rankByPoints(rows, (one, other) => compareText(one.key, other.key));
}

/** `size` rows (at least 1) of page `page`; the nearest page that exists where there is none such. */
export function pageOf<Row>(rows: readonly Row[], page: number, size: number): LeaderboardPage<Row> {
  const length = Math.max(1, Math.floor(size));
  const pages = Math.max(1, Math.ceil(rows.length / length));
  const shown = Math.min(Math.max(0, Math.floor(page) || 0), pages - 1);
  return { rows: rows.slice(shown * length, (shown + 1) * length), page: shown, pages };
}

/** The line of one user or team, on whatever page it is; null when there is none. */
export function ownLine<Row extends LeaderboardRow>(rows: readonly Row[], key: string): Row | null {
  return rows.find((row) => row.key === key) ?? null;
}
