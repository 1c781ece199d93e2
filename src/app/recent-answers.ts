import { setNewest } from '../core/newest.ts';

/** Answers that are remembered; votes come soon after the answer, and a forgotten one is still a vote. */
const remembered = 5000;

type Entry = { readonly query: string | undefined; readonly voted: boolean };

/** Which query brought whom which answer, and whether they have voted on it; in memory, the oldest forgotten first. */
export type RecentAnswers = {
  readonly note: (user: string, question: string, query: string) => void;
  /** Takes a vote: the query of that answer, undefined when it is not known any more, null when they voted before. */
  readonly vote: (user: string, question: string) => string | undefined | null;
};

/** Keeps at most 5,000 answers. */
export function createRecentAnswers(): RecentAnswers {
  const entries = new Map<string, Entry>();
  const set = (key: string, entry: Entry) => setNewest(entries, key, entry, remembered);
  const keyOf = (user: string, question: string) => `${user}|${question}`;

  return {
    note: (user, question, query) => set(keyOf(user, question), { query, voted: false }),
    vote: (user, question) => {
      const key = keyOf(user, question);
      const known = entries.get(key);
      if (known?.voted === true) return null;
      set(key, { query: known?.query, voted: true });
      return known?.query;
    },
  };
}
