import { randomUUID } from 'node:crypto';
import type { Messenger } from './app/messenger.ts';
import type { Adapter, Application, Log } from './app/ports.ts';
import { loadBank } from './bank/bank.ts';
import { createBot } from './bot.ts';
import { exitOnFault } from './cli/exit.ts';
import type { Configuration } from './config.ts';
import { createClock } from './ops/clock.ts';
import type { HttpServer, Listener } from './ops/http-server.ts';
import { startHttpServer } from './ops/http-server.ts';
import type { Metrics } from './ops/metrics.ts';
import { createMetrics } from './ops/metrics.ts';
import { logRequests } from './ops/request-log.ts';
import { createPainter } from './pictures/painter.ts';
import { openStore } from './storage/open-store.ts';

type Connections = { readonly adapters: readonly Adapter[]; readonly routes: Readonly<Record<string, Listener>> };

/** What is undone in turn when the process stops or cannot start. */
type Stop = () => Promise<unknown>;

/**
 * The whole program: memory, bot, every configured platform, HTTP. Resolves when it is ready; SIGTERM and SIGINT stop it
 * after what it has acknowledged is done. Rejects with a Fault when it cannot start, with everything closed again.
 */
export async function runProcess(configuration: Configuration, log: Log): Promise<void> {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const undo of stops.toReversed()) await undo();
  };
  try {
    const questions = await loadBank(configuration.bankDirectory);
    const store = await openStore(configuration.database, { owner: randomUUID(), log });
    stops.push(() => store.close());
    const clock = createClock();
    const bot = createBot({ questions, store, clock, random: Math.random, log });
    const metrics = createMetrics();
    const application = logRequests(metrics.ofApplication(bot.application), log, clock.steady);
    const { adapters, routes } = await createAdapters(configuration, application, log);
    let ready = false;
    const isReady = async () => ready && (await store.isReady());
    const server = await serve(configuration, { ...routes, '/metrics': serveMetrics(metrics) }, isReady, log);
    if (server !== null) stops.push(() => server.close());
    await bot.recover();
    stops.push(...adapters.map((adapter) => () => adapter.stop()));
    await Promise.all(adapters.map((adapter) => adapter.start()));
    bot.start(messengersOf(adapters, metrics));
    stops.push(() => bot.stop());
    ready = true;
    stops.push(async () => {
      ready = false;
    });
    log.info({ adapters: adapters.map(({ name }) => name) }, 'ready');
  } catch (error) {
    await stop();
    throw error;
  }
  stopOnSignal(stop, log);
}

function messengersOf(adapters: readonly Adapter[], metrics: Metrics): ReadonlyMap<string, Messenger> {
  return new Map(
    adapters.flatMap(({ name, messenger }) =>
      messenger === null ? [] : [[name, metrics.ofMessenger(name, messenger)] as const],
    ),
  );
}

function serveMetrics(metrics: Metrics): Listener {
  return (_, response) => {
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  };
}

/** Where nothing but health is served, a port that is taken is no reason not to start. */
async function serve(
  { host, port, slack }: Configuration,
  routes: Readonly<Record<string, Listener>>,
  isReady: () => Promise<boolean>,
  log: Log,
): Promise<HttpServer | null> {
  try {
    const server = await startHttpServer({ host, port, routes, otherwise: null, isReady });
    log.info({ address: server.address }, 'http server started');
    return server;
  } catch (error) {
    if (slack?.mode.kind === 'http') throw error;
    log.warn({ err: error }, 'Health and metrics are not served.');
    return null;
  }
}

function stopOnSignal(stop: Stop, log: Log): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      void exitOnFault(async () => {
        await stop();
        log.info({}, 'stopped');
      });
    });
  }
}

// Imported only where configured: each platform's library costs start time and memory.
async function createAdapters(
  { slack, discord }: Configuration,
  application: Application,
  log: Log,
): Promise<Connections> {
  const adapters: Adapter[] = [];
  const drawPicture = createPainter();
  const routes: Record<string, Listener> = {};
  if (slack !== null) {
    const { createSlackAdapter } = await import('./adapters/slack/slack-adapter.ts');
    const adapter = createSlackAdapter({ config: slack, application, log, drawPicture });
    adapters.push(adapter);
    if (adapter.requestListener !== null) routes['/slack/events'] = adapter.requestListener;
  }
  if (discord !== null) {
    const { createDiscordAdapter } = await import('./adapters/discord/discord-adapter.ts');
    adapters.push(createDiscordAdapter({ config: discord, application, log, drawPicture }));
  }
  return { adapters, routes };
}
