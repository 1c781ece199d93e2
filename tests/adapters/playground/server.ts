import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BankEvents } from '../../../src/adapters/playground/inbound/bank-events.ts';
import type { BoardPage } from '../../../src/adapters/playground/pages/board-pages.ts';
import { createPlaygroundAdapter } from '../../../src/adapters/playground/playground-adapter.ts';
import { pagesAt } from '../../../src/app/page-links.ts';
import { loadBank } from '../../../src/bank/load.ts';
import { createBot } from '../../../src/bot.ts';
import { nameBank, subjectAmong } from '../../../src/core/bank-name.ts';
import type { Question } from '../../../src/core/question.ts';
import { createClock } from '../../../src/ops/clock.ts';
import { startHttpServer } from '../../../src/ops/http-server.ts';
import { createPainter } from '../../../src/pictures/painter.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { openPlaygroundFile } from '../../../src/storage/playground-store.ts';
import { searchOf } from '../../search/search-of.ts';
import { putNewDatabase } from '../../storage/new-database.ts';
import { rules } from '../../zone-rules.ts';

const quiet = () => {};

/** Says nothing but what went wrong. */
export const quietLog = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: (fields: Readonly<Record<string, unknown>>, message: string) => console.error(message, fields),
};

export const ownBank = fileURLToPath(new URL('../../../data', import.meta.url));

/** The board that is served at `/leaderboard/secret-board`. */
export const board: BoardPage = {
  title: '#general',
  period: 'all',
  teams: false,
  ranked: [],
  players: [
    { rank: 1, name: 'Ada', points: 8420, answered: 31, correct: 27, won: 3 },
    { rank: 2, name: 'Grace <b>H</b>', points: 7105, answered: 30, correct: 24, won: 2 },
    { rank: 3, name: 'Alan', points: 5230, answered: 28, correct: 17, won: 1 },
    { rank: 4, name: 'Barbara', points: 2980, answered: 14, correct: 9, won: 0 },
  ],
  history: {
    dates: ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'],
    lines: [
      { name: 'Ada', points: [900, 1850, 3300, 4100, 5600, 7300, 8420] },
      { name: 'Grace <b>H</b>', points: [1000, 2400, 2900, 4300, 5200, 6100, 7105] },
      { name: 'Alan', points: [0, 700, 1500, 2300, 3700, 4200, 5230] },
      { name: 'Barbara', points: [0, 0, 0, 820, 1400, 2100, 2980] },
    ],
  },
  topics: [
    { topic: 'tensors', answered: 24, correct: 21 },
    { topic: 'vision', answered: 30, correct: 24 },
    { topic: 'training', answered: 28, correct: 19 },
    { topic: 'autograd', answered: 21, correct: 12 },
  ],
  persons: [
    {
      name: 'Ada',
      topics: [
        { topic: 'tensors', answered: 12, correct: 11 },
        { topic: 'vision', answered: 9, correct: 6 },
      ],
    },
    { name: 'Grace <b>H</b>', topics: [{ topic: 'vision', answered: 1200, correct: 1104 }] },
  ],
};

/** The teams of the same place. */
export const teamBoard: BoardPage = {
  ...board,
  teams: true,
  players: [],
  ranked: [
    { rank: 1, team: 'Red', won: 12, played: 20, points: 120_400 },
    { rank: 2, team: 'Blue', won: 8, played: 20, points: 98_250 },
  ],
};

export type Playground = { readonly address: string; readonly stop: () => Promise<void> };

type Options = {
  /** Where the databases are. */
  readonly directory: string;
  readonly port?: number;
  /** Our own bank, when left out. */
  readonly folder?: string;
  readonly questions?: readonly Question[];
  /** The folder of a bank beside it, under the name `git`; none when left out. */
  readonly beside?: string | null;
  readonly bankEvents?: BankEvents;
  /** In place of the real search. */
  readonly searchOf?: typeof searchOf;
};

/** The whole bot with the playground on it, put together as the program itself does. */
export async function startPlayground({
  directory,
  port = 0,
  folder = ownBank,
  questions,
  beside = null,
  bankEvents,
  searchOf: search = searchOf,
}: Options): Promise<Playground> {
  const shipped = await loadBank(folder);
  const bank = questions === undefined ? shipped : { ...shipped, questions };
  const clock = createClock();
  const location = { kind: 'sqlite', path: join(directory, 'bot.sqlite') } as const;
  if (!existsSync(location.path)) await putNewDatabase(location.path);
  const store = await openStore(location, { owner: randomUUID(), log: quietLog });
  const file = openPlaygroundFile(join(directory, 'playground.sqlite'));
  const others = beside === null ? [] : [nameBank(await loadBank(beside), 'git', bank.subject.command)];
  const subjects = [bank, ...others].map(({ subject }) => subject);
  const bot = createBot({
    bank,
    others,
    store,
    clock,
    random: Math.random,
    rules,
    token: randomUUID,
    log: quietLog,
    searchOf: search,
  });
  const adapter = createPlaygroundAdapter({
    application: bot.application,
    log: quietLog,
    now: clock.wall,
    random: () => 0.5,
    banks: () => [{ ...bank, subject: subjectAmong(bank.subject, subjects) }, ...others],
    complete: bot.complete,
    store: file,
    drawPicture: createPainter(),
    bankEvents: bankEvents ?? null,
    presenting: bot.presenting,
    progress: bot.progress,
    statistics: bot.statistics,
    boards: {
      board: async (token, view) =>
        token === 'secret-board' ? { ...(view.teams ? teamBoard : board), ...view } : null,
    },
  });
  const server = await startHttpServer({
    host: '127.0.0.1',
    port,
    routes: {},
    otherwise: adapter.requestListener,
    isReady: async () => ({ ready: true, state: {} }),
  });
  bot.useLinks(pagesAt(server.address));
  await bot.recover();
  if (adapter.messenger !== null) bot.start(new Map([['playground', adapter.messenger]]));
  return {
    address: server.address,
    stop: async () => {
      await adapter.stop();
      await bot.stop();
      await server.close();
      file.close();
      await store.close();
    },
  };
}
