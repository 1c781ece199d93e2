import { setTimeout as delay } from 'node:timers/promises';
import type { Logger, Receiver } from '@slack/bolt';
import { App } from '@slack/bolt';
import { createConnection } from '../../app/connection.ts';
import type { Messenger } from '../../app/delivery/messenger.ts';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import { settleWithin } from '../../ops/deadline.ts';
import type { PlatformClock } from '../../ops/platform-clock.ts';
import { createPlatformClock, noteInstants, processClock } from '../../ops/platform-clock.ts';
import { createMessages } from './cards/messages.ts';
import { createBoltLogger } from './connection/bolt-logger.ts';
import { createHttpTransport } from './connection/http-transport.ts';
import type { Identity } from './connection/identity.ts';
import { identify } from './connection/identity.ts';
import { createInFlight } from './connection/in-flight.ts';
import { createSocketTransport } from './connection/socket-transport.ts';
import { createTokenWatch } from './connection/token-watch.ts';
import type { Transport } from './connection/transport.ts';
import { createCallMethod } from './connection/web-call.ts';
import { webClientOptions } from './connection/web-client.ts';
import { createAskHindrance } from './inbound/ask-hindrance.ts';
import { createToCaller } from './inbound/caller.ts';
import { registerEventListeners } from './inbound/event-listeners.ts';
import { registerListeners } from './inbound/listeners.ts';
import { createMembership } from './inbound/membership.ts';
import { createOwnDirects } from './inbound/own-directs.ts';
import { createOwnZone } from './inbound/own-zone.ts';
import { createProfileNames } from './inbound/profile-names.ts';
import { createSlashName } from './inbound/slash-name.ts';
import { explainRefusals } from './outbound/hindrance.ts';
import { createMessenger } from './outbound/messenger.ts';
import type { DrawPicture } from './outbound/pictures.ts';
import { createAttachPictures } from './outbound/pictures.ts';
import { createPublishHome } from './reply/home.ts';
import type { Respond } from './reply/respond.ts';
import { createRespond } from './reply/respond.ts';
import { createPostResponse } from './reply/response-url.ts';
import { createWebReply } from './reply/web-reply.ts';
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
  const { reports } = connection;
  const inFlight = createInFlight();
  const stopping = new AbortController();
  const transport =
    mode.kind === 'http'
      ? createHttpTransport(mode.signingSecret, logger)
      : createSocketTransport({ appToken: mode.appToken, apiUrl, logger, log, reports });
  const tokenWatch = createTokenWatch({
    call: createCallMethod({ token: botToken, apiUrl, logger, steady }),
    refused: reports.refused,
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
  const bot = () => identity?.name ?? null;

  return {
    name: 'slack',
    connection,
    requestListener: transport.requestListener,
    messenger: noteInstants(
      explainRefusals(
        createMessenger({
          call,
          toMessage,
          attachPictures: createAttachPictures({ call, draw: drawPicture, scopes, inFlight, log }),
          workspaceUrl: () => identity?.url ?? null,
        }),
        bot,
      ),
      clock,
    ),
    async start() {
      identity = await identify(botToken, apiUrl, logger, { signal: stopping.signal, noteTime: clock.note });
      const { team, botUserId } = identity;
      const app = createApp(config, identity, { receiver: transport.receiver, logger, log });
      const needs = {
        application,
        respond: noting(clock, createRespond(application, toMessage, log)),
        postResponse: createPostResponse(),
        webReply: createWebReply(call, delay),
        publishHome: createPublishHome(call, log, saying, delay),
        inFlight,
        toCaller: createToCaller({ managers, home: team }),
        ownZone: createOwnZone({ call, scopes, log }),
        ownDirects: createOwnDirects(),
        noteCommand: slash.note,
        profileNames: createProfileNames({ call, scopes, steady }),
        membership,
        askAt: createAskHindrance({ call, membership, toMessage, bot, scopes }),
        now: clock.now,
        log,
      };
      registerListeners(app, needs);
      registerEventListeners(app, needs);
      await transport.open();
      // Over HTTP nobody can tell whether Slack reaches the bot.
      reports.heard('slack');
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

/** The same, and the clock learns from the instants of what happened. */
function noting(clock: PlatformClock, respond: Respond): Respond {
  return (inbound, delivery) => {
    clock.note(inbound.at);
    return respond(inbound, delivery);
  };
}

type AppNeeds = { readonly receiver: Receiver; readonly logger: Logger; readonly log: Log };

function createApp({ botToken, apiUrl }: SlackConfig, identity: Identity, { receiver, logger, log }: AppNeeds): App {
  const { team, botId, botUserId } = identity;
  const app = new App({
    receiver,
    // Bolt writes an event's user into this object, so each event needs its own.
    authorize: async () => ({ botToken, botId, botUserId, ...(team === null ? {} : { teamId: team }) }),
    clientOptions: webClientOptions(apiUrl),
    // The default store would do a look-up for every event, and is never used.
    convoStore: false,
    logger,
  });
  app.error(async (error) => log.error({ err: error }, 'Bolt failed on an event from Slack.'));
  return app;
}
