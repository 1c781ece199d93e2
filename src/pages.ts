import { dirname, join } from 'node:path';
import type { Adapter, Application, Log } from './app/ports.ts';
import type { BankEdit } from './bank/watch.ts';
import { watchBanks } from './bank/watch-banks.ts';
import type { Bot } from './bot.ts';
import type { Configuration } from './config.ts';
import { drawPicture } from './connections.ts';
import type { Bank } from './core/bank.ts';
import { subjectAmong } from './core/bank-name.ts';
import type { TextPages } from './core/text-page.ts';
import type { Listener } from './ops/http-server.ts';
import { networkAddress } from './ops/network-address.ts';
import { noteOutdated } from './ops/outdated-registration.ts';

/** What is served to browsers: the playground with all pages, the pages alone, or nothing. */
export type Pages = {
  /** The playground counts as a platform. */
  readonly adapter: Adapter | null;
  /** Serves every other path; null for nothing. */
  readonly listener: Listener | null;
  /** Ends live connections, before the server closes; those of the playground are its adapter's. */
  readonly stop: () => Promise<void>;
  readonly close: () => void;
};

type Banks = readonly [Bank, ...Bank[]];

type Needs = {
  readonly configuration: Configuration;
  readonly bot: Bot;
  /** The bot's application, with metrics and logging. */
  readonly application: Application;
  /** The default bank, and those beside it under their names, as they are in use. */
  readonly banks: () => Banks;
  readonly now: () => number;
  readonly log: Log;
  readonly texts: TextPages;
};

/** Rejects with a Fault where a text that is to be served cannot be. */
export async function createPages(given: Omit<Needs, 'texts'>): Promise<Pages> {
  const { playground, web } = given.configuration;
  if (!playground && !web) return { adapter: null, listener: null, ...nothingToEnd };
  const needs = { ...given, texts: await readOwnTexts(given) };
  return playground ? createPlayground(needs) : createWebPages(needs);
}

/** With a warning that names what they lack, where they are meant for the public. */
async function readOwnTexts({ configuration, banks, log }: Omit<Needs, 'texts'>): Promise<TextPages> {
  const { readTexts } = await import('./listing/texts.ts');
  const { texts, web, webUrl } = configuration;
  const { pages, unfilled } = await readTexts({ ...texts, subject: banks()[0].subject, address: webUrl });
  if (web && unfilled.length > 0) {
    const cure = 'Set them; docs/listing.md says what for.';
    log.warn({ unfilled, cure }, 'The pages about support, privacy and terms lack what these variables say.');
  }
  return pages;
}

const nothingToEnd = { stop: async () => {}, close: () => {} };

/**
 * The bank is watched for authors of questions: an edit takes effect at once, and a broken one leaves the last good
 * bank.
 */
async function createPlayground({
  configuration,
  bot,
  application,
  banks: first,
  now,
  log,
  texts,
}: Needs): Promise<Pages> {
  const { createPlaygroundAdapter } = await import('./adapters/playground/playground-adapter.ts');
  const { openPlaygroundFile } = await import('./storage/playground-store.ts');
  const { watchBank } = await import('./bank/watch.ts');
  const { database, host, webUrl } = configuration;
  const file = openPlaygroundFile(
    join(database.kind === 'sqlite' ? dirname(database.path) : 'var', 'playground.sqlite'),
  );
  let current = first();
  const compare = noteOutdated(current[0].subject, { ...configuration, log });
  const listeners = new Set<(edit: BankEdit) => void>();
  async function take(edit: BankEdit): Promise<void> {
    if (edit.kind === 'changed') {
      await bot.useBank(edit.bank);
      if (edit.bank.subject.bank === undefined) compare(edit.bank.subject);
      current = withEdited(current, edit.bank);
    }
    for (const listener of listeners) listener(edit);
  }
  const adapter = createPlaygroundAdapter({
    application,
    log,
    now,
    random: Math.random,
    banks: () => amongOthers(current),
    complete: bot.complete,
    store: file,
    drawPicture,
    boards: bot.boards,
    progress: bot.progress,
    statistics: bot.statistics,
    texts,
    ...{ host, webUrl, presenting: bot.presenting, network: networkAddress },
    bankEvents: {
      onChange: (tell) => {
        const listener = (edit: BankEdit) =>
          tell(edit.kind === 'broken' ? edit : { ...edit, questions: edit.bank.questions.length });
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  // Last of all: a watcher keeps a process alive whose start has failed.
  let taking: Promise<void> = Promise.resolve();
  const unwatch = watchBanks(configuration, {
    watch: watchBank,
    standard: () => current[0].subject,
    tell: (edit) => {
      taking = taking
        .then(() => take(edit))
        .catch((error: unknown) =>
          log.warn({ err: error }, 'The edited bank is not in use: it could not be kept. Saving a file tries again.'),
        );
    },
  });
  const close = () => {
    unwatch();
    file.close();
  };
  return { adapter, listener: adapter.requestListener, stop: nothingToEnd.stop, close };
}

async function createWebPages({ bot, application: { related }, banks, texts }: Needs): Promise<Pages> {
  const { createWebListener } = await import('./adapters/playground/connection/web-listener.ts');
  const { listener, stop } = createWebListener({
    ...{ banks: () => amongOthers(banks()), complete: bot.complete, related, random: Math.random, texts },
    ...{ boards: bot.boards, presenting: bot.presenting, progress: bot.progress, statistics: bot.statistics },
  });
  return { ...nothingToEnd, adapter: null, listener, stop: async () => stop() };
}

/** The same banks, one of them in another version. */
function withEdited(banks: Banks, edited: Bank): Banks {
  const [standard, ...beside] = banks;
  const renewed = (bank: Bank) => (bank.subject.bank === edited.subject.bank ? edited : bank);
  return [renewed(standard), ...beside.map(renewed)];
}

/** Each bank with the topics of the others, to name what was asked of them. */
function amongOthers(banks: Banks): Banks {
  const subjects = banks.map(({ subject }) => subject);
  const among = (bank: Bank): Bank => ({ ...bank, subject: subjectAmong(bank.subject, subjects) });
  const [standard, ...beside] = banks;
  return [among(standard), ...beside.map(among)];
}
