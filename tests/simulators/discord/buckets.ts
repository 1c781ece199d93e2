/** A budget of so many requests in so many ms (https://discord.com/developers/docs/topics/rate-limits). */
type Budget = { readonly name: string; readonly limit: number; readonly window: number };

type State = { used: number; resetAt: number };

/**
 * Budgets of the routes, each by its channel. The figures are folklore: Discord says that they are to be read from the
 * headers, which is what a test of this is for.
 */
export class Buckets {
  readonly #now: () => number;
  readonly #states = new Map<string, State>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a request; the headers of its answer, and for how many seconds it is refused, 0 if it is not. */
  count(method: string, path: string): { readonly headers: Readonly<Record<string, string>>; readonly wait: number } {
    // First answers to interactions have no budget.
    if (path.startsWith('/interactions/')) return { headers: {}, wait: 0 };
    const { name, limit, window } = budgetOf(method, path);
    const key = `${name} ${path.split('/')[2] ?? ''}`;
    const now = this.#now();
    const known = this.#states.get(key);
    const state = known === undefined || known.resetAt <= now ? { used: 0, resetAt: now + window } : known;
    this.#states.set(key, state);
    const refused = state.used >= limit;
    if (!refused) state.used += 1;
    const seconds = (state.resetAt - now) / 1000;
    const headers = {
      'x-ratelimit-bucket': name,
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(limit - state.used),
      'x-ratelimit-reset-after': seconds.toFixed(3),
    };
    return { headers, wait: refused ? seconds : 0 };
  }
}

function budgetOf(method: string, path: string): Budget {
  const inChannel = path.startsWith('/channels/') && path.includes('/messages');
  if (inChannel && method === 'POST' && path.endsWith('/messages')) return { name: 'post', limit: 5, window: 5000 };
  if (inChannel && method === 'PATCH') return { name: 'edit', limit: 5, window: 5000 };
  return { name: `other-${method}`, limit: 50, window: 1000 };
}
