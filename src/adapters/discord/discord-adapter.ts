import { Events } from 'discord.js';
import type { ConnectionReports } from '../../app/connection.ts';
import { createConnection } from '../../app/connection.ts';
import { settleWithin } from '../../app/deadline.ts';
import type { Adapter, Application, Log } from '../../app/ports.ts';
import { createPlatformClock, noteInstants, processClock } from '../../ops/platform-clock.ts';
import type { DrawPicture } from './cards/messages.ts';
import { createMessages } from './cards/messages.ts';
import {
  createClient,
  createRestForEdits,
  createRestForPosts,
  createRestOnce,
  logConnection,
} from './connection/client.ts';
import { connect } from './connection/connect.ts';
import { createDisconnector } from './connection/disconnect.ts';
import { tokenFault } from './connection/start-fault.ts';
import { partOfKey, watchShards } from './connection/watch-shards.ts';
import type { DiscordConfig } from './discord-config.ts';
import { createChannels } from './inbound/channels.ts';
import { createListeners } from './inbound/listeners.ts';
import { createSaying } from './inbound/saying.ts';
import type { Credentials } from './outbound/attempt.ts';
import { createMessenger } from './outbound/messenger.ts';
import { createRemovalWatch } from './outbound/removal.ts';
import { createInteractionApi } from './reply/interaction-api.ts';
import { register } from './setup/register.ts';

type AdapterOptions = {
  readonly config: DiscordConfig;
  readonly application: Application;
  readonly log: Log;
  /** Draws the pictures of cards; without it only words are sent. */
  readonly drawPicture?: DrawPicture | null;
  /**
   * How long `start` waits for Discord and `stop` for work in progress, and how long after the first sign to check
   * again whether the bot was removed from a server; in ms.
   */
  readonly limits?: { readonly start: number; readonly stop: number; readonly secondLook: number };
  /** The bot's steady clock, UTC ms; by default that of the process. */
  readonly steady?: () => number;
};

const ownLimits = { start: 30_000, stop: 2000, secondLook: 600_000 };

/** Longest time to disconnect, in ms. */
const goodbye = 1000;

/**
 * The bot on Discord. `start` logs in and updates the registered commands; it rejects with a Fault that says how to fix
 * it, after at most 30 s. Failing to update the commands is logged but does not stop the bot, since those registered
 * earlier keep working. `stop` gives work in progress 2 s, and takes at most 3 s.
 */
export function createDiscordAdapter(options: AdapterOptions): Adapter {
  const { config, application, log, drawPicture = null, limits = ownLimits } = options;
  const connection = createConnection({
    partOf: (key) => partOfKey(key, client.options.shardCount ?? 1),
    now: Date.now,
    log,
  });
  const { buildStrategy, disconnect } = createDisconnector((server) => {
    log.info({ server }, 'The bot was removed from a server; its data is deleted once a second look confirms that.');
    removals.suspect(server);
  });
  const client = createClient(config, { buildStrategy });
  const restOnce = createRestOnce(config);
  const restForEdits = createRestForEdits(config);
  const restForPosts = createRestForPosts(config);
  const api = createInteractionApi({ rest: restForEdits, restOnce, log });
  const clock = createPlatformClock(options.steady ?? processClock);
  const saying = createSaying(application, clock);
  const messages = createMessages(log, drawPicture, saying.resolve);
  const { forgetScope } = application;
  const removals = createRemovalWatch({ rest: restForPosts, log, forgetScope, secondLook: limits.secondLook });
  const channels = createChannels(client, restForPosts, log);
  const listeners = createListeners({ application, api, messages, channels, noteInstant: clock.note, log });

  return {
    name: 'discord',
    connection,
    messenger: noteInstants(
      createMessenger({
        rest: restForPosts,
        messages,
        log,
        refused: removals.suspect,
        credentials: credentialsOf(connection.reports, () => restForPosts.setToken(config.token)),
        self: () => client.user?.id ?? null,
      }),
      clock,
    ),
    start: async () => {
      logConnection(client, [client.rest, restOnce, restForEdits, restForPosts], log);
      watchShards(client, connection.reports, Date.now);
      client.on(Events.InteractionCreate, listeners.accept);
      client.on(Events.Raw, listeners.acceptPress);
      try {
        const applicationId = await connect(client, config.token, limits.start);
        await register(client.rest, applicationId, {
          guildId: config.guildId,
          subject: application.subject(),
          useIds: saying.useCommandIds,
          log,
        });
      } catch (error) {
        await disconnect(client, goodbye);
        throw error;
      }
    },
    stop: async () => {
      client.off(Events.InteractionCreate, listeners.accept);
      client.off(Events.Raw, listeners.acceptPress);
      const settled = await settleWithin(listeners.answered(), limits.stop);
      if (!settled) log.warn({ events: listeners.underWay() }, 'Stopped before everything was answered.');
      removals.stop();
      await disconnect(client, goodbye);
      for (const rest of [restOnce, restForEdits, restForPosts]) {
        rest.clearHashSweeper();
        rest.clearHandlerSweeper();
      }
    },
  };
}

/** Reports whether Discord takes the token; discord.js forgets one that was refused, and only another attempt can tell. */
function credentialsOf(reports: ConnectionReports, useTokenAgain: () => void): Credentials {
  return {
    refused: () => {
      const { message: problem, hint: cure } = tokenFault();
      reports.refused({ problem, cure });
      useTokenAgain();
    },
    accepted: () => reports.refused(null),
  };
}
