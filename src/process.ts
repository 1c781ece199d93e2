import { randomInt, randomUUID } from 'node:crypto';
import { settleWithin } from './app/deadline.ts';
import { keepPace } from './app/dispatch/pace.ts';
import { pagesAt } from './app/page-links.ts';
import type { Adapter, Log } from './app/ports.ts';
import type { Complaint } from './bank/complaint.ts';
import { formatComplaint } from './bank/complaint.ts';
import { loadBank } from './bank/load.ts';
import { loadBanks } from './bank/load-banks.ts';
import type { Bot } from './bot.ts';
import { createBot } from './bot.ts';
import { exitCodeOf, printFault } from './cli/exit.ts';
import { version } from './cli/version.ts';
import type { Configuration } from './config.ts';
import { connect, connectionsOf, messengersOf } from './connections.ts';
import type { Bank } from './core/bank.ts';
import { Fault } from './core/fault.ts';
import { createClock } from './ops/clock.ts';
import type { HttpServer, Listener, Readiness } from './ops/http-server.ts';
import { startHttpServer } from './ops/http-server.ts';
import type { Metrics } from './ops/metrics.ts';
import { createMetrics } from './ops/metrics.ts';
import { reachedAt } from './ops/network-address.ts';
import { readinessOf } from './ops/readiness.ts';
import { logRequests } from './ops/request-log.ts';
import { followServerClock } from './ops/shared-time.ts';
import type { EndWith } from './ops/stop-on-signal.ts';
import { stopOnSignal } from './ops/stop-on-signal.ts';
import { createPages } from './pages.ts';
import { prepareSearch } from './search/search.ts';
import { openStore } from './storage/open-store.ts';
import { createSuggestionDesk } from './suggestions.ts';
import type { ChosenZones } from './zones/choose.ts';
import { chooseZones, newerZonesCure, newestKnown, outdatedZones } from './zones/choose.ts';

/** A clean-up step, run in turn when the process stops or fails to start. */
type Stop = () => unknown;

/** The running program. */
export type Running = {
  /** The address of the HTTP server; null if there is none. */
  readonly address: string | null;
  /** The requested port, if it was taken and the next free one is used instead. */
  readonly movedFrom: number | null;
};

/** How many ports to try, one after the other, if nobody else has to know the port. */
const portsTried = 20;

/**
 * Longest (ms) that what is on its way to a platform is waited for. What is cut off is on disk, marked as perhaps sent; the
 * next start finds out.
 */
const longestFinish = 3200;

/**
 * The whole program: store, bot, every configured platform, HTTP. Resolves when it is ready. SIGTERM and SIGINT stop it
 * after everything acknowledged is done, and end the process, also while it starts; so does a platform that has ended
 * the connection for good. Rejects with a Fault if it cannot start, with everything closed again.
 */
export async function runProcess(configuration: Configuration, log: Log): Promise<Running> {
  const stops: Stop[] = [];
  let ending = false;
  const stop = async () => {
    for (const undo of stops.splice(0).toReversed()) await undo();
  };
  const endWith = stopOnSignal({
    stop: () => {
      ending = true;
      return stop();
    },
    ...{ report: printFault, codeOf: exitCodeOf, underNpm: configuration.underNpm, log },
  });
  try {
    return await start(configuration, { log, stops, isEnding: () => ending, endWith });
  } catch (error) {
    // A start that was interrupted has failed because of that; the process is about to end.
    if (ending) return new Promise(() => {});
    await stop();
    throw error;
  }
}

type Starting = {
  readonly log: Log;
  /** Gets whatever is to be undone. */
  readonly stops: Stop[];
  /** The process has been told to end meanwhile. */
  readonly isEnding: () => boolean;
  readonly endWith: EndWith;
};

async function start(configuration: Configuration, { log, stops, isEnding, endWith }: Starting): Promise<Running> {
  const warn = (warnings: readonly Complaint[]) => noteWarnings(warnings, log);
  const reading = () =>
    log.info({}, 'Reading the question bank. That takes some seconds, and is kept for later starts.');
  const note = (notes: readonly Complaint[]) =>
    log.info({ bank: notes.map(formatComplaint) }, 'Questions of one folder of the bank take the place of others.');
  const load = (folders: string) => loadBank(folders, warn, prepareSearch, { reading, note });
  const [bank, ...others] = await loadBanks(configuration, load);
  const store = await openStore(configuration.database, { owner: randomUUID(), log });
  stops.push(() => store.close());
  const shared = await followServerClock({ serverTime: store.serverTime, log });
  stops.push(shared.stop);
  const clock = createClock(shared.ahead);
  const zones = chooseZones(configuration.zoneDirectory);
  noteZones(zones, log);
  let present: readonly [Bank, ...Bank[]] = [bank, ...others];
  const suggestions = createSuggestionDesk({
    bankDirectory: configuration.bankDirectory,
    folder: configuration.suggestionsDirectory,
    useBank: async (changed) => {
      await bot.useBank(changed);
      present = [changed, ...others];
    },
  });
  const bot: Bot = createBot({
    ...{ bank, others, version, store, clock, rules: zones.rules, log, flags: configuration.flags, suggestions },
    random: drawRandom,
    token: randomUUID,
  });
  const metrics = createMetrics();
  metrics.noteZones({ version: zones.rules.version, source: zones.source, outdated: zones.outdated });
  const application = logRequests(keepPace(metrics.ofApplication(bot.application), clock.steady), log, clock.steady);
  const connections = await connect(configuration, application, log, { steady: clock.steady, store });
  const pages = await createPages({ configuration, bot, application, banks: () => present, now: clock.wall, log });
  stops.push(() => pages.close());
  const adapters = [...connections.adapters, ...(pages.adapter === null ? [] : [pages.adapter])];
  let ready = false;
  const serving = {
    routes: { ...connections.routes, '/metrics': serveMetrics(metrics) },
    otherwise: pages.listener,
    isReady: () => readinessOf({ isRunning: () => ready, isStoreReady: store.isReady, adapters }),
  };
  const server = await serve(configuration, serving, log);
  if (server !== null) stops.push(() => server.close());
  const served = server === null ? null : reachedAt(server.address);
  const address = configuration.webUrl ?? (pages.adapter === null ? null : served);
  if (address !== null && pages.listener !== null) bot.useLinks(pagesAt(address));
  await bot.recover();
  stops.push(() => finish([bot, ...adapters, pages], log));
  await Promise.all(adapters.map((adapter) => adapter.start()));
  // Players could not reach the bot while the platforms were connecting: that time is given back too.
  await bot.recover();
  if (isEnding()) throw new Error('The process was told to end while it started.');
  bot.start(messengersOf(adapters, metrics), connectionsOf(adapters));
  watch(adapters, { metrics, log, endWith });
  ready = true;
  stops.push(() => {
    ready = false;
  });
  log.info({ version, adapters: adapters.map(({ name }) => name), address: server?.address ?? null }, 'ready');
  const taken = server === null ? null : Number(new URL(server.address).port);
  const moved = taken !== null && configuration.port !== 0 && taken !== configuration.port;
  return { address: served, movedFrom: moved ? configuration.port : null };
}

/** Stops all at once, and waits for what they have begun, but not for ever. */
async function finish(begun: readonly Pick<Adapter, 'stop'>[], log: Log): Promise<void> {
  const isDone = await settleWithin(Promise.all(begun.map((each) => each.stop())), longestFinish);
  if (!isDone) log.warn({}, 'A platform does not answer; what was on its way is taken up at the next start.');
}

/** Counts what becomes of the connections; a platform that has ended one for good ends the process. */
function watch(
  adapters: readonly Adapter[],
  { metrics, log, endWith }: { readonly metrics: Metrics; readonly log: Log; readonly endWith: EndWith },
): void {
  for (const [platform, connection] of connectionsOf(adapters)) {
    metrics.watch(platform, connection);
    const ended = (fault: Fault) => {
      log.error({ platform, problem: fault.message, cure: fault.hint }, 'The connection has ended for good.');
      endWith(fault);
    };
    connection.watch({ lost: () => {}, heard: () => {}, ended });
  }
}

type Serving = {
  readonly routes: Readonly<Record<string, Listener>>;
  readonly otherwise: Listener | null;
  readonly isReady: () => Promise<Readiness>;
};

/** How the bank is set up is said in full; what is wrong with its questions is only counted. */
function noteWarnings(warnings: readonly Complaint[], log: Log): void {
  const aboutBank = warnings.filter(({ field }) => field === 'file').map(formatComplaint);
  log.warn(
    { warnings: warnings.length, ...(aboutBank.length === 0 ? {} : { bank: aboutBank }) },
    'The question bank has warnings; `npm run bank -- check` names them.',
  );
}

/** Logs which time zone rules apply, with a warning if this version of the bot knows of newer ones. */
function noteZones(zones: ChosenZones, log: Log): void {
  const { source, others, rules } = zones;
  log.info({ version: rules.version, source, others }, 'Local times go by these time zone rules.');
  if (zones.outdated) log.warn({ version: rules.version, newest: newestKnown }, `${outdatedZones} ${newerZonesCure}`);
}

/**
 * A port that is taken is a Fault if Slack has to find it; a page that tells its address uses the next free one; and if
 * only health checks are served, the bot runs without.
 */
async function serve(configuration: Configuration, serving: Serving, log: Log): Promise<HttpServer | null> {
  const { host, slack, playground, web } = configuration;
  const fixed = slack?.mode.kind === 'http' || slack?.installs !== undefined || web;
  const tries = playground && !fixed && configuration.port !== 0 ? portsTried : 1;
  for (let port = configuration.port; ; port += 1) {
    try {
      return await startHttpServer({ host, port, ...serving });
    } catch (error) {
      const isTaken = error instanceof Fault && error.code === 'port';
      if (isTaken && port + 1 < configuration.port + tries) continue;
      if (fixed || playground) throw error;
      if (!(error instanceof Fault)) throw error;
      log.warn({ problem: error.message, cure: error.hint }, 'Health and metrics are not served.');
      return null;
    }
  }
}

function serveMetrics(metrics: Metrics): Listener {
  return (_, response) => {
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  };
}

/** A random number in [0, 1) that cannot be predicted from earlier ones, as `Math.random` can. */
function drawRandom(): number {
  const steps = 2 ** 48 - 1;
  return randomInt(steps) / steps;
}
