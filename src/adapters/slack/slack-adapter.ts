import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { App } from '@slack/bolt';
import type { Messenger } from '../../app/delivery/messenger.ts';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import { createMessages } from './cards/messages.ts';
import { createBoltLogger } from './connection/bolt-logger.ts';
import { createHttpTransport } from './connection/http-transport.ts';
import type { Identity } from './connection/identity.ts';
import { identify } from './connection/identity.ts';
import { createInFlight } from './connection/in-flight.ts';
import { createSocketTransport } from './connection/socket-transport.ts';
import type { Transport } from './connection/transport.ts';
import { createCallMethod } from './connection/web-call.ts';
import { webClientOptions } from './connection/web-client.ts';
import { createToCaller } from './inbound/caller.ts';
import { registerEventListeners } from './inbound/event-listeners.ts';
import { registerListeners } from './inbound/listeners.ts';
import { createOwnZone } from './inbound/own-zone.ts';
import { createBudget } from './outbound/budget.ts';
import { createMessenger } from './outbound/messenger.ts';
import type { DrawPicture } from './outbound/pictures.ts';
import { createAttachPictures } from './outbound/pictures.ts';
import { createPublishHome } from './reply/home.ts';
import { createRespond } from './reply/respond.ts';
import { createPostResponse } from './reply/response-url.ts';
import { createWebReply } from './reply/web-reply.ts';
import type { SlackConfig } from './slack-config.ts';

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
  /** UTC ms; the machine's clock by default. */
  readonly now?: () => number;
  /** A monotonic clock in ms; the process's own by default. */
  readonly steady?: () => number;
};

/**
 * The bot in one Slack workspace, over Socket Mode or signed HTTP. `start` rejects with a Fault of code `slack-token`,
 * `slack-busy` or `slack-unreachable`. The messenger may be used from `start` on.
 */
export function createSlackAdapter(options: Options): SlackAdapter {
  const { config, application, log, drawPicture = null, now = Date.now } = options;
  const steady = options.steady ?? (() => performance.now());
  const { botToken, apiUrl, mode, managers = null } = config;
  const logger = createBoltLogger(log);
  const inFlight = createInFlight();
  const transport =
    mode.kind === 'http'
      ? createHttpTransport(mode.signingSecret, logger)
      : createSocketTransport({ appToken: mode.appToken, apiUrl, logger, log });
  const call = createCallMethod({ token: botToken, apiUrl, logger, steady });
  const toMessage = createMessages(log, now);
  let identity: Identity | null = null;
  const scopes = () => identity?.scopes ?? null;

  return {
    name: 'slack',
    requestListener: transport.requestListener,
    messenger: createMessenger({
      call,
      budget: createBudget(steady),
      toMessage,
      attachPictures: createAttachPictures({ call, draw: drawPicture, scopes, inFlight, log }),
      workspaceUrl: () => identity?.url ?? null,
    }),
    async start() {
      identity = await identify(botToken, apiUrl, logger);
      const { team, botId, botUserId } = identity;
      const app = new App({
        receiver: transport.receiver,
        // Bolt writes an event's user into this object, so each event needs its own.
        authorize: async () => ({ botToken, botId, botUserId, ...(team === null ? {} : { teamId: team }) }),
        clientOptions: webClientOptions(apiUrl),
        // The default store would do a look-up for every event, and is never used.
        convoStore: false,
        logger,
      });
      app.error(async (error) => log.error({ err: error }, 'Bolt failed on an event from Slack.'));
      const needs = {
        application,
        respond: createRespond(application, toMessage, log),
        postResponse: createPostResponse(),
        webReply: createWebReply(call, delay),
        publishHome: createPublishHome(call, log, now, delay),
        inFlight,
        toCaller: createToCaller({ managers, home: team }),
        ownZone: createOwnZone({ call, scopes, log }),
        now,
        log,
      };
      registerListeners(app, needs);
      registerEventListeners(app, needs);
      await transport.open();
      log.info({ team, bot: botUserId, mode: mode.kind }, 'Slack is connected.');
    },
    async stop() {
      await transport.close();
      await inFlight.settled();
    },
  };
}
