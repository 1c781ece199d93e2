import { setBounded } from '../../core/bounded-map.ts';

/**
 * Number of answers that are remembered; votes come soon after the answer, and a vote on a forgotten one still counts.
 */
const remembered = 5000;

/** The verb of the button under which a question was offered without certainty; null if it was shown as the answer. */
type Offer = 'choose' | 'show' | null;

type Entry = {
  readonly query: string | undefined;
  readonly voted: 'up' | 'down' | null;
  readonly offered: Offer;
  readonly opened: boolean;
};

const unknown: Entry = { query: undefined, voted: null, offered: null, opened: false };

/**
 * Which query gave whom which answer or offer, whether they have opened it, and whether they have voted on it; in
 * memory, the oldest forgotten first.
 */
export type RecentAnswers = {
  readonly note: (user: string, question: string, query: string, offered: Offer) => void;
  /**
   * Records that a person has opened what such a button offered. Returns the query that it was offered for; null if it
   * was not, and when they open it again.
   */
  readonly open: (user: string, question: string, verb: 'choose' | 'show') => string | null;
  /**
   * Records a vote; returns the query of that answer, undefined if it is no longer known, and the person's previous
   * vote.
   */
  readonly vote: (user: string, question: string, useful: boolean) => Pick<Entry, 'query' | 'voted'>;
};

/** Keeps at most 5,000 answers. */
export function createRecentAnswers(): RecentAnswers {
  const entries = new Map<string, Entry>();
  const set = (key: string, entry: Entry) => setBounded(entries, key, entry, remembered);
  const keyOf = (user: string, question: string) => `${user}|${question}`;

  return {
    note: (user, question, query, offered) => {
      const key = keyOf(user, question);
      const before = entries.get(key) ?? unknown;
      set(key, { query, voted: before.voted, offered, opened: before.query === query && before.opened });
    },
    open: (user, question, verb) => {
      const key = keyOf(user, question);
      const entry = entries.get(key);
      if (entry?.query === undefined || entry.offered !== verb || entry.opened) return null;
      set(key, { ...entry, opened: true });
      return entry.query;
    },
    vote: (user, question, useful) => {
      const key = keyOf(user, question);
      const known = entries.get(key) ?? unknown;
      set(key, { ...known, voted: useful ? 'up' : 'down' });
      return known;
    },
  };
}
