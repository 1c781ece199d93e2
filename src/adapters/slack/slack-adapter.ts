import { App } from '@slack/bolt';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { createHttpTransport } from './http-transport.ts';
import { identify } from './identity.ts';
import { createInFlight } from './in-flight.ts';
import { registerListeners } from './listeners.ts';
import { createMessages } from './messages.ts';
import { createRespond } from './respond.ts';
import { createPostResponse } from './response-url.ts';
import type { SlackConfig } from './slack-config.ts';
import { createSocketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';
import { webClientOptions } from './web-client.ts';

export type SlackAdapter = Adapter & {
  /** To be mounted at POST /slack/events on an HTTP server made elsewhere; null in Socket Mode. */
  readonly requestListener: Transport['requestListener'];
};

type Options = { readonly config: SlackConfig; readonly application: Application; readonly log: Log };

/**
 * The bot in one Slack workspace, over Socket Mode or signed HTTP. `start` rejects with a Fault of code `slack-token`,
 * `slack-busy` or `slack-unreachable`.
 */
export function createSlackAdapter({ config, application, log }: Options): SlackAdapter {
  const { botToken, apiUrl, mode } = config;
  const logger = createBoltLogger(log);
  const inFlight = createInFlight();
  const transport =
    mode.kind === 'http'
      ? createHttpTransport(mode.signingSecret, logger)
      : createSocketTransport({ appToken: mode.appToken, apiUrl, logger, log });

  return {
    name: 'slack',
    requestListener: transport.requestListener,
    async start() {
      const identity = await identify(botToken, apiUrl, logger);
      const app = new App({
        receiver: transport.receiver,
        // Bolt writes the person of an event into what it gets here: each event needs its own.
        authorize: async () => ({ ...identity }),
        clientOptions: webClientOptions(apiUrl),
        // The default store looks something up for every event and is never used.
        convoStore: false,
        logger,
      });
      app.error(async (error) => log.error({ err: error }, 'Bolt failed on an event from Slack.'));
      const respond = createRespond(application, createMessages(log), log);
      registerListeners(app, { respond, postResponse: createPostResponse(), inFlight });
      await transport.open();
      log.info({ team: identity.teamId, bot: identity.botUserId, mode: mode.kind }, 'Slack is connected.');
    },
    async stop() {
      await transport.close();
      await inFlight.settled();
    },
  };
}
