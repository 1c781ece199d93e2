import type { BoardView } from '../../../app/boards/board-page.ts';

type Topics = readonly { readonly topic: string; readonly answered: number; readonly correct: number }[];

/** What a leaderboard page shows. All names are untrusted text. */
export type BoardPage = BoardView & {
  /** What the board covers: `#general`, or the name of a workspace. */
  readonly title: string;
  /** Most points first; ties share a rank. Empty on a board of teams. */
  readonly players: readonly {
    readonly rank: number;
    readonly name: string;
    readonly points: number;
    readonly answered: number;
    readonly correct: number;
    readonly won: number;
  }[];
  /** Most wins first; empty on a board of people. */
  readonly ranked: readonly {
    readonly rank: number;
    readonly team: string;
    readonly won: number;
    readonly played: number;
    readonly points: number;
  }[];
  /** Points at the end of each local date (YYYY-MM-DD, ascending), for the first few who want to be shown. */
  readonly history: {
    readonly dates: readonly string[];
    readonly lines: readonly { readonly name: string; readonly points: readonly number[] }[];
  };
  /** Everybody together, over all channels and all time; and the same of each who wants to be shown. */
  readonly topics: Topics;
  readonly persons: readonly { readonly name: string; readonly topics: Topics }[];
};

/** The source of leaderboard pages. */
export type BoardPages = {
  /** One board of the place with an unguessable token; null if there is none. */
  readonly board: (token: string, view: BoardView) => Promise<BoardPage | null>;
};
