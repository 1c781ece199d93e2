import type { App as BoltApp, Logger, Receiver } from '@slack/bolt';
import type { Log } from '../../../app/ports.ts';
import type { SlackConfig } from '../slack-config.ts';
import { App } from './bolt.ts';
import type { Identity } from './identity.ts';
import { webClientOptions } from './web-client.ts';

/** From where an event comes, as Bolt reads it. */
export type EventSource = {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly isEnterpriseInstall: boolean;
};

type Needs = {
  readonly receiver: Receiver;
  readonly logger: Logger;
  readonly log: Log;
  /** Who serves an event: null if nobody does. What it gives is `tenant` in the context of the event. */
  readonly tenantOf: (source: EventSource, body: unknown) => Promise<{ readonly identity: Identity } | null>;
};

/** Bolt without listeners yet. It is given no token: all calls are ours, each with that of its tenant. What fails in it is logged. */
export function createBoltApp({ apiUrl }: SlackConfig, { receiver, logger, log, tenantOf }: Needs): BoltApp {
  const app = new App({
    receiver,
    authorize: async (source, body) => {
      const tenant = await tenantOf(source, body);
      // Bolt writes an event's user into this object, so each event needs its own.
      if (tenant === null) return {};
      const { botId, botUserId, team } = tenant.identity;
      return { botId, botUserId, ...(team === null ? {} : { teamId: team }), tenant };
    },
    clientOptions: webClientOptions(apiUrl),
    // The default store would do a look-up for every event, and is never used.
    convoStore: false,
    logger,
  });
  app.error(async (error) => log.error({ err: error }, 'Bolt failed on an event from Slack.'));
  return app;
}
