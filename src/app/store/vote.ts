/** A 👎 of somebody on the answer to a question; `query` is what they had asked, empty where that is not known. */
export type Vote = {
  readonly scope: string;
  readonly user: string;
  readonly question: string;
  readonly query: string;
};

export type VoteUnit = {
  /** False when this person's vote on that answer is there already. Kept for 30 days, under a fingerprint of the person's key. */
  readonly add: (vote: Vote, now: number) => Promise<boolean>;
  /** Takes it out; gives the query that it was about, null when there was none. */
  readonly remove: (user: string, question: string) => Promise<string | null>;
};
