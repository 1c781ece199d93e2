import { dirname, join } from 'node:path';
import type { Adapter, Application, Log } from './app/ports.ts';
import type { BankEdit } from './bank/watch.ts';
import type { Bot } from './bot.ts';
import type { Configuration } from './config.ts';
import { drawPicture } from './connections.ts';
import type { Bank } from './core/bank.ts';
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

type Needs = {
  readonly configuration: Configuration;
  readonly bot: Bot;
  /** The bot's application, with metrics and logging. */
  readonly application: Application;
  readonly bank: Bank;
  readonly now: () => number;
  readonly log: Log;
};

export async function createPages(needs: Needs): Promise<Pages> {
  if (needs.configuration.playground) return createPlayground(needs);
  if (needs.configuration.web) return createWebPages(needs);
  return { adapter: null, listener: null, ...nothingToEnd };
}

const nothingToEnd = { stop: async () => {}, close: () => {} };

/**
 * The bank is watched for authors of questions: an edit takes effect at once, and a broken one leaves the last good
 * bank.
 */
async function createPlayground({ configuration, bot, application, bank, now, log }: Needs): Promise<Pages> {
  const { createPlaygroundAdapter } = await import('./adapters/playground/playground-adapter.ts');
  const { openPlaygroundFile } = await import('./storage/playground-store.ts');
  const { watchBank } = await import('./bank/watch.ts');
  const { database, host, webUrl, bankDirectory } = configuration;
  const file = openPlaygroundFile(
    join(database.kind === 'sqlite' ? dirname(database.path) : 'var', 'playground.sqlite'),
  );
  let current = bank;
  const compare = noteOutdated(bank.subject, { ...configuration, log });
  const listeners = new Set<(edit: BankEdit) => void>();
  async function take(edit: BankEdit): Promise<void> {
    if (edit.kind === 'changed') {
      await bot.useBank(edit.bank);
      compare(edit.bank.subject);
      current = edit.bank;
    }
    for (const listener of listeners) listener(edit);
  }
  const adapter = createPlaygroundAdapter({
    application,
    log,
    now,
    random: Math.random,
    bank: () => current,
    store: file,
    drawPicture,
    boards: bot.boards,
    progress: bot.progress,
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
  const unwatch = watchBank(bankDirectory, (edit) => {
    taking = taking
      .then(() => take(edit))
      .catch((error: unknown) =>
        log.warn({ err: error }, 'The edited bank is not in use: it could not be kept. Saving a file tries again.'),
      );
  });
  const close = () => {
    unwatch();
    file.close();
  };
  return { adapter, listener: adapter.requestListener, stop: nothingToEnd.stop, close };
}

async function createWebPages({ bot, application, bank }: Needs): Promise<Pages> {
  const { createWebListener } = await import('./adapters/playground/connection/web-listener.ts');
  const { complete, related } = application;
  const { listener, stop } = createWebListener({
    ...{ bank: () => bank, complete, related, random: Math.random },
    ...{ boards: bot.boards, presenting: bot.presenting, progress: bot.progress },
  });
  return { ...nothingToEnd, adapter: null, listener, stop: async () => stop() };
}
