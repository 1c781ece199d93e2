import type { Context, Logger } from '@slack/bolt';
import type { ConnectionReports } from '../../app/connection.ts';
import { createConnection } from '../../app/connection.ts';
import { settleWithin } from '../../app/deadline.ts';
import type { Messenger } from '../../app/delivery/messenger.ts';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import type { Store } from '../../app/store/store.ts';
import type { Listener } from '../../ops/http-server.ts';
import { createPlatformClock, noteInstants, processClock } from '../../ops/platform-clock.ts';
import { createBoltApp } from './connection/bolt-app.ts';
import { createBoltLogger } from './connection/bolt-logger.ts';
import { createHttpTransport } from './connection/http-transport.ts';
import { identify } from './connection/identity.ts';
import { createInFlight } from './connection/in-flight.ts';
import { ownTrouble } from './connection/own-trouble.ts';
import { createSocketTransport } from './connection/socket-transport.ts';
import type { TokenPauses } from './connection/token-watch.ts';
import { longestWait } from './connection/tokens.ts';
import type { Transport } from './connection/transport.ts';
import { createCallMethod } from './connection/web-call.ts';
import { registerEventListeners } from './inbound/event-listeners.ts';
import { createIsNew } from './inbound/is-new.ts';
import type { ListenerNeeds } from './inbound/listeners.ts';
import { registerListeners } from './inbound/listeners.ts';
import { refuseStrangers } from './inbound/strangers.ts';
import { createMessengerByTenant } from './outbound/by-tenant.ts';
import type { DrawPicture } from './outbound/pictures.ts';
import type { SlackConfig } from './slack-config.ts';
import { createInstalls } from './slack-installs.ts';
import { createRemoved } from './slack-removals.ts';
import type { Shared, Tenant } from './slack-tenant.ts';
import { createTenant } from './slack-tenant.ts';
import { createTenants, tenantIn } from './slack-tenants.ts';

/** How long (ms) a stop waits for what is being answered. */
const longestFinish = 1900;

export type SlackAdapter = Adapter & {
  readonly messenger: Messenger;
  /** To be mounted at POST /slack/events on an existing HTTP server; null in Socket Mode. */
  readonly requestListener: Transport['requestListener'];
  /** The pages by which workspaces install the app, by their paths; none where they do not. */
  readonly installRoutes: Readonly<Record<string, Listener>>;
};

type Options = {
  readonly config: SlackConfig;
  readonly application: Application;
  readonly log: Log;
  /** Where installations are kept; needed where `config.installs` is given. */
  readonly store?: Pick<Store, 'transact'>;
  /** Draws the pictures of messages; null or left out for none. */
  readonly drawPicture?: DrawPicture | null;
  /** The bot's steady clock, UTC ms; by default that of the process. */
  readonly steady?: () => number;
  /** How often to ask Slack whether it takes the token of the workspace that was set up by hand. */
  readonly tokenPauses?: TokenPauses;
};

/**
 * The bot in Slack, over Socket Mode or signed HTTP: in the workspace of one token, in all that have installed the app, or both.
 * `start` rejects with a Fault of code `slack-token`, `slack-busy` or `slack-unreachable`, or as the store does. The messenger may be
 * used from `start` on. `stop` takes at most 3 s.
 */
export function createSlackAdapter(options: Options): SlackAdapter {
  const { config, application, log, drawPicture = null, steady = processClock, store } = options;
  const { botToken, apiUrl, mode, managers = null } = config;
  const logger = createBoltLogger(log);
  const connection = createConnection({ partOf: () => 'slack', now: Date.now, log });
  const inFlight = createInFlight();
  const stopping = new AbortController();
  const transport = createTransport(config, { logger, log, reports: connection.reports });
  const clock = createPlatformClock(steady);
  const shared: Shared = { application, clock, inFlight, log, managers, steady, drawPicture };
  const { reports } = connection;
  const installs =
    config.installs === undefined || store === undefined
      ? null
      : createInstalls({ config: config.installs, apiUrl, transact: store.transact, shared, reports, logger, log });
  const tenants = createTenants(installs?.directory ?? null);

  /** The workspace that was set up by hand. */
  async function identifySingle(token: string): Promise<Tenant> {
    const given = { signal: stopping.signal, noteTime: clock.note };
    const identity = await identify(token, apiUrl, logger, given);
    const refused = (code: string | null) => connection.reports.refused(code === null ? null : ownTrouble(code));
    const call = createCallMethod({ token, apiUrl, logger, steady });
    const pauses = options.tokenPauses === undefined ? {} : { pauses: options.tokenPauses };
    return createTenant(shared, { identity, call, refused, ...pauses });
  }

  const messenger = createMessengerByTenant({
    of: async (scope) => (await tenants.of(scope))?.messenger ?? null,
    known: (scope) => tenants.known(scope)?.messenger ?? null,
    wait: installs === null ? 0 : longestWait,
  });
  return {
    name: 'slack',
    connection,
    requestListener: transport.requestListener,
    installRoutes: installs?.routes ?? {},
    messenger: noteInstants(messenger, clock),
    async start() {
      const single = botToken === null ? null : await identifySingle(botToken);
      if (single !== null) tenants.useSingle(single);
      const installed = (await installs?.start()) ?? 0;
      const app = createBoltApp(config, { receiver: transport.receiver, logger, log, tenantOf: tenants.ofEvent });
      app.use(refuseStrangers({ isServed: (context) => tenantIn(context) !== null, log }));
      registerListeners(app, needsIn);
      const removed = createRemoved({ application, isNew: createIsNew(), inFlight, installed: installs, log });
      registerEventListeners(app, needsIn, removed);
      await transport.open();
      // Over HTTP nobody can tell whether Slack reaches the bot.
      connection.reports.heard('slack');
      single?.watch();
      const { team = null, botUserId: bot = null } = single?.identity ?? {};
      log.info({ team, bot, installed, mode: mode.kind }, 'Slack is connected.');
    },
    async stop() {
      stopping.abort();
      tenants.single()?.stop();
      installs?.stop();
      await transport.close();
      const settled = await settleWithin(inFlight.settled(), longestFinish);
      if (!settled) log.warn({}, 'Stopped before everything was answered.');
    },
  };
}

/** What an event is answered with; only for events that `refuseStrangers` let pass. */
function needsIn(context: Context): ListenerNeeds {
  const tenant = tenantIn(context);
  if (tenant === null) throw new Error('An event of no tenant passed.');
  return tenant.needs;
}

type TransportNeeds = { readonly logger: Logger; readonly log: Log; readonly reports: ConnectionReports };

function createTransport({ mode, apiUrl }: SlackConfig, { logger, log, reports }: TransportNeeds): Transport {
  return mode.kind === 'http'
    ? createHttpTransport(mode.signingSecret, logger)
    : createSocketTransport({ appToken: mode.appToken, apiUrl, logger, log, reports });
}
