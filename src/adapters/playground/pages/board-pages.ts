/** What the page of a leaderboard shows. All names are untrusted text. */
export type BoardPage = {
  /** What the board is of: `#general`, or the name of a workspace. */
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
  /** The sum of points at the end of each local date (YYYY-MM-DD, ascending), for the first few players. */
  readonly history: {
    readonly dates: readonly string[];
    readonly lines: readonly { readonly name: string; readonly points: readonly number[] }[];
  };
  readonly topics: readonly { readonly topic: string; readonly answered: number; readonly correct: number }[];
};

/** Where the pages of leaderboards come from. */
export type BoardPages = {
  /** The board of an unguessable token; null when there is none such. */
  readonly board: (token: string) => Promise<BoardPage | null>;
};
