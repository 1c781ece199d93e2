import { createReplanning } from './daily/replanning.ts';
import { createDailyTimers } from './daily/timers.ts';
import { practicePlans } from './daily-practice/plans.ts';
import { createDailyPracticeTimers } from './daily-practice/timers.ts';
import type { Messenger } from './delivery/messenger.ts';
import { createOutboxRelay } from './delivery/relay.ts';
import { createTimers } from './delivery/timers.ts';
import { createDirectMessageTimer } from './delivery/untold.ts';
import type { Environment } from './environment.ts';
import type { Resting } from './flags/resting.ts';
import type { Log } from './ports.ts';
import type { LiveQuizzes } from './quiz/live-quizzes.ts';
import type { Outages } from './quiz/outages.ts';
import { createQuizTimers } from './quiz/timers.ts';
import { createHousekeeping } from './upkeep/housekeeping.ts';

type Options = Environment & {
  readonly live: LiveQuizzes;
  readonly outages: Outages;
  /** By platform; they may come until `start`. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly resting: Pick<Resting, 'start' | 'stop'>;
  readonly log: Log;
};

/** What happens by itself: timers, the outbox, planning anew and clearing up. */
export type Background = {
  readonly start: () => void;
  /** Looks at once for what is due. */
  readonly wake: () => void;
  /** See `OutboxRelay`. */
  readonly hasRoom: (scope: string) => boolean;
  /** Begins nothing new; resolves when all that was begun has ended. */
  readonly stop: () => Promise<void>;
};

/** Nothing runs before `start`. */
export function createBackground({ live, outages, messengers, resting, log, ...environment }: Options): Background {
  const { store, bank, clock, rules } = environment;
  const timers = createTimers({
    store,
    clock,
    log,
    handlers: new Map([
      ...createDailyTimers({ ...environment, log }),
      ...createDailyPracticeTimers({ ...environment, log }),
      ...createQuizTimers({ ...environment, live, log, outages }),
      createDirectMessageTimer({ store, clock }),
    ]),
  });
  const relay = createOutboxRelay({ store, clock, messengers, log });
  const housekeeping = createHousekeeping({ store, bank, clock, log });
  const replanning = createReplanning({ store, clock, rules, log, others: [practicePlans] });

  return {
    start: () => {
      timers.start();
      relay.start();
      housekeeping.start();
      resting.start();
      void replanning.start();
    },
    hasRoom: relay.hasRoom,
    wake: () => {
      timers.wake();
      relay.wake();
    },
    stop: async () => {
      housekeeping.stop();
      resting.stop();
      await replanning.stop();
      await timers.stop();
      await relay.stop();
    },
  };
}
