/** What people asked and the bank does not answer, or not well; the text, never the person. */
export type Gap = {
  readonly kind: 'unanswered' | 'down-voted';
  readonly query: string;
  /** The question that was shown and found of no use; empty for unanswered ones. */
  readonly question: string;
  readonly count: number;
  /** UTC ms. */
  readonly last: number;
};

export type GapUnit = {
  /** Adds one; queries that differ in case and spaces only are one. At most 5,000 different ones are kept, the rarest and oldest go. */
  readonly count: (gap: Pick<Gap, 'kind' | 'query' | 'question'>, now: number) => Promise<void>;
  /** Takes one off again; what is at nought goes. */
  readonly uncount: (gap: Pick<Gap, 'kind' | 'query' | 'question'>) => Promise<void>;
  /** Most frequent first. */
  readonly list: (limit: number) => Promise<readonly Gap[]>;
};
