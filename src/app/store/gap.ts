/**
 * What people asked and the bank does not answer, or not well; the text, never the person. `unanswered`: it has nothing
 * on it. `partial`: it explains the thing, and probably not what is asked about it. `unsure`: questions were near, and
 * none certain. `down-voted`: the answer that was shown got a 👎.
 */
export type Gap = {
  readonly kind: 'unanswered' | 'partial' | 'unsure' | 'down-voted';
  readonly query: string;
  /** The question that was shown and found unhelpful, or the closest that was offered; empty for unanswered queries. */
  readonly question: string;
  readonly count: number;
  /** UTC ms. */
  readonly last: number;
};

export type GapUnit = {
  /**
   * Adds one; queries that differ only in case, spaces and the marks at the end of a sentence are the same. At most
   * 5,000 distinct ones are kept; the rarest and oldest are dropped.
   */
  readonly count: (gap: Pick<Gap, 'kind' | 'query' | 'question'>, now: number) => Promise<void>;
  /** Adds one for each of them, in one go: a flood of them costs little more than one. */
  readonly countAll: (gaps: readonly Pick<Gap, 'kind' | 'query' | 'question'>[], now: number) => Promise<void>;
  /** Subtracts one; a gap with a count of zero is deleted. */
  readonly uncount: (gap: Pick<Gap, 'kind' | 'query' | 'question'>) => Promise<void>;
  /** Most frequent first. */
  readonly list: (limit: number) => Promise<readonly Gap[]>;
};
