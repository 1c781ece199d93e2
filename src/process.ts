import { randomInt, randomUUID } from 'node:crypto';
import { pagesAt } from './app/page-links.ts';
import type { Log } from './app/ports.ts';
import type { Complaint } from './bank/complaint.ts';
import { formatComplaint } from './bank/complaint.ts';
import { loadBank } from './bank/load.ts';
import { createBot } from './bot.ts';
import { printFault } from './cli/exit.ts';
import { version } from './cli/version.ts';
import type { Configuration } from './config.ts';
import { connect, messengersOf } from './connections.ts';
import { Fault } from './core/fault.ts';
import { createClock } from './ops/clock.ts';
import type { HttpServer, Listener } from './ops/http-server.ts';
import { startHttpServer } from './ops/http-server.ts';
import type { Metrics } from './ops/metrics.ts';
import { createMetrics } from './ops/metrics.ts';
import { logRequests } from './ops/request-log.ts';
import { followServerClock } from './ops/shared-time.ts';
import { stopOnSignal } from './ops/stop-on-signal.ts';
import { createPages } from './pages.ts';
import { calibrationOf } from './search/search.ts';
import { openStore } from './storage/open-store.ts';
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
 * The whole program: store, bot, every configured platform, HTTP. Resolves when it is ready. SIGTERM and SIGINT stop it
 * after everything acknowledged is done, and end the process. Rejects with a Fault if it cannot start, with everything
 * closed again.
 */
export async function runProcess(configuration: Configuration, log: Log): Promise<Running> {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const undo of stops.splice(0).toReversed()) await undo();
  };
  try {
    const bank = await loadBank(configuration.bankDirectory, (warnings) => noteWarnings(warnings, log), calibrationOf);
    const store = await openStore(configuration.database, { owner: randomUUID(), log });
    stops.push(() => store.close());
    const shared = await followServerClock({ serverTime: store.serverTime, log });
    stops.push(shared.stop);
    const clock = createClock(shared.ahead);
    const zones = chooseZones(configuration.zoneDirectory);
    noteZones(zones, log);
    const bot = createBot({
      ...{ bank, store, clock, rules: zones.rules, log },
      random: drawRandom,
      token: randomUUID,
    });
    const metrics = createMetrics();
    metrics.noteZones({ version: zones.rules.version, source: zones.source, outdated: zones.outdated });
    const application = logRequests(metrics.ofApplication(bot.application), log, clock.steady);
    const connections = await connect(configuration, application, log, clock.steady);
    const pages = await createPages({ configuration, bot, application, bank, now: clock.wall, log });
    stops.push(() => pages.close());
    const adapters = [...connections.adapters, ...(pages.adapter === null ? [] : [pages.adapter])];
    let ready = false;
    const serving = {
      routes: { ...connections.routes, '/metrics': serveMetrics(metrics) },
      otherwise: pages.listener,
      isReady: async () => ready && (await store.isReady()),
    };
    const server = await serve(configuration, serving, log);
    if (server !== null) stops.push(() => server.close());
    const address = configuration.webUrl ?? (pages.adapter === null ? null : (server?.address ?? null));
    if (address !== null && pages.listener !== null) bot.useLinks(pagesAt(address));
    await bot.recover();
    stops.push(() => Promise.all(adapters.map((adapter) => adapter.stop())));
    await Promise.all(adapters.map((adapter) => adapter.start()));
    // Players could not reach the bot while the platforms were connecting: that time is given back too.
    await bot.recover();
    bot.start(messengersOf(adapters, metrics));
    stops.push(() => bot.stop());
    ready = true;
    stops.push(() => {
      ready = false;
    });
    log.info({ version, adapters: adapters.map(({ name }) => name), address: server?.address ?? null }, 'ready');
    stopOnSignal({ stop, report: printFault, underNpm: configuration.underNpm, log });
    const taken = server === null ? null : Number(new URL(server.address).port);
    const moved = taken !== null && configuration.port !== 0 && taken !== configuration.port;
    return { address: server?.address ?? null, movedFrom: moved ? configuration.port : null };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Serving = {
  readonly routes: Readonly<Record<string, Listener>>;
  readonly otherwise: Listener | null;
  readonly isReady: () => Promise<boolean>;
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
  const fixed = slack?.mode.kind === 'http' || web;
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
