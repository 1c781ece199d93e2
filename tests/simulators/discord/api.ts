import type { Channels } from './channels.ts';
import { bot } from './channels.ts';
import { applicationId, botToken, snowflake } from './fixtures.ts';
import type { Answer, Interactions } from './interactions.ts';
import { invalid, refuse } from './interactions.ts';
import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';
import { validateCommands } from './validate-commands.ts';

type Request = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly files: readonly File[];
};

/** The REST API: what each address answers, after the token was looked at. */
export class Api {
  /** Registered commands by route, as `/applications/…/commands`. */
  readonly commands = new Map<string, readonly Json[]>();
  readonly #interactions: Interactions;
  readonly #gateway: () => string;
  readonly #channels: Channels;
  /** Servers of which the bot is no member. */
  readonly closedServers = new Set<string>();
  /** How servers are called, by their ids. */
  readonly serverNames = new Map<string, string>();

  constructor(interactions: Interactions, channels: Channels, gateway: () => string) {
    this.#channels = channels;
    this.#interactions = interactions;
    this.#gateway = gateway;
  }

  answer({ method, path, body, query, authorization, files }: Request): Answer {
    const [root = '', first = '', second = '', ...rest] = path.split('/').slice(1);
    const object = toObject(body);
    if (root === 'interactions' && rest[0] === 'callback' && method === 'POST') {
      return this.#interactions.callback(first, second, object, query.get('with_response') === 'true', files);
    }
    if (root === 'webhooks' && rest[0] === undefined && method === 'POST')
      return this.#interactions.follow(second, object, files);
    if (root === 'webhooks' && rest[1] === '@original')
      return this.#interactions.original(method, second, object, files);
    if (authorization !== `Bot ${botToken}`) return refuse(401, 0, '401: Unauthorized');
    if (method === 'GET' && path === '/gateway/bot') {
      const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: this.#gateway(), shards: 1, session_start_limit: limit } };
    }
    if (method === 'GET' && path === '/users/@me') return { status: 200, body: bot };
    if (method === 'GET' && (path === '/applications/@me' || path === '/oauth2/applications/@me')) {
      return { status: 200, body: { id: applicationId, name: 'bot', description: '', flags: 0 } };
    }
    if (root === 'applications' && path.endsWith('/commands')) return this.#commandList(method, path, body);
    if (root === 'guilds' && method === 'GET') {
      return this.closedServers.has(first)
        ? refuse(404, 10_004, 'Unknown Guild')
        : { status: 200, body: { id: first, name: this.serverNames.get(first) ?? 'Simulated server' } };
    }
    if (root === 'users' && path === '/users/@me/channels' && method === 'POST') {
      return this.#channels.open(toText(object['recipient_id']));
    }
    if (root === 'channels')
      return this.#channels.answer(
        method,
        [first, second, ...rest].filter((part) => part !== ''),
        object,
        query,
        files,
      );
    return refuse(404, 0, '404: Not Found');
  }

  #commandList(method: string, path: string, body: unknown): Answer {
    if (this.closedServers.has(path.split('/')[4] ?? '')) return refuse(403, 50_001, 'Missing Access');
    if (method === 'PUT') {
      const isGlobal = !path.includes('/guilds/');
      const problems = validateCommands(toList(body), isGlobal);
      if (problems.length > 0) return invalid(problems);
      const registered = toList(body).map((command) => ({
        id: snowflake(Date.now()),
        application_id: applicationId,
        version: snowflake(Date.now()),
        default_member_permissions: null,
        nsfw: false,
        ...(isGlobal ? { dm_permission: true } : { guild_id: path.split('/')[4] }),
        ...toObject(command),
      }));
      this.commands.set(path, registered);
    }
    return { status: 200, body: this.commands.get(path) ?? [] };
  }
}
