import type { Clock } from '../clock.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import type { DueLoop } from './due-loop.ts';
import { createDueLoop } from './due-loop.ts';

/** Most timers that are claimed at once, and the lease (ms) of each. */
const batch = 100;
const lease = 5000;

/**
 * Does what a timer stands for. It must `finish` the timer in the same unit as the effect, and do nothing when that
 * is refused.
 */
export type TimerHandler = (timer: ClaimedTimer) => Promise<void>;

type Options = {
  readonly store: Store;
  readonly clock: Clock;
  /** By the kind of the timer. */
  readonly handlers: ReadonlyMap<string, TimerHandler>;
  readonly log: Log;
};

/** The one loop for everything that is to happen at a time. Late rather than never. */
export function createTimers({ store, clock, handlers, log }: Options): DueLoop {
  const now = () => ({ wall: clock.wall(), steady: clock.steady() });
  return createDueLoop<ClaimedTimer>({
    name: 'timers',
    log,
    claim: () => store.timers.claim(now(), batch, lease),
    untilNext: () => store.timers.untilNext(now()),
    work: async (timer) => {
      const handler = handlers.get(timer.kind);
      if (handler === undefined) {
        log.warn({ key: timer.key, kind: timer.kind }, 'A timer of a kind that this version does not know.');
        return;
      }
      await handler(timer);
    },
  });
}
