import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ConnectionReports } from '../../src/app/connection.ts';
import { createConnection } from '../../src/app/connection.ts';
import type { FlagSettings } from '../../src/app/flags/telling.ts';
import type { AskHindrance } from '../../src/app/hindrance.ts';
import type { Caller, Filled, Outcome, Reply } from '../../src/app/ports.ts';
import type { Store } from '../../src/app/store/store.ts';
import type { SuggestionDesk } from '../../src/app/suggestions/desk.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import type { Bank } from '../../src/core/bank.ts';
import { parseCommand } from '../../src/core/command.ts';
import type { Question } from '../../src/core/question.ts';
import { createRandom } from '../../src/core/quiz/random.ts';
import type { ZoneRules } from '../../src/core/schedule/zone-rules.ts';
import type { Search } from '../../src/search/result.ts';
import type { Location } from '../../src/storage/engine.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { createSuggestionDesk } from '../../src/suggestions.ts';
import type { Database } from '../faults/database.ts';
import { sqliteDatabase } from '../faults/database.ts';
import { bank, bankOf } from '../search/bank.ts';
import { searchOf } from '../search/search-of.ts';
import { silent } from '../silent.ts';
import { SimulatedPlatform } from '../simulators/platform/platform.ts';
import { putNewDatabase } from '../storage/new-database.ts';
import { settled } from '../storage/settled.ts';
import { rules as machineRules } from '../zone-rules.ts';

/** A clock that stands until it is set, or runs with the machine's from a given instant on. */
export type TestClock = { wall: () => number; steady: () => number; set: (instant: number) => void };

export function standingClock(start: number): TestClock {
  let now = start;
  return { wall: () => now, steady: () => now, set: (instant) => (now = instant) };
}

/** By the rules of every bank. */
const { check } = createSuggestionDesk({ bankDirectory: '', folder: null, useBank: async () => {} });

export type House = {
  bot: Bot;
  store: Store;
  readonly platform: SimulatedPlatform;
  /** What becomes of the connection; every scope is a part of its own. */
  readonly reports: ConnectionReports;
  readonly clock: TestClock;
  /** What stands against a plan from now on; null for nothing. */
  hindrance: AskHindrance;
  readonly command: (text: string, who?: Partial<Caller>, event?: string) => Promise<Reply>;
  /** Every press is of another message, unless one is named. Null where it is acknowledged and no more. */
  readonly press: (id: string, who?: Partial<Caller>, at?: number) => Promise<Reply>;
  /** What the bot makes of a press before anything is done. */
  readonly outcomeOf: (id: string, who?: Partial<Caller>) => Outcome;
  /** Writes what was asked for, by the id that it was asked for with. */
  readonly say: (id: string, text: string, who?: Partial<Caller>, where?: { readonly stored?: true }) => Promise<Reply>;
  /** Fills in the form that was asked for, likewise. */
  readonly fillIn: (id: string, filled: Filled, who?: Partial<Caller>) => Promise<Reply>;
  readonly pressUnder: (message: string, id: string, who?: Partial<Caller>, at?: number) => Promise<Reply | null>;
  /** Another process over the same database, which answers but does nothing by itself. */
  readonly another: () => Pick<House, 'pressUnder' | 'say'>;
  readonly database: Database;
  /** Waits until the bot has done all that is due, and all that follows from it. */
  readonly settled: () => Promise<void>;
  /** Waits until all is done, sets the clock forward by so many ms, and waits until what falls due by then has been done. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Stops the bot and starts it again over the same database, perhaps with another bank; `meanwhile` nothing runs. */
  readonly restart: (
    questions?: readonly Question[],
    changes?: {
      readonly rules?: ZoneRules;
      readonly meanwhile?: () => Promise<void>;
      readonly others?: readonly Bank[];
    },
  ) => Promise<void>;
};

/** A database of a bot, and the way into it from outside. */
export type Place = { readonly location: Location; readonly database: Database };

/** The whole bot over a real database, a SQLite file by default, and a simulated platform; closed when the test is over. */
export async function openHouse(
  clock: TestClock,
  questions: readonly Question[] = bank,
  {
    place,
    rules: firstRules = machineRules,
    search,
    flags,
    others,
    write = null,
  }: {
    readonly place?: Place | undefined;
    readonly rules?: ZoneRules;
    /** In place of the real one. */
    readonly search?: Search;
    readonly flags?: FlagSettings;
    /** Banks beside it, each under its name. */
    readonly others?: readonly Bank[];
    /** What is done with accepted suggestions; they are only kept by default. */
    readonly write?: SuggestionDesk['write'];
  } = {},
): Promise<House> {
  const directory = await mkdtemp(join(tmpdir(), 'house-'));
  const path = join(directory, 'bot.sqlite');
  const { location, database } = place ?? { location: { kind: 'sqlite', path }, database: sqliteDatabase(path) };
  if (place === undefined) await putNewDatabase(path);
  const platform = new SimulatedPlatform(() => clock.wall());
  const connection = createConnection({
    partOf: (key) => key.split(':').slice(0, 2).join(':'),
    now: () => clock.wall(),
    log: silent,
  });
  const random = createRandom(42);
  let rules = firstRules;
  let beside = others;
  let processes = 0;
  let events = 0;

  async function begin(using: readonly Question[]): Promise<{ bot: Bot; store: Store }> {
    processes += 1;
    const store = await openStore(location, { owner: `process-${processes}`, log: silent });
    const bot = createBot({
      bank: bankOf(using),
      store,
      clock,
      random,
      token: () => `token-${random()}`,
      rules,
      log: silent,
      ...(flags === undefined ? {} : { flags }),
      ...(beside === undefined ? {} : { others: beside }),
      suggestions: { check, write },
      searchOf: search === undefined ? searchOf : () => search,
    });
    await bot.recover();
    bot.start(new Map([['sim', platform.messenger]]), new Map([['sim', connection]]));
    return { bot, store };
  }

  async function end(): Promise<void> {
    await house.bot.stop();
    await house.store.close();
  }

  const caller = (who: Partial<Caller>): Caller => ({
    scope: 'sim:S',
    channel: 'sim:S:C',
    user: 'sim:S:ada',
    name: 'Ada',
    direct: false,
    manages: true,
    ...who,
    moderates: who.moderates ?? who.manages ?? true,
    ...(who.manages === false ? {} : { reviews: true }),
  });
  const happening = (who: Partial<Caller>, at?: number) => {
    events += 1;
    const hindrance: AskHindrance = (plan) => house.hindrance(plan);
    return { caller: caller(who), event: `event-${events}`, at: at ?? clock.wall(), hindrance };
  };
  const result = async (outcome: ReturnType<Bot['application']['respond']>): Promise<Reply | null> => {
    if (outcome.kind === 'nothing' || outcome.kind === 'ask') return null;
    if (outcome.kind === 'aside') return outcome.act();
    if (outcome.kind === 'later') {
      return { audience: outcome.audience, place: outcome.place, card: await outcome.act() };
    }
    await outcome.afterwards?.();
    return outcome.reply;
  };

  const answered = async (outcome: ReturnType<Bot['application']['respond']>): Promise<Reply> => {
    const reply = await result(outcome);
    if (reply === null) throw new Error('There was no answer.');
    return reply;
  };

  const pressAt =
    (application: () => Bot['application']): House['pressUnder'] =>
    (message, id, who = {}, at) =>
      result(application().respond({ kind: 'press', id, message, ...happening(who, at) }));

  const fillInTo =
    (application: () => Bot['application']) =>
    (id: string, filled: Filled, who: Partial<Caller> = {}, where: { readonly stored?: true } = {}) => {
      const about = happening(who);
      const form = { kind: 'form', id, filled, message: `sim:S:C:${about.event}` } as const;
      return answered(application().respond({ ...form, ...about, ...where }));
    };
  const sayTo =
    (application: () => Bot['application']): House['say'] =>
    (id, text, who, where) =>
      fillInTo(application)(id, { text }, who, where);

  const house: House = {
    ...(await begin(questions)),
    platform,
    reports: connection.reports,
    clock,
    hindrance: async () => null,
    command: (text, who = {}, event) =>
      answered(
        house.bot.application.respond({
          kind: 'command',
          command: parseCommand(text, house.bot.application.subject(caller(who).channel).topics),
          ...happening(who),
          ...(event === undefined ? {} : { event }),
        }),
      ),
    press: (id, who = {}, at) => {
      const about = happening(who, at);
      return answered(
        house.bot.application.respond({ kind: 'press', id, message: `sim:S:C:${about.event}`, ...about }),
      );
    },
    outcomeOf: (id, who = {}) => {
      const about = happening(who);
      return house.bot.application.respond({ kind: 'press', id, message: `sim:S:C:${about.event}`, ...about });
    },
    say: sayTo(() => house.bot.application),
    fillIn: fillInTo(() => house.bot.application),
    pressUnder: pressAt(() => house.bot.application),
    another: () => {
      const { store } = house;
      const { application } = createBot({
        bank: bankOf(questions),
        store,
        clock,
        random,
        token: () => `token-${random()}`,
        rules,
        log: silent,
        suggestions: { check, write },
        searchOf,
      });
      return { pressUnder: pressAt(() => application), say: sayTo(() => application) };
    },
    database,
    settled: () => settled(database, clock, () => house.bot.wake()),
    pass: async (milliseconds) => {
      // What follows from what is seen already may be a pause that begins with it.
      await house.settled();
      clock.set(clock.wall() + milliseconds);
      await house.settled();
    },
    restart: async (using = questions, { rules: by = rules, meanwhile, others: next = beside } = {}) => {
      await end();
      await meanwhile?.();
      rules = by;
      beside = next;
      Object.assign(house, await begin(using));
    },
  };
  onTestFinished(async () => {
    await end();
    await rm(directory, { recursive: true });
  });
  return house;
}
