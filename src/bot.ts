import { askedOf, createBankIndex, followBank } from './app/bank-index.ts';
import { createBoardPages } from './app/boards/board-page.ts';
import { createLeaderboardFeature } from './app/boards/leaderboard-feature.ts';
import { createPersonalFeature } from './app/boards/personal-feature.ts';
import type { Clock } from './app/clock.ts';
import { createDailyFeature } from './app/daily/daily-feature.ts';
import { createReplanning } from './app/daily/replanning.ts';
import { createDailyTimers } from './app/daily/timers.ts';
import type { Messenger } from './app/delivery/messenger.ts';
import { createOutboxRelay } from './app/delivery/relay.ts';
import { createTimers } from './app/delivery/timers.ts';
import { wakeOnCommit } from './app/delivery/wake-on-commit.ts';
import { createApplication } from './app/dispatch/application.ts';
import { createGapNotes } from './app/look-up/gaps.ts';
import { createLookUp } from './app/look-up/look-up.ts';
import { createPractice } from './app/look-up/practice.ts';
import { createVotes } from './app/look-up/votes.ts';
import type { PageLinks } from './app/page-links.ts';
import { noPages } from './app/page-links.ts';
import type { Application, Log } from './app/ports.ts';
import { createLiveQuizzes } from './app/quiz/live-quizzes.ts';
import { createProgress } from './app/quiz/progress.ts';
import { createQuizFeature } from './app/quiz/quiz-feature.ts';
import { createRecovery } from './app/quiz/recovery.ts';
import { createQuizTimers } from './app/quiz/timers.ts';
import type { Store } from './app/store/store.ts';
import { createHousekeeping } from './app/upkeep/housekeeping.ts';
import { takeOver } from './app/upkeep/take-over.ts';
import type { Question } from './core/question.ts';
import { completeTimeZone } from './core/schedule/time-zones.ts';
import type { ZoneRules } from './core/schedule/zone-rules.ts';
import { contentDigest } from './ops/digest.ts';
import { rememberResults } from './search/remembered.ts';
import type { Search } from './search/result.ts';
import { createSearch } from './search/search.ts';

type Options = {
  readonly questions: readonly Question[];
  readonly store: Store;
  readonly clock: Clock;
  /** Chance in [0, 1); of what was drawn, nobody can tell what will be. */
  readonly random: () => number;
  /** Makes a word that nobody can guess, at least 16 characters of an address. */
  readonly token: () => string;
  /** By which local times are reckoned. */
  readonly rules: ZoneRules;
  readonly log: Log;
  /** Makes a bank searchable, by default anew each time. */
  readonly searchOf?: (questions: readonly Question[]) => Search;
};

/** The whole bot with a memory: what adapters talk to, and the loops that act by themselves. */
export type Bot = {
  readonly application: Application;
  /**
   * Keeps what the bank may ask, takes over what earlier versions have asked, and gives back to running quizzes the time
   * that was lost since the last sign of life. Before any event is taken, and once more when the platforms are connected.
   */
  readonly recover: () => Promise<void>;
  /** Takes up what is due, through these messengers by platform. */
  readonly start: (messengers: ReadonlyMap<string, Messenger>) => void;
  /** What the pages of boards show. */
  readonly boards: ReturnType<typeof createBoardPages>;
  /**
   * Goes on with another bank, from when the promise resolves; what was asked before stays as it was asked. Rejects with a
   * Fault when that could not be kept, and the bank before stays.
   */
  readonly useBank: (questions: readonly Question[]) => Promise<void>;
  /** From now on cards link to these pages; before anybody has been answered. */
  readonly useLinks: (links: PageLinks) => void;
  /** Looks at once for what is due, as it does by itself at least every second; for a clock that was set. */
  readonly wake: () => void;
  /** Begins nothing new, finishes what was begun. The store stays open. */
  readonly stop: () => Promise<void>;
};

export function createBot({
  questions,
  store: plainStore,
  clock,
  random,
  token,
  rules,
  log,
  searchOf = createSearch,
}: Options): Bot {
  const messengers = new Map<string, Messenger>();
  const wake = () => {
    timers.wake();
    relay.wake();
  };
  const store = wakeOnCommit(plainStore, wake);
  const votes = createVotes(store, clock);
  let links = noPages;
  const gaps = createGapNotes({ store, clock, log });
  /** All that is made of the bank, to be made anew when that changes. */
  const readBank = (of: readonly Question[]) => {
    const search = rememberResults(searchOf(of));
    const lookUp = createLookUp({
      questions: of,
      search,
      random,
      plays: true,
      links: () => links,
      noteGap: gaps.note,
      votes,
    });
    return { index: createBankIndex(of, contentDigest), search, lookUp };
  };
  let current = readBank(questions);
  const bank = followBank(() => current.index);
  /** Before any of it may be asked: whoever answers has to find it, in another process and after any change of the bank. */
  const keep = (items: ReturnType<typeof askedOf>) => store.transact((unit) => unit.items.keep(items, clock.wall()));
  let keeping: Promise<unknown> | null = null;
  let changing: Promise<void> = Promise.resolve();
  const link = (channel: string, message: string) =>
    messengers.get(channel.split(':')[0] ?? '')?.link(channel, message) ?? null;

  const live = createLiveQuizzes({ store, bank, clock, rules });
  const progress = createProgress(live.showProgress);
  const timers = createTimers({
    store,
    clock,
    log,
    handlers: new Map([
      ...createDailyTimers({ store, bank, clock, rules, random, log }),
      ...createQuizTimers({ store, live, clock, log }),
    ]),
  });
  const relay = createOutboxRelay({ store, clock, messengers, log });
  const recovery = createRecovery({ store, live, clock, log });
  const housekeeping = createHousekeeping({ store, bank, clock, log });
  const replanning = createReplanning({ store, clock, rules, log });

  const application = createApplication({
    once: {
      take: (key) => store.transact((unit) => unit.isNew(key, clock.wall())),
      giveBack: (key) => store.transact((unit) => unit.forgetEvent(key)),
    },
    features: [
      {
        run: (command, circumstances) => current.lookUp.run(command, circumstances),
        press: (button, circumstances) => current.lookUp.press(button, circumstances),
      },
      createPractice({ bank, random, store }),
      createQuizFeature({ store, bank, live, progress, clock, rules, random, link, opened: recovery.hurry }),
      createDailyFeature({ store, bank, clock, rules, random, token }),
      createLeaderboardFeature({ store, clock, rules, links: () => links, token }),
      createPersonalFeature({ store }),
    ],
    home: () => current.lookUp.home(),
    complete: (typed, limit) => current.search.complete(typed, limit).map((id) => bank.question(id)?.title ?? ''),
    completeTimeZone: (typed, limit) => completeTimeZone(typed, rules, limit),
    forgetScope: (scope) => store.transact((unit) => unit.people.forgetScope(scope)),
  });

  return {
    application,
    boards: createBoardPages({ store, clock, rules }),
    useBank: (changed) => {
      const change = changing.then(async () => {
        const next = readBank(changed);
        await keep(askedOf(next.index));
        current = next;
      });
      changing = change.catch(() => {});
      return change;
    },
    useLinks: (served) => {
      links = served;
    },
    wake,
    recover: async () => {
      keeping ??= keep(askedOf(bank)).then(() => takeOver({ store, bank, clock, log }));
      await keeping;
      await recovery.start();
    },
    start: (connected) => {
      for (const [platform, messenger] of connected) messengers.set(platform, messenger);
      recovery.hurry();
      timers.start();
      relay.start();
      housekeeping.start();
      void replanning.start();
    },
    stop: async () => {
      housekeeping.stop();
      await replanning.stop();
      progress.stop();
      await timers.stop();
      await relay.stop();
      await recovery.stop();
      await gaps.stop();
    },
  };
}
