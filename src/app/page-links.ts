/** Addresses of the pages that the bot serves beside the chat; null if it serves none, or nobody could reach them. */
export type PageLinks = {
  readonly question: (id: string) => string | null;
  readonly board: (token: string) => string | null;
};

export const noPages: PageLinks = { question: () => null, board: () => null };

/** Pages below an address such as `https://bot.example`. */
export function pagesAt(address: string): PageLinks {
  const page = (path: string) => new URL(path, address).href;
  return { question: (id) => page(`/questions/${id}`), board: (token) => page(`/leaderboard/${token}`) };
}
