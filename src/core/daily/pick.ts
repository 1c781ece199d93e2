import { itemKey } from '../asked-item.ts';
import { shuffleRank } from './shuffle-rank.ts';

/** An item of the bank, by the ids of its question and its own. */
export type ItemIds = { readonly question: string; readonly item: string };

/** What was asked before; `item` is null if the bank no longer has it, or has it with another key. */
export type AskedIds = { readonly question: string; readonly item: string | null };

/**
 * Chooses what to ask next in a channel: first from questions that were never asked there, then items that were never
 * asked, then the item asked longest ago. So no question repeats before every other one in the pool has been asked, and
 * no item before every other item; additions to the bank come first, and removals do no harm.
 *
 * `pool` is the part of the bank that passes the channel's filter; `history` is everything that was asked in the
 * channel, oldest first, whatever the filter was then. `seed` breaks ties: the same seed, pool and history give the
 * same item, and a change of the bank leaves the order of the others as it was. Null only if the pool is empty.
 */
export function pickDaily<Entry extends ItemIds>(options: {
  readonly pool: readonly Entry[];
  readonly history: readonly AskedIds[];
  readonly seed: string;
}): Entry | null {
  const questionAsked = new Map(options.history.map(({ question }, place) => [question, place]));
  const itemAsked = new Map(
    options.history.map(({ question, item }, place) => [item && itemKey(question, item), place]),
  );
  const rank = (entry: Entry): readonly number[] => {
    const key = itemKey(entry.question, entry.item);
    const question = questionAsked.get(entry.question) ?? never;
    const chances = [entry.question, key].map((text) => shuffleRank(options.seed, text));
    return [itemAsked.get(key) ?? never, question, ...chances];
  };
  let best: { readonly entry: Entry; readonly rank: readonly number[] } | null = null;
  for (const entry of options.pool) {
    const own = rank(entry);
    if (best === null || comesBefore(own, best.rank)) best = { entry, rank: own };
  }
  return best?.entry ?? null;
}

/** Before everything in the history. All items of an unasked question are unasked too, so it outranks all others. */
const never = -1;

function comesBefore(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
}
