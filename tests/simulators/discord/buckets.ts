/** A budget of so many requests in so many ms (https://discord.com/developers/docs/topics/rate-limits). */
type Budget = { readonly name: string; readonly limit: number; readonly window: number };

type State = { used: number; resetAt: number };

type Counted = {
  readonly headers: Readonly<Record<string, string>>;
  /** For how many seconds the request is refused, 0 if it is not. */
  readonly wait: number;
  readonly scope: 'user' | 'global';
};

/**
 * What all requests with the bot's token share; "interaction endpoints are not bound to the bot's Global Rate Limit"
 * (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit).
 */
const everything: Budget = { name: 'global', limit: 50, window: 1000 };

/**
 * Budgets of the routes, each by its channel, or by its webhook and token; those of interactions share the properties of
 * normal webhooks (https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints). The figures of
 * routes are folklore: Discord says that they are to be read from the headers, which is what a test of this is for.
 */
export class Buckets {
  readonly #now: () => number;
  readonly #states = new Map<string, State>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a request. */
  count(method: string, path: string): Counted {
    // First answers to interactions have no budget at all.
    if (path.startsWith('/interactions/')) return { headers: {}, wait: 0, scope: 'user' };
    const { name, limit, window } = budgetOf(method, path);
    const isWebhook = path.startsWith('/webhooks/');
    const shared = this.#state(everything.name, everything.window);
    if (!isWebhook && shared.used >= everything.limit) {
      return { headers: {}, wait: this.#secondsTo(shared), scope: 'global' };
    }
    const [, , first = '', token = ''] = path.split('/');
    const state = this.#state(`${name} ${first} ${isWebhook ? token : ''}`, window);
    const refused = state.used >= limit;
    if (!refused) state.used += 1;
    if (!refused && !isWebhook) shared.used += 1;
    const seconds = this.#secondsTo(state);
    const headers = {
      'x-ratelimit-bucket': name,
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(limit - state.used),
      'x-ratelimit-reset-after': seconds.toFixed(3),
    };
    return { headers, wait: refused ? seconds : 0, scope: 'user' };
  }

  #state(key: string, window: number): State {
    const now = this.#now();
    const known = this.#states.get(key);
    if (known !== undefined && known.resetAt > now) return known;
    const state = { used: 0, resetAt: now + window };
    this.#states.set(key, state);
    return state;
  }

  #secondsTo({ resetAt }: State): number {
    return (resetAt - this.#now()) / 1000;
  }
}

function budgetOf(method: string, path: string): Budget {
  const inChannel = path.startsWith('/channels/') && path.includes('/messages');
  if (inChannel && method === 'POST' && path.endsWith('/messages')) return { name: 'post', limit: 5, window: 5000 };
  if (inChannel && method === 'PATCH') return { name: 'edit', limit: 5, window: 5000 };
  if (path.startsWith('/webhooks/')) return { name: 'webhook', limit: 5, window: 2000 };
  return { name: `other-${method}`, limit: 50, window: 1000 };
}
