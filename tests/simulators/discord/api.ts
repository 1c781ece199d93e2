import { applicationId, botToken, snowflake } from './fixtures.ts';
import type { Answer, Interactions } from './interactions.ts';
import { invalid, refuse } from './interactions.ts';
import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';
import { validateCommands } from './validate-commands.ts';
import { validateMessage } from './validate-message.ts';

type Request = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
};

const bot = { id: applicationId, username: 'bot', discriminator: '0', avatar: null, bot: true };

/** The REST API: what each address answers, after the token was looked at. */
export class Api {
  /** Registered commands by route, as `/applications/…/commands`. */
  readonly commands = new Map<string, readonly Json[]>();
  readonly #interactions: Interactions;
  readonly #gateway: () => string;
  readonly #byNonce = new Map<string, Json>();

  constructor(interactions: Interactions, gateway: () => string) {
    this.#interactions = interactions;
    this.#gateway = gateway;
  }

  answer({ method, path, body, query, authorization }: Request): Answer {
    const [root = '', first = '', second = '', ...rest] = path.split('/').slice(1);
    const object = toObject(body);
    if (root === 'interactions' && rest[0] === 'callback' && method === 'POST') {
      return this.#interactions.callback(first, second, object, query.get('with_response') === 'true');
    }
    if (root === 'webhooks' && rest[0] === undefined && method === 'POST')
      return this.#interactions.follow(second, object);
    if (root === 'webhooks' && rest[1] === '@original') return this.#interactions.original(method, second, object);
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
    if (root === 'channels' && second === 'messages' && method === 'POST') return this.#post(first, object);
    return refuse(404, 0, '404: Not Found');
  }

  /** Five messages in 5 s for a channel, plenty for everything else; callbacks carry no such headers. */
  rateLimit(method: string, path: string): Readonly<Record<string, string>> {
    if (path.startsWith('/interactions/')) return {};
    const isPost = method === 'POST' && path.startsWith('/channels/');
    return {
      'x-ratelimit-bucket': isPost ? 'channel-messages' : `bucket-${method}`,
      'x-ratelimit-limit': isPost ? '5' : '50',
      'x-ratelimit-remaining': isPost ? '4' : '49',
      'x-ratelimit-reset-after': '1',
    };
  }

  #commandList(method: string, path: string, body: unknown): Answer {
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

  #post(channel: string, body: Json): Answer {
    const problems = validateMessage(body);
    if (problems.length > 0) return invalid(problems);
    const nonce = `${channel} ${toText(body['nonce'])}`;
    const earlier = body['enforce_nonce'] === true ? this.#byNonce.get(nonce) : undefined;
    const message = earlier ?? { ...body, id: snowflake(Date.now()), channel_id: channel, author: bot, type: 0 };
    this.#byNonce.set(nonce, message);
    return { status: 200, body: message };
  }
}
