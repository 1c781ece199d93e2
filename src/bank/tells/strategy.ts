import type { ProseItem } from './prose-item.ts';

/**
 * A way to guess keys without knowing the subject. For each item the places of the options that it would choose from;
 * null where it has nothing to go by.
 */
export type Strategy = (items: readonly ProseItem[]) => readonly (readonly number[] | null)[];

/** The strategy that chooses the one option with the highest score; it says nothing where several have it. */
export function highest(scoreOf: (option: string, item: ProseItem) => number): Strategy {
  return (items) =>
    items.map((item) => {
      const scores = item.options.map((option) => scoreOf(option, item));
      const best = Math.max(...scores);
      const places = scores.flatMap((score, place) => (score === best ? [place] : []));
      return places.length === 1 ? places : null;
    });
}
