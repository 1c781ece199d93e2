import type { Calibration } from '../core/bank.ts';

/** What `createSearch` gives: look-up, neighbours and completion over one bank. Pure and synchronous. */
export type Search = {
  /** From which confidence on it answers, and how that was found. */
  readonly calibration: Calibration;
  /** Ranks the bank for a query of any text and length, best first, at most `limit` hits. Never throws. */
  readonly search: (query: string, limit: number) => SearchResult;
  /** Ids of the questions nearest to a question of the bank, best first, itself left out. */
  readonly related: (id: string, limit: number) => readonly string[];
  /** Ids of questions for what has been typed so far, best first; for autocompletion at every key. */
  readonly complete: (typed: string, limit: number) => readonly string[];
};

export type SearchResult = {
  /**
   * `answer`: the first hit is right as far as the evidence goes. `partial`: the first hit explains the thing that is asked
   * about, and probably not what is asked about it. `unsure`: hits are near, none is certain.
   * `nothing`: the bank does not cover the query, or there is nothing in it to search for.
   */
  readonly verdict: 'answer' | 'partial' | 'unsure' | 'nothing';
  /** In [0, 1]: how much of what the query says the first hit explains, and how clearly it leads. */
  readonly confidence: number;
  readonly hits: readonly Hit[];
};

export type Hit = {
  readonly id: string;
  /** Comparable within one result only. */
  readonly score: number;
};
