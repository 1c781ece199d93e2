import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Messenger } from '../../src/app/delivery/messenger.ts';
import type { Adapter, Application, Log } from '../../src/app/ports.ts';
import { createBot } from '../../src/bot.ts';
import type { Bank } from '../../src/core/bank.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { createSuggestionDesk } from '../../src/suggestions.ts';
import type { Line } from '../adapters/discord/harness.ts';
import { createLineLog } from '../adapters/discord/harness.ts';
import { sqliteDatabase } from '../faults/database.ts';
import { bankOf, shipped } from '../search/bank.ts';
import { searchOf } from '../search/search-of.ts';
import { putNewDatabase } from '../storage/new-database.ts';
import { settled } from '../storage/settled.ts';
import { rules } from '../zone-rules.ts';
import type { Chat } from './chat.ts';

/** The whole bot over a real SQLite file, to be connected to one platform. */
export type RunningBot = Pick<Chat, 'store' | 'database' | 'now' | 'forward' | 'settled' | 'useBank'> & {
  readonly application: Application;
  readonly log: Log;
  readonly lines: readonly Line[];
  /** An error that the test brings about itself, by its message. */
  readonly excuse: (message: RegExp) => void;
  /**
   * Starts everything and ends it with the test, which fails when the platform would have refused anything or the log
   * has an error.
   */
  readonly connect: (adapter: Adapter, simulator: { readonly stop: () => Promise<void> }) => Promise<void>;
};

/** Opens the bot with a time that is so many ms ahead of the machine's, and banks beside the one that we ship. */
export async function openRunningBot(head: number, others: readonly Bank[] = []): Promise<RunningBot> {
  let ahead = head;
  const now = () => Date.now() + ahead;
  const directory = await mkdtemp(join(tmpdir(), 'whole-'));
  const file = join(directory, 'bot.sqlite');
  const { log, lines } = createLineLog();
  await putNewDatabase(file);
  const store = await openStore({ kind: 'sqlite', path: file }, { owner: 'one', log });
  const clock = { wall: now, steady: now };
  const suggestions = createSuggestionDesk({ bankDirectory: '', folder: null, useBank: async () => {} });
  let tokens = 0;
  const token = () => (tokens++ === 0 ? 't' : `t${tokens}`);
  const bot = createBot({
    bank: shipped,
    others,
    store,
    clock,
    random: Math.random,
    rules,
    token,
    log,
    searchOf,
    suggestions,
  });
  const database = sqliteDatabase(file);
  const underWay = new Set<Promise<unknown>>();
  // Of a connection that cannot be made again the bot speaks itself, as a warning.
  const excused = [/^Failed to retrieve a new WSS URL/, /^WebSocket error/];
  return {
    excuse: (message) => void excused.push(message),
    application: bot.application,
    useBank: (questions) => bot.useBank(bankOf(questions)),
    store,
    database,
    log,
    lines,
    now,
    forward: (milliseconds) => {
      ahead += milliseconds;
      bot.wake();
    },
    settled: async () => {
      await settled(database, clock, bot.wake);
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    connect: async (adapter, simulator) => {
      await bot.recover();
      await adapter.start();
      if (adapter.messenger === null) throw new Error(`${adapter.name} has no messenger`);
      const { name, connection } = adapter;
      const connections = new Map(connection === undefined ? [] : [[name, connection]]);
      bot.start(new Map([[name, noting(underWay, adapter.messenger)]]), connections);
      onTestFinished(async () => {
        await bot.stop();
        await adapter.stop();
        await store.close();
        await simulator.stop();
        await rm(directory, { recursive: true });
        const said = lines.filter(({ message }) => !excused.some((pattern) => pattern.test(message)));
        expect(said.filter(({ level, message }) => level === 'error' || message.includes('did not fit'))).toEqual([]);
      });
    },
  };
}

/** The same messenger; what it is asked for is in the set until it has ended, even when nobody waits for it any more. */
function noting(underWay: Set<Promise<unknown>>, messenger: Messenger): Messenger {
  const note = <Result>(ending: Promise<Result>): Promise<Result> => {
    underWay.add(ending);
    const forget = () => void underWay.delete(ending);
    ending.then(forget, forget);
    return ending;
  };
  return {
    ...messenger,
    post: (...given) => note(messenger.post(...given)),
    edit: (...given) => note(messenger.edit(...given)),
    openThread: (...given) => note(messenger.openThread(...given)),
    find: (...given) => note(messenger.find(...given)),
  };
}

/** Gives a picture at once: what pictures show is tested elsewhere. */
export async function drawPicture(): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
}
