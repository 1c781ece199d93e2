import type { BankIndex } from '../bank-index.ts';
import { askedOf } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';

/** Interval between two clean-ups, in ms. */
const interval = 60 * 60_000;

type Options = { readonly store: Store; readonly bank: BankIndex; readonly clock: Clock; readonly log: Log };

/** Deletes expired data every hour; nothing that the present bank may ask expires. */
export function createHousekeeping({ store, bank, clock, log }: Options): {
  readonly start: () => void;
  readonly stop: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  async function tidy(): Promise<void> {
    const now = clock.wall();
    await store.transact((unit) => unit.items.keep(askedOf(bank), now));
    await store.purge(now);
  }
  return {
    start: () => {
      timer = setInterval(() => {
        tidy().catch((error: unknown) => log.warn({ err: error }, 'Old rows could not be deleted.'));
      }, interval);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
