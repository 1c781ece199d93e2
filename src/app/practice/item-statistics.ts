import type { Environment } from '../environment.ts';
import type { ItemFigures } from './item-figures.ts';
import { itemFigures } from './item-figures.ts';

/** Answers before an item is told of: from fewer one could tell what a person chose. */
export const fewestTold = 10;

/** For how long (ms) what was read is shown again. */
const freshFor = 60_000;

/** The figures of the items that enough people have answered, those that the fewest get right first. */
export type ItemStatistics = () => Promise<readonly ItemFigures[]>;

/** Reads them at most once a minute, however many look. */
export function createItemStatistics({
  store,
  bank,
  clock,
}: Pick<Environment, 'store' | 'bank' | 'clock'>): ItemStatistics {
  let last: { readonly at: number; readonly read: Promise<readonly ItemFigures[]> } | null = null;

  async function read(): Promise<readonly ItemFigures[]> {
    const all = await store.transact((unit) => itemFigures(unit, bank));
    const share = ({ right, answers }: ItemFigures) => right / answers;
    return all.filter(({ answers }) => answers >= fewestTold).toSorted((one, other) => share(one) - share(other));
  }

  return () => {
    const now = clock.steady();
    if (last === null || now - last.at >= freshFor) {
      const reading = read();
      last = { at: now, read: reading };
      reading.catch(() => {
        last = null;
      });
    }
    return last.read;
  };
}
