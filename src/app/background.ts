import { plansOf } from './appointments/plans.ts';
import { createAppointmentTimers } from './appointments/timers.ts';
import { timersByBank } from './banks/by-bank.ts';
import type { ChannelBanks } from './banks/channel-banks.ts';
import type { Library } from './banks/library.ts';
import { createReplanning } from './daily/replanning.ts';
import { createDailyTimers } from './daily/timers.ts';
import { practiceAppointment } from './daily-practice/practice-appointment.ts';
import type { Messenger } from './delivery/messenger.ts';
import { createOutboxRelay } from './delivery/relay.ts';
import { createTimers } from './delivery/timers.ts';
import { createDirectMessageTimer } from './delivery/untold.ts';
import type { Environment } from './environment.ts';
import type { Resting } from './flags/resting.ts';
import { createPeerTimers } from './interview/peer-timers.ts';
import type { Log } from './ports.ts';
import type { MessageLinks } from './quiz/addresses.ts';
import type { LiveQuizzes } from './quiz/live-quizzes.ts';
import type { Outages } from './quiz/outages.ts';
import { createQuizTimers } from './quiz/timers.ts';
import { reminderAppointment } from './reminders/reminder-appointment.ts';
import { createHousekeeping } from './upkeep/housekeeping.ts';

type Options = Environment & {
  readonly library: Library;
  readonly channels: ChannelBanks;
  readonly live: LiveQuizzes;
  readonly outages: Outages;
  /** By platform; they may come until `start`. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly resting: Pick<Resting, 'start' | 'stop'>;
  readonly link: MessageLinks;
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

/** What comes to people by direct message at an hour of theirs. */
const appointments = [practiceAppointment, reminderAppointment];

/** Nothing runs before `start`. */
export function createBackground({
  library,
  channels,
  live,
  outages,
  messengers,
  resting,
  log,
  ...environment
}: Options): Background {
  const { store, bank, clock, rules } = environment;
  const timers = createTimers({
    store,
    clock,
    log,
    handlers: new Map([
      ...timersByBank((name) => createDailyTimers({ ...environment, bank: library.index(name), log }), channels),
      ...appointments.flatMap((kind) => createAppointmentTimers(kind, { ...environment, log })),
      ...createQuizTimers({ ...environment, live, log, outages }),
      ...createPeerTimers(environment),
      createDirectMessageTimer({ store, clock }),
    ]),
  });
  const relay = createOutboxRelay({ store, clock, messengers, log });
  const housekeeping = createHousekeeping({ store, bank, clock, log });
  const replanning = createReplanning({ store, clock, rules, log, others: appointments.map(plansOf) });

  return {
    start: () => {
      timers.start();
      relay.start();
      housekeeping.start();
      resting.start();
      channels.start();
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
      channels.stop();
      await replanning.stop();
      await timers.stop();
      await relay.stop();
    },
  };
}
