import { setBounded } from '../../core/bounded-map.ts';

/**
 * Number of answers that are remembered; votes come soon after the answer, and a vote on a forgotten one still counts.
 */
const remembered = 5000;

type Entry = { readonly query: string | undefined; readonly voted: 'up' | 'down' | null };

/** Which query gave whom which answer, and whether they have voted on it; in memory, the oldest forgotten first. */
export type RecentAnswers = {
  readonly note: (user: string, question: string, query: string) => void;
  /**
   * Records a vote; returns the query of that answer, undefined if it is no longer known, and the person's previous
   * vote.
   */
  readonly vote: (user: string, question: string, useful: boolean) => Entry;
};

/** Keeps at most 5,000 answers. */
export function createRecentAnswers(): RecentAnswers {
  const entries = new Map<string, Entry>();
  const set = (key: string, entry: Entry) => setBounded(entries, key, entry, remembered);
  const keyOf = (user: string, question: string) => `${user}|${question}`;

  return {
    note: (user, question, query) => {
      const key = keyOf(user, question);
      set(key, { query, voted: entries.get(key)?.voted ?? null });
    },
    vote: (user, question, useful) => {
      const key = keyOf(user, question);
      const known = entries.get(key) ?? { query: undefined, voted: null };
      set(key, { ...known, voted: useful ? 'up' : 'down' });
      return known;
    },
  };
}
