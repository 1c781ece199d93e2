import type { Clock } from './clock.ts';
import type { Log } from './ports.ts';
import type { Store } from './store/store.ts';

/** From one clearing to the next, in ms. */
const interval = 60 * 60_000;

type Options = { readonly store: Store; readonly clock: Clock; readonly log: Log };

/** Deletes every hour what has had its time. */
export function createHousekeeping({ store, clock, log }: Options): {
  readonly start: () => void;
  readonly stop: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  return {
    start: () => {
      timer = setInterval(() => {
        store.purge(clock.wall()).catch((error: unknown) => log.warn({ err: error }, 'Old rows could not be deleted.'));
      }, interval);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
