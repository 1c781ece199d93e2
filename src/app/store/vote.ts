/** A person's 👎 on the answer to a question; `query` is what they had asked, empty if unknown. */
export type Vote = {
  readonly scope: string;
  readonly user: string;
  readonly question: string;
  readonly query: string;
};

export type VoteUnit = {
  /**
   * False if this person's vote on that answer exists already. Kept for 30 days, under a fingerprint of the person's
   * key.
   */
  readonly add: (vote: Vote, now: number) => Promise<boolean>;
  /** Withdraws it; returns the query that it was about, null if there was none. */
  readonly remove: (user: string, question: string) => Promise<string | null>;
};
