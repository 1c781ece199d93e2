/** What a leaderboard page shows. All names are untrusted text. */
export type BoardPage = {
  /** What the board covers: `#general`, or the name of a workspace. */
  readonly title: string;
  /** Most points first; ties share a rank. */
  readonly players: readonly {
    readonly rank: number;
    readonly name: string;
    readonly points: number;
    readonly answered: number;
    readonly correct: number;
    readonly won: number;
  }[];
  /** Total points at the end of each local date (YYYY-MM-DD, ascending), for the first few players. */
  readonly history: {
    readonly dates: readonly string[];
    readonly lines: readonly { readonly name: string; readonly points: readonly number[] }[];
  };
  readonly topics: readonly { readonly topic: string; readonly answered: number; readonly correct: number }[];
};

/** The source of leaderboard pages. */
export type BoardPages = {
  /** The board with an unguessable token; null if there is none. */
  readonly board: (token: string) => Promise<BoardPage | null>;
};
