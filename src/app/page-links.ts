import type { TextName } from '../core/text-page.ts';

/** Addresses of the pages that the bot serves beside the chat; null if it serves none, or nobody could reach them. */
export type PageLinks = {
  readonly question: (id: string) => string | null;
  /** The board of a place by its token: which of them stands in `query`. */
  readonly board: (token: string, query?: Readonly<Record<string, string>>) => string | null;
  /** The presenter's view of a quiz, by the word of its address (`presentWord`). */
  readonly present: (word: string) => string | null;
  /** The page of somebody's progress by its token, and what can be downloaded from it. */
  readonly progress: (token: string) => string | null;
  readonly progressFile: (token: string, kind: 'anki' | 'data') => string | null;
  /** A quiz's results as a file, by the word of its address. */
  readonly results: (word: string) => string | null;
  /** A text beside the pages, such as the one on support. */
  readonly text: (name: TextName) => string | null;
};

export const noPages: PageLinks = {
  question: () => null,
  board: () => null,
  present: () => null,
  progress: () => null,
  progressFile: () => null,
  results: () => null,
  text: () => null,
};

/** Pages below an address such as `https://bot.example`. */
export function pagesAt(address: string): PageLinks {
  const page = (path: string) => new URL(path, address).href;
  return {
    question: (id) => page(`/questions/${id}`),
    board: (token, query = {}) => page(`/leaderboard/${token}${searchOf(query)}`),
    present: (word) => page(`/present/${word}`),
    progress: (token) => page(`/progress/${token}`),
    progressFile: (token, kind) => page(`/progress/${token}/${kind}`),
    results: (word) => page(`/results/${word}`),
    text: (name) => page(`/${name}`),
  };
}

function searchOf(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '' : `?${text}`;
}
