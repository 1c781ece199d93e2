import type { ProseItem } from './prose-item.ts';

/** What is known of a feature of options from the other questions: how many keys and how many wrong options have it. */
export type Counts = { readonly keys: number; readonly others: number };

/**
 * Counts, over a bank, how often options with a feature are keys. `elsewhere` leaves out the question that is guessed, or
 * it would be told by its own items. `featuresOf` gives each feature of an option once.
 */
export function countFeatures(
  items: readonly ProseItem[],
  featuresOf: (option: string) => ReadonlySet<string>,
): { readonly elsewhere: (feature: string, question: string) => Counts } {
  const all = new Map<string, Map<string, Counts>>();
  const whole = '';
  for (const { question, options, key } of items) {
    for (const [place, option] of options.entries()) {
      for (const feature of featuresOf(option)) {
        const counts = all.get(feature) ?? new Map<string, Counts>();
        all.set(feature, counts);
        for (const part of [whole, question]) {
          const { keys, others } = counts.get(part) ?? { keys: 0, others: 0 };
          counts.set(part, place === key ? { keys: keys + 1, others } : { keys, others: others + 1 });
        }
      }
    }
  }
  const none = { keys: 0, others: 0 };
  return {
    elsewhere: (feature, question) => {
      const [total, own] = [whole, question].map((part) => all.get(feature)?.get(part) ?? none);
      return { keys: (total ?? none).keys - (own ?? none).keys, others: (total ?? none).others - (own ?? none).others };
    },
  };
}

/**
 * How much more often than not a feature marks a key, as a logarithm: 0 where it says nothing, as one does that was never
 * seen. Three of four options are wrong; one imagined option in that proportion keeps small counts from saying much.
 */
export function keyLogOdds({ keys, others }: Counts): number {
  return Math.log((keys + 0.25) / ((others + 0.75) / 3));
}
