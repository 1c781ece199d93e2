/**
 * How often a question was opened that had been offered for a query without certainty; what was asked and chosen, never
 * by whom.
 */
export type Click = {
  readonly query: string;
  readonly question: string;
  readonly count: number;
  /** How often that question got a 👎 as the answer to that query. */
  readonly against: number;
  /** How often that question was shown as a partial answer to that query. */
  readonly partly: number;
  /** UTC ms. */
  readonly last: number;
};

export type ClickUnit = {
  /** Adds one; which queries are the same, and how many are kept, is as for gaps. */
  readonly count: (click: Pick<Click, 'query' | 'question'>, now: number) => Promise<void>;
  /** Most frequent first. */
  readonly list: (limit: number) => Promise<readonly Click[]>;
};
