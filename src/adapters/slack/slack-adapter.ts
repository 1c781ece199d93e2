import type { Logger } from '@slack/bolt';
import type { ConnectionReports } from '../../app/connection.ts';
import { createConnection } from '../../app/connection.ts';
import { settleWithin } from '../../app/deadline.ts';
import type { Messenger } from '../../app/delivery/messenger.ts';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import { createPlatformClock, noteInstants, processClock } from '../../ops/platform-clock.ts';
import { createMessages } from './cards/messages.ts';
import { createBoltApp } from './connection/bolt-app.ts';
import { createBoltLogger } from './connection/bolt-logger.ts';
import { createHttpTransport } from './connection/http-transport.ts';
import type { Identity } from './connection/identity.ts';
import { identify } from './connection/identity.ts';
import { createInFlight } from './connection/in-flight.ts';
import { createSocketTransport } from './connection/socket-transport.ts';
import { createTokenWatch } from './connection/token-watch.ts';
import type { Transport } from './connection/transport.ts';
import { createCallMethod } from './connection/web-call.ts';
import { listen } from './inbound/listening.ts';
import { createMembership } from './inbound/membership.ts';
import { createSlashName } from './inbound/slash-name.ts';
import { explainRefusals } from './outbound/hindrance.ts';
import { createMessenger } from './outbound/messenger.ts';
import type { DrawPicture } from './outbound/pictures.ts';
import { createAttachPictures } from './outbound/pictures.ts';
import { createUpload } from './outbound/upload.ts';
import type { SlackConfig } from './slack-config.ts';

/** How long (ms) a stop waits for what is being answered. */
const longestFinish = 1900;

export type SlackAdapter = Adapter & {
  readonly messenger: Messenger;
  /** To be mounted at POST /slack/events on an existing HTTP server; null in Socket Mode. */
  readonly requestListener: Transport['requestListener'];
};

type Options = {
  readonly config: SlackConfig;
  readonly application: Application;
  readonly log: Log;
  /** Draws the pictures of messages; null or left out for none. */
  readonly drawPicture?: DrawPicture | null;
  /** The bot's steady clock, UTC ms; by default that of the process. */
  readonly steady?: () => number;
  /** How often to ask Slack whether it takes the token, in ms. */
  readonly tokenPauses?: { readonly taken: number; readonly refused: number };
};

/**
 * The bot in one Slack workspace, over Socket Mode or signed HTTP. `start` rejects with a Fault of code `slack-token`,
 * `slack-busy` or `slack-unreachable`. The messenger may be used from `start` on. `stop` takes at most 3 s.
 */
export function createSlackAdapter(options: Options): SlackAdapter {
  const { config, application, log, drawPicture = null, steady = processClock, tokenPauses } = options;
  const { botToken, apiUrl, mode, managers = null } = config;
  const logger = createBoltLogger(log);
  const connection = createConnection({ partOf: () => 'slack', now: Date.now, log });
  const inFlight = createInFlight();
  const stopping = new AbortController();
  const transport = createTransport(config, { logger, log, reports: connection.reports });
  const tokenWatch = createTokenWatch({
    call: createCallMethod({ token: botToken, apiUrl, logger, steady }),
    refused: connection.reports.refused,
    ...(tokenPauses === undefined ? {} : { pauses: tokenPauses }),
  });
  const membership = createMembership();
  const call = membership.observe(tokenWatch.call);
  const clock = createPlatformClock(steady);
  const slash = createSlashName(() => application.subject().command);
  const saying = { clock, slash: slash.get };
  const toMessage = createMessages(log, saying);
  let identity: Identity | null = null;
  const scopes = () => identity?.scopes ?? null;
  const uploadFile = createUpload(call);
  const attachPictures = createAttachPictures({ uploadFile, draw: drawPicture, scopes, inFlight, log });
  const parts = {
    ...{ application, call, clock, inFlight, log, managers, membership, saying, slash, steady, toMessage },
    ...{ attachPictures, uploadFile },
  };

  return {
    name: 'slack',
    connection,
    requestListener: transport.requestListener,
    messenger: noteInstants(
      explainRefusals(
        createMessenger({
          call,
          toMessage,
          attachPictures,
          workspaceUrl: () => identity?.url ?? null,
        }),
        () => identity?.name ?? null,
      ),
      clock,
    ),
    async start() {
      identity = await identify(botToken, apiUrl, logger, { signal: stopping.signal, noteTime: clock.note });
      const { team, botUserId } = identity;
      const app = createBoltApp(config, identity, { receiver: transport.receiver, logger, log });
      listen(app, identity, parts);
      await transport.open();
      // Over HTTP nobody can tell whether Slack reaches the bot.
      connection.reports.heard('slack');
      tokenWatch.start();
      log.info({ team, bot: botUserId, mode: mode.kind }, 'Slack is connected.');
    },
    async stop() {
      stopping.abort();
      tokenWatch.stop();
      await transport.close();
      const settled = await settleWithin(inFlight.settled(), longestFinish);
      if (!settled) log.warn({}, 'Stopped before everything was answered.');
    },
  };
}

type TransportNeeds = { readonly logger: Logger; readonly log: Log; readonly reports: ConnectionReports };

function createTransport({ mode, apiUrl }: SlackConfig, { logger, log, reports }: TransportNeeds): Transport {
  return mode.kind === 'http'
    ? createHttpTransport(mode.signingSecret, logger)
    : createSocketTransport({ appToken: mode.appToken, apiUrl, logger, log, reports });
}
