import { createBackground } from './app/background.ts';
import type { BankIndex } from './app/bank-index.ts';
import { createBankIndex } from './app/bank-index.ts';
import { answeringBy } from './app/banks/answering.ts';
import { createBankFeature } from './app/banks/bank-feature.ts';
import { createBanksInUse } from './app/banks/banks-in-use.ts';
import { byBank, onceForEach } from './app/banks/by-bank.ts';
import type { ChannelBanks } from './app/banks/channel-banks.ts';
import { createChannelBanks } from './app/banks/channel-banks.ts';
import { createBoardPages } from './app/boards/board-page.ts';
import type { Clock } from './app/clock.ts';
import type { Connection } from './app/connection.ts';
import { linkBy, nameBy } from './app/delivery/by-messenger.ts';
import type { Messenger } from './app/delivery/messenger.ts';
import { takeUntold } from './app/delivery/untold.ts';
import { wakeOnCommit } from './app/delivery/wake-on-commit.ts';
import { createApplication } from './app/dispatch/application.ts';
import { onceInStore } from './app/dispatch/once.ts';
import type { Environment } from './app/environment.ts';
import { createFeatures } from './app/features.ts';
import { createResting, withoutResting } from './app/flags/resting.ts';
import type { FlagSettings } from './app/flags/telling.ts';
import { onlyCounted } from './app/flags/telling.ts';
import { createSaid } from './app/interview/said.ts';
import { createLookUp, followLookUp } from './app/look-up/look-up.ts';
import { createNotes, notesOf } from './app/look-up/notes.ts';
import { createVotes } from './app/look-up/votes.ts';
import type { PageLinks } from './app/page-links.ts';
import { noPages } from './app/page-links.ts';
import type { Application, Log } from './app/ports.ts';
import type { ItemStatistics } from './app/practice/item-statistics.ts';
import { createItemStatistics } from './app/practice/item-statistics.ts';
import type { ProgressPages } from './app/progress/progress-pages.ts';
import { createProgressPages } from './app/progress/progress-pages.ts';
import { createLiveQuizzes } from './app/quiz/live-quizzes.ts';
import { createOutages } from './app/quiz/outages.ts';
import type { Presenting } from './app/quiz/presenting.ts';
import { createPresenting } from './app/quiz/presenting.ts';
import { createProgress } from './app/quiz/progress.ts';
import { createRecovery } from './app/quiz/recovery.ts';
import { createScopeFeature } from './app/scope-data/scope-feature.ts';
import type { Store } from './app/store/store.ts';
import type { SuggestionDesk } from './app/suggestions/desk.ts';
import { createSuggestions } from './app/suggestions/suggestions.ts';
import { takeOver } from './app/upkeep/take-over.ts';
import { createWelcome } from './app/upkeep/welcome.ts';
import { homeCard } from './app/views/home.ts';
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
  /** What is done with questions that people suggest; left out where they cannot. */
  readonly suggestions?: SuggestionDesk;
  readonly bank: Bank;
  /** Those beside it, each under its own name (`nameBank`); none by default. */
  readonly others?: readonly Bank[];
  /** Of the bot itself, as its home page says it. */
  readonly version?: string;
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
  /** What the page of how people answered shows. */
  readonly statistics: ItemStatistics;
  /** What the pages of quizzes show. */
  readonly presenting: Presenting;
  /**
   * Goes on with another version of the bank of that name, from when the promise resolves; what was asked before stays as it was
   * asked. Rejects with a Fault when that could not be kept, and the version before stays.
   */
  readonly useBank: (bank: Bank) => Promise<void>;
  /** Titles of questions of a bank, by its name, that match what has been typed so far, best first. */
  readonly complete: (bank: string, typed: string, limit: number) => readonly string[];
  /** From now on cards link to these pages; before anybody has been answered. */
  readonly useLinks: (links: PageLinks) => void;
  /** Looks at once for what is due, as it does by itself at least every second; for a clock that was set. */
  readonly wake: () => void;
  /** Begins nothing new, finishes what was begun. The store stays open. */
  readonly stop: () => Promise<void>;
};

export function createBot({
  bank: first,
  others = [],
  version = 'unknown',
  store: plainStore,
  token,
  log,
  searchOf = createSearch,
  flags: flagSettings = onlyCounted,
  suggestions: desk,
  ...given
}: Options): Bot {
  const { clock, random, rules } = given;
  const messengers = new Map<string, Messenger>();
  let links = noPages;
  const store = wakeOnCommit(plainStore, () => background.wake());
  const notes = createNotes({ store, clock, log });
  const reading = { links: () => links, notes, votes: createVotes(store, clock), suggests: desk !== undefined };
  const read = readWith(searchOf, { ...reading, random, plays: true, several: others.length > 0, whole: false });
  const resting = createResting({ store, log, people: flagSettings.rest });
  const narrowed = (index: BankIndex) => withoutResting(index, resting.hashes);
  const { library, ...banks } = createBanksInUse({ banks: [first, ...others], read, narrowed, store, clock });
  const channels = createChannelBanks({ store, clock, library, log });
  const lookUpOf = onceForEach((name) => followLookUp(() => banks.current(name).lookUp));
  const reach = { links: () => links, link: linkBy(messengers), flags: true } as const;
  const environment = { ...given, ...reach, store, bank: library.everything, memory: store, token, said: createSaid() };
  const live = createLiveQuizzes({ ...environment, hasRoom: (scope) => background.hasRoom(scope) });
  const progress = createProgress(live.showProgress);
  const outages = createOutages({ store, live, clock, log });
  const background = createBackground({ ...environment, library, channels, live, outages, messengers, resting, log });
  const choosing = { store, clock, library, channels };
  const recovery = createRecovery({ store, live, clock, log, heard: outages.heard });
  const suggestions = createSuggestions({
    ...choosing,
    random,
    desk,
    log,
    search: (name) => banks.current(name).search,
  });
  let takingOver: Promise<unknown> | null = null;

  const featuresOf = onceForEach((name) =>
    createFeatures(lookUpOf(name), {
      ...{ ...environment, bank: library.index(name), live, progress, outages, opened: recovery.hurry },
      ...{ settings: flagSettings, changed: resting.look, nameOf: nameBy(messengers) },
    }),
  );
  const application = createApplication({
    ...fromStore(store, channels),
    once: onceInStore(environment),
    features: [...placeFeatures(choosing), ...suggestions.features, byBank(featuresOf, library, channels)],
    ...answeringBy(lookUpOf, library, channels, (help) => homeCard(help, version, links)),
    welcome: createWelcome(environment, () => links),
    completeTimeZone: (typed, limit) => completeTimeZone(typed, rules, limit),
  });

  return {
    application,
    ...createPageSources({ ...environment, live }),
    ...{ useBank: banks.change, wake: background.wake },
    complete: (bank, typed, limit) => lookUpOf(library.names().includes(bank) ? bank : '').complete(typed, limit),
    useLinks: (served) => {
      links = served;
    },
    recover: async () => {
      const adopt = () => takeOver({ store, bank: banks.whole, clock, log });
      takingOver ??= banks.keep().then(adopt).then(resting.look).then(channels.recover).then(suggestions.file);
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
      for (const begun of [progress, background, recovery, notes]) await begun.stop();
    },
  };
}

/** What is decided for a channel, or for a whole workspace or server. */
function placeFeatures(needs: Parameters<typeof createBankFeature>[0]) {
  return [createBankFeature(needs), createScopeFeature({ ...needs, forgotten: needs.channels.forget })];
}

/** What pages are made of. */
function createPageSources(needs: Environment & Parameters<typeof createPresenting>[0]) {
  return {
    boards: createBoardPages(needs),
    progress: createProgressPages(needs),
    statistics: createItemStatistics(needs),
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
    const notes = notesOf(bank.subject, needs.notes);
    const lookUp = createLookUp({ bank, search, ...needs, notes });
    return { index: createBankIndex(bank, contentDigest), search, lookUp };
  };
}

/** What the application asks of the memory, or has it forget. */
function fromStore({ transact }: Store, { forget }: Pick<ChannelBanks, 'forget'>) {
  return {
    untold: (user: string) => transact((unit) => takeUntold(unit, user)),
    lastName: (user: string) => transact((unit) => unit.people.nameOf(user)),
    forgetScope: async (scope: string) => {
      await transact((unit) => unit.people.forgetScope(scope));
      forget(scope);
    },
  };
}
