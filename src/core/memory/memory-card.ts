/**
 * What somebody remembers of one question of the bank: one card a question, whichever of its items was asked, so that the
 * idea is learned and not the item.
 */
export type MemoryCard = {
  readonly question: string;
  /** The item that was asked last; the next one is another, where there is another. */
  readonly item: string;
  /** When it is to be asked again, UTC ms. */
  readonly due: number;
  /** In so many days the chance of a right answer falls to 90 %. */
  readonly stability: number;
  /** In [1, 10]. */
  readonly difficulty: number;
  /** How often it was answered, and how often wrongly. */
  readonly answered: number;
  readonly missed: number;
  /** The latest answer, UTC ms. */
  readonly last: number;
};

/** One answer as memory sees it: nothing but right or wrong. `at` in UTC ms. */
export type Recall = { readonly item: string; readonly correct: boolean; readonly at: number };

const day = 86_400_000;

/**
 * Until when what falls due is asked at `now` already: half a day ahead, since nobody comes at the same minute each day. By
 * then the days since the last answer, rounded, are those that it was to wait for, see `afterAnswer`.
 */
export function dueBy(now: number): number {
  return now + day / 2;
}

/** In how many days from `now` on a card is asked again; at least 1. */
export function daysUntil({ due }: Pick<MemoryCard, 'due'>, now: number): number {
  return Math.max(1, Math.round((due - now) / day));
}
