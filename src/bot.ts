import type { Needs as AppointmentNeeds } from './app/appointments/kind.ts';
import { createBackground } from './app/background.ts';
import { createBankInUse } from './app/bank-in-use.ts';
import { createBankIndex } from './app/bank-index.ts';
import { createBoardPages } from './app/boards/board-page.ts';
import { createLeaderboardFeature } from './app/boards/leaderboard-feature.ts';
import { createPersonalFeature } from './app/boards/personal-feature.ts';
import type { Clock } from './app/clock.ts';
import type { Connection } from './app/connection.ts';
import { createDailyFeature } from './app/daily/daily-feature.ts';
import { createDailyPracticeFeature } from './app/daily-practice/daily-practice-feature.ts';
import { takeBackAsked } from './app/daily-practice/practice-appointment.ts';
import type { Messenger } from './app/delivery/messenger.ts';
import { takeUntold } from './app/delivery/untold.ts';
import { wakeOnCommit } from './app/delivery/wake-on-commit.ts';
import { createApplication } from './app/dispatch/application.ts';
import { onceInStore } from './app/dispatch/once.ts';
import type { Environment } from './app/environment.ts';
import { createFlagFeature } from './app/flags/flag-feature.ts';
import { createResting, withoutResting } from './app/flags/resting.ts';
import type { FlagSettings } from './app/flags/telling.ts';
import { onlyCounted } from './app/flags/telling.ts';
import { createInterviewFeature } from './app/interview/interview-feature.ts';
import { createPeerFeature } from './app/interview/peer-feature.ts';
import { leavePeers } from './app/interview/peer-forgetting.ts';
import { createSaid } from './app/interview/said.ts';
import { createLookUp, followLookUp } from './app/look-up/look-up.ts';
import { createNotes } from './app/look-up/notes.ts';
import { createPractice } from './app/look-up/practice.ts';
import { createVotes } from './app/look-up/votes.ts';
import type { PageLinks } from './app/page-links.ts';
import { noPages } from './app/page-links.ts';
import { platformOf } from './app/person-keys.ts';
import type { Application, Log } from './app/ports.ts';
import { createPracticeFeature } from './app/practice/practice-feature.ts';
import { createProgressFeature } from './app/progress/progress-feature.ts';
import type { ProgressPages } from './app/progress/progress-pages.ts';
import { createProgressPages } from './app/progress/progress-pages.ts';
import type { MessageLinks } from './app/quiz/addresses.ts';
import { leaveQuizzes } from './app/quiz/forgetting.ts';
import { createLiveQuizzes } from './app/quiz/live-quizzes.ts';
import { createOutages } from './app/quiz/outages.ts';
import type { Presenting } from './app/quiz/presenting.ts';
import { createPresenting } from './app/quiz/presenting.ts';
import { createProgress } from './app/quiz/progress.ts';
import { createQuizFeature } from './app/quiz/quiz-feature.ts';
import { createRecovery } from './app/quiz/recovery.ts';
import { afterAnswer } from './app/reminders/reminder-appointment.ts';
import { createReminderFeature } from './app/reminders/reminder-feature.ts';
import type { Store, Unit } from './app/store/store.ts';
import { takeOver } from './app/upkeep/take-over.ts';
import type { Bank } from './core/bank.ts';
import { completeTimeZone } from './core/schedule/time-zones.ts';
import type { ZoneRules } from './core/schedule/zone-rules.ts';
import { contentDigest } from './ops/digest.ts';
import { rememberResults } from './search/remembered.ts';
import type { Search } from './search/result.ts';
import { createSearch } from './search/search.ts';

type Options = {
  /** What is done with flags besides counting them; nothing by default. */
  readonly flags?: FlagSettings;
  readonly bank: Bank;
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
  readonly searchOf?: (bank: Bank) => Search;
};

/** The whole bot with a memory: what adapters talk to, and the loops that act by themselves. */
export type Bot = {
  readonly application: Application;
  /**
   * Keeps what the bank may ask, takes over what earlier versions have asked, and gives back to running quizzes the time
   * that was lost since the last sign of life. Before any event is taken, and once more when the platforms are connected.
   */
  readonly recover: () => Promise<void>;
  /**
   * Takes up what is due, through these messengers by platform; what becomes of the connections is watched from then on,
   * so that nobody loses time while a platform is not heard.
   */
  readonly start: (messengers: ReadonlyMap<string, Messenger>, connections?: ReadonlyMap<string, Connection>) => void;
  /** What the pages of boards show. */
  readonly boards: ReturnType<typeof createBoardPages>;
  /** What the pages of people's progress show and give. */
  readonly progress: ProgressPages;
  /** What the pages of quizzes show. */
  readonly presenting: Presenting;
  /**
   * Goes on with another bank, from when the promise resolves; what was asked before stays as it was asked. Rejects with a
   * Fault when that could not be kept, and the bank before stays.
   */
  readonly useBank: (bank: Bank) => Promise<void>;
  /** From now on cards link to these pages; before anybody has been answered. */
  readonly useLinks: (links: PageLinks) => void;
  /** Looks at once for what is due, as it does by itself at least every second; for a clock that was set. */
  readonly wake: () => void;
  /** Begins nothing new, finishes what was begun. The store stays open. */
  readonly stop: () => Promise<void>;
};

export function createBot({
  bank: first,
  store: plainStore,
  token,
  log,
  searchOf = createSearch,
  flags: flagSettings = onlyCounted,
  ...given
}: Options): Bot {
  const { clock, random, rules } = given;
  const messengers = new Map<string, Messenger>();
  let links = noPages;
  const store = wakeOnCommit(plainStore, () => background.wake());
  const notes = createNotes({ store, clock, log });
  const voting = { notes, votes: createVotes(store, clock) };
  const lookUpNeeds = { random, plays: true, whole: false, links: () => links, ...voting };
  const bankInUse = createBankInUse({ bank: first, read: readWith(searchOf, lookUpNeeds), store, clock });
  const resting = createResting({ store, log, people: flagSettings.rest });
  const bank = withoutResting(bankInUse.index, resting.hashes);
  const lookUp = followLookUp(() => bankInUse.current().lookUp);
  const reach = { links: () => links, link: linkBy(messengers), flags: true } as const;
  const environment = { ...given, ...reach, store, bank, memory: store, token, said: createSaid() };
  const live = createLiveQuizzes({ ...environment, hasRoom: (scope) => background.hasRoom(scope) });
  const progress = createProgress(live.showProgress);
  const outages = createOutages({ store, live, clock, log });
  const background = createBackground({ ...environment, live, outages, messengers, resting, log });
  const recovery = createRecovery({ store, live, clock, log, heard: outages.heard });
  let takingOver: Promise<void> | null = null;

  const application = createApplication({
    ...fromStore(store),
    once: onceInStore(environment),
    features: [
      lookUp,
      createPractice({ ...environment, related: lookUp.related }),
      createPracticeFeature({ ...environment, takeBack: takeBackAsked }),
      ...[createInterviewFeature, createPeerFeature, createDailyPracticeFeature].map((create) => create(environment)),
      createQuizFeature({ ...environment, live, progress, outages, opened: recovery.hurry }),
      ...dailyFeatures(environment),
      createFlagFeature({ ...environment, settings: flagSettings, changed: resting.look }),
      ...ownFeatures({ ...environment, leave, nameOf: nameBy(messengers) }),
    ],
    subject: bank.subject,
    ...{ home: lookUp.home, complete: lookUp.complete, answers: lookUp.answers, related: lookUp.related },
    completeTimeZone: (typed, limit) => completeTimeZone(typed, rules, limit),
  });

  return {
    application,
    ...createPageSources({ ...environment, live }),
    useBank: bankInUse.change,
    useLinks: (served) => {
      links = served;
    },
    wake: background.wake,
    recover: async () => {
      const adopt = () => takeOver({ store, bank: bankInUse.index, clock, log });
      takingOver ??= bankInUse.keep().then(adopt).then(resting.look);
      await takingOver;
      await recovery.start();
    },
    start: (connected, connections = new Map()) => {
      for (const [platform, messenger] of connected) messengers.set(platform, messenger);
      for (const [platform, connection] of connections) outages.watch(platform, connection);
      recovery.hurry();
      background.start();
    },
    stop: async () => {
      progress.stop();
      await background.stop();
      await recovery.stop();
      await notes.stop();
    },
  };
}

/** The daily question, and reminders of it. */
function dailyFeatures(environment: Parameters<typeof createDailyFeature>[0] & AppointmentNeeds) {
  const answered = (unit: Unit, user: string) => afterAnswer(unit, user, environment);
  const needs = { ...environment, answered };
  return [createReminderFeature(needs), createDailyFeature(needs)];
}

/** Takes a person who is forgotten out of what others see. */
async function leave(...whom: Parameters<typeof leaveQuizzes>): Promise<void> {
  await leaveQuizzes(...whom);
  await leavePeers(...whom);
}

/** Boards, one's own record, and what one can do with it. */
function ownFeatures(needs: Parameters<typeof createPersonalFeature>[0]) {
  return [createLeaderboardFeature(needs), createProgressFeature(needs), createPersonalFeature(needs)];
}

/** What pages are made of. */
function createPageSources(needs: Environment & Parameters<typeof createPresenting>[0]) {
  return {
    boards: createBoardPages(needs),
    progress: createProgressPages(needs),
    presenting: createPresenting(needs),
  };
}

/** Makes of a bank all that the bot looks things up in. */
function readWith(
  searchOf: (bank: Bank) => Search,
  needs: Omit<Parameters<typeof createLookUp>[0], 'bank' | 'search'>,
) {
  return (bank: Bank) => {
    const search = rememberResults(searchOf(bank));
    return { index: createBankIndex(bank, contentDigest), search, lookUp: createLookUp({ bank, search, ...needs }) };
  };
}

/** What the application asks of the memory, or has it forget. */
function fromStore({ transact }: Store) {
  return {
    untold: (user: string) => transact((unit) => takeUntold(unit, user)),
    lastName: (user: string) => transact((unit) => unit.people.nameOf(user)),
    forgetScope: (scope: string) => transact((unit) => unit.people.forgetScope(scope)),
  };
}

/** The addresses of messages and threads, by the messenger of their platform. */
function linkBy(messengers: ReadonlyMap<string, Messenger>): MessageLinks {
  const of = (channel: string) => messengers.get(platformOf(channel));
  return {
    message: (channel, message) => of(channel)?.link(channel, message) ?? null,
    thread: (channel, message) => of(channel)?.threadLink(channel, message) ?? null,
  };
}

/** The name of a scope, by the messenger of its platform. */
function nameBy(messengers: ReadonlyMap<string, Messenger>) {
  return async (scope: string): Promise<string | null> =>
    (await messengers.get(platformOf(scope))?.nameOf?.(scope)) ?? null;
}
