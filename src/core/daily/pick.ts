import { shuffleRank } from './shuffle-rank.ts';

/** An item of the bank by its question's id and its place among that question's items, counted from 0. */
export type ItemKey = { readonly question: string; readonly item: number };

/**
 * Chooses what to ask next in a channel: first of questions that were never asked there, then items that were never
 * asked, then the item asked longest ago. Thus no question comes twice while another one of the pool has not come at
 * all, and no item while another one has not; what is added to the bank comes first, what was removed is not missed.
 *
 * `pool` is what the channel's filter leaves of the bank; `history` is all that was asked in the channel, oldest first,
 * whatever the filter was then. `seed` decides among equals: the same seed, pool and history give the same item, and a
 * change of the bank leaves the order of the others as it was. Null only if the pool is empty.
 */
export function pickDaily<Entry extends ItemKey>(options: {
  readonly pool: readonly Entry[];
  readonly history: readonly ItemKey[];
  readonly seed: string;
}): Entry | null {
  const questionAsked = new Map(options.history.map(({ question }, place) => [question, place]));
  const itemAsked = new Map(options.history.map((key, place) => [toText(key), place]));
  const rank = (entry: Entry): readonly number[] => {
    const question = questionAsked.get(entry.question) ?? never;
    const chances = [entry.question, toText(entry)].map((key) => shuffleRank(options.seed, key));
    return [itemAsked.get(toText(entry)) ?? never, question, ...chances];
  };
  let best: { readonly entry: Entry; readonly rank: readonly number[] } | null = null;
  for (const entry of options.pool) {
    const own = rank(entry);
    if (best === null || comesBefore(own, best.rank)) best = { entry, rank: own };
  }
  return best?.entry ?? null;
}

/** Before every place in the history. An unasked question has unasked items only, so that it outranks all others. */
const never = -1;

function toText({ question, item }: ItemKey): string {
  return `${question}#${item}`;
}

function comesBefore(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
}
