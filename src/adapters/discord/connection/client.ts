import type { RESTOptions } from 'discord.js';
import { Client, Events, GatewayIntentBits, Options, REST, RESTEvents } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import type { DiscordConfig } from '../discord-config.ts';
import type { Disconnector } from './disconnect.ts';
import { loggable } from './platform-error.ts';

/** Rejected requests (401, 403, 429) between two warnings; at 10,000 in 10 minutes Discord bans the IP address. */
const refusedBetweenWarnings = 100;

/** How long the bucket of an interaction that is over is kept at most, in ms. */
const bucketsKept = 60_000;

/** For requests that are sent once, in ms: a first response is useless after 3 s. */
const requestTimeout = 5000;

/**
 * The connection to Discord, not yet logged in. Interactions reach a bot without any intent; Guilds is there for the news
 * that it was removed from a server. What else that brings is kept from discord.js (`keepOnlyNeeded`), so nothing here
 * may rely on `interaction.channel` or `interaction.guild`, which are null.
 */
export function createClient(config: DiscordConfig, { buildStrategy }: Pick<Disconnector, 'buildStrategy'>): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    ws: { buildStrategy },
    ...(config.shards === undefined ? {} : { shards: [...config.shards.ids], shardCount: config.shards.total }),
    rest: { ...apiOf(config), invalidRequestWarningInterval: refusedBetweenWarnings },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      EntitlementManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
    }),
  });
}

/** For responses to interactions that must not be repeated, or only by rules of their own. */
export function createRestOnce(config: DiscordConfig): REST {
  return new REST({ ...forResponses(config), retries: 0, timeout: requestTimeout });
}

/** For responses to interactions that may be repeated: reads, and edits. */
export function createRestForEdits(config: DiscordConfig): REST {
  return new REST(forResponses(config));
}

/**
 * "Interaction endpoints are not bound to the bot's Global Rate Limit"
 * (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit), so they do not wait for the 50 requests a
 * second that discord.js allows itself; buckets of routes hold. Every interaction has a bucket of its own, which is kept
 * until the next sweep. No token of the bot is sent: the interaction's own is in the address.
 */
function forResponses(config: DiscordConfig): Partial<RESTOptions> {
  return {
    ...apiOf(config),
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: bucketsKept,
    invalidRequestWarningInterval: refusedBetweenWarnings,
  };
}

/**
 * For messages that are not replies: one attempt each, and an error rather than a wait when a rate limit is exhausted
 * (`rejectOnRateLimit`), since the sender has its own order. Discord lets a bot make 50 requests a second
 * (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit); a few of them are left to the client.
 */
export function createRestForPosts(config: DiscordConfig): REST {
  return new REST({
    ...apiOf(config),
    retries: 0,
    timeout: requestTimeout,
    globalRequestsPerSecond: 45,
    rejectOnRateLimit: () => true,
    invalidRequestWarningInterval: refusedBetweenWarnings,
  }).setToken(config.token);
}

/** Logs the state of the connection. An `error` event without a listener would end the process. */
export function logConnection(client: Client, rests: readonly REST[], log: Log): void {
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'Discord: connected again.'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, error }, 'Discord: the connection failed.'));
  client.on(Events.Error, (error) => log.error({ error: loggable(error) }, 'Discord: an error.'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'Discord: a warning.'));
  for (const rest of rests) {
    rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
      log.warn(
        { count, remainingTime },
        'Discord refuses many requests; at 10,000 in 10 minutes it bans this address.',
      ),
    );
  }
}

function apiOf({ apiUrl }: DiscordConfig): { readonly api?: string } {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '') };
}
