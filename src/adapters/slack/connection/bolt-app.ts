import type { App as BoltApp, Logger, Receiver } from '@slack/bolt';
import type { Log } from '../../../app/ports.ts';
import type { SlackConfig } from '../slack-config.ts';
import { App } from './bolt.ts';
import type { Identity } from './identity.ts';
import { webClientOptions } from './web-client.ts';

type Needs = { readonly receiver: Receiver; readonly logger: Logger; readonly log: Log };

/** Bolt for one workspace, without listeners yet. What fails in it is logged. */
export function createBoltApp(
  { botToken, apiUrl }: SlackConfig,
  { team, botId, botUserId }: Identity,
  { receiver, logger, log }: Needs,
): BoltApp {
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
