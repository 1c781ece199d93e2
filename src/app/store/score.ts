/** A channel's or a whole workspace's board; the key is that of the channel or the scope. */
export type Board = string;

/** `all`, an ISO week (`2026-W48`), a month (`2026-11`) or a local date (`2026-11-25`). */
export type Period = string;

export type ScoreChange = {
  readonly user: string;
  readonly name: string;
  readonly points: number;
  readonly answered: number;
  readonly correct: number;
  readonly won: number;
};

export type ScoreRow = ScoreChange & {
  /** Ties share a rank: 1, 1, 3. */
  readonly rank: number;
};

export type TeamChange = { readonly team: string; readonly won: boolean; readonly points: number };

export type TeamRow = {
  readonly team: string;
  readonly won: number;
  readonly played: number;
  readonly points: number;
  readonly rank: number;
};

/** A person's totals in one topic, over all channels of a scope. */
export type TopicRow = { readonly topic: string; readonly answered: number; readonly correct: number };

/** Points of one person on one local date. */
export type DayRow = { readonly user: string; readonly date: string; readonly points: number };

/** What a board covers: a channel, or the whole scope if both are the same. */
export type BoardPlace = { readonly board: Board; readonly scope: string; readonly channel: string };

/** Totals that every change updates, so that reading a board costs the same however much was played. */
export type ScoreUnit = {
  /** Adds to each of the boards in each of the periods. */
  readonly add: (boards: readonly Board[], periods: readonly Period[], change: ScoreChange) => Promise<void>;
  readonly addTopic: (scope: string, user: string, topic: string, correct: boolean) => Promise<void>;
  /** Adds one quiz of a team, likewise. */
  readonly addTeam: (boards: readonly Board[], periods: readonly Period[], change: TeamChange) => Promise<void>;
  /** Most points first, then fewer answers, then by user key; from `offset` on. */
  readonly page: (board: Board, period: Period, offset: number, limit: number) => Promise<readonly ScoreRow[]>;
  readonly count: (board: Board, period: Period) => Promise<number>;
  readonly own: (board: Board, period: Period, user: string) => Promise<ScoreRow | null>;
  /** Most wins first, then most points. */
  readonly teams: (board: Board, period: Period, limit: number) => Promise<readonly TeamRow[]>;
  readonly topics: (scope: string, user: string) => Promise<readonly TopicRow[]>;
  /** Who of a board wants to be shown in more detail, by their points of all time, most first. */
  readonly shown: (board: Board, limit: number) => Promise<readonly ScoreChange[]>;
  /** The same for everybody together. */
  readonly topicTotals: (scope: string) => Promise<readonly TopicRow[]>;
  /** Points of these people per local date from `since` (YYYY-MM-DD) on, where they made any; dates ascending. */
  readonly history: (board: Board, users: readonly string[], since: string) => Promise<readonly DayRow[]>;
  /** The token of a board's page; `fresh` becomes it if there is none yet. */
  readonly pageToken: (page: BoardPlace, fresh: string) => Promise<string>;
  /** The board with a token; null if there is none. */
  readonly pageOf: (token: string) => Promise<BoardPlace | null>;
};
