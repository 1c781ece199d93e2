import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../../app/ports.ts';
import type { Exchange } from './exchange.ts';
import type { Installations } from './installations.ts';
import type { Credentials } from './installed.ts';
import type { TokenState } from './token-state.ts';

/** A token lives for 12 h; it is renewed so long (ms) before it ends, and the old one is good meanwhile. */
export const renewedAhead = 2 * 3_600_000;

/**
 * For so long (ms) one process renews alone: longer than the exchange takes at most, and hardly longer, as Slack takes a refresh
 * token again for a short time only.
 */
const lease = 10_000;

/** How often (ms) it is looked whether another process has renewed the token, and tried to store one. */
const lookAgain = 200;
const storeAgain = 1000;

/** How long (ms) a renewal is left alone that Slack has refused, and one of which nobody knows what became of it. */
export const afterRefusal = 60_000;
const afterDoubt = 500;

type Options = {
  readonly state: TokenState;
  readonly installations: Installations;
  readonly exchange: Exchange;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: Log;
};

/**
 * Renews the token of an installation if it expires soon: one process at a time, by a claim in the store, and each refresh token
 * once. Rejects as the store does.
 *
 * A process that is killed after the exchange and before the new credentials are stored has lost them. The next one uses the same
 * refresh token again when the lease ends: Slack revokes it only after a short grace period, and does not touch the old
 * token (https://docs.slack.dev/authentication/using-token-rotation#refresh-a-token).
 */
export function createRenewal({ state, installations, exchange, now, log }: Options): () => Promise<void> {
  /** Stores what was bought, however long the store is away: nobody else can know it. */
  async function store(bought: Credentials): Promise<void> {
    const before = state.kept();
    const next = { ...before, installed: { ...before.installed, ...bought } };
    state.use(next);
    for (;;) {
      try {
        if (!(await installations.renew(before, next.installed))) break;
        return state.take({ ...next, revision: before.revision + 1 });
      } catch (error) {
        log.error({ err: error, scope: before.scope }, 'A renewed token could not be stored; trying again.');
        await delay(storeAgain, undefined, { ref: false });
      }
    }
    const latest = await installations.serving(before.scope);
    log.warn({ scope: before.scope }, 'A token was renewed twice, or installed anew; what is stored counts.');
    if (latest !== null) state.take(latest);
  }

  async function buy(refreshToken: string): Promise<void> {
    const end = await exchange(refreshToken);
    if (!('kind' in end)) return store(end);
    if (end.kind === 'refused') state.fail(now() + afterRefusal, end.error);
    else {
      log.warn({ scope: state.kept().scope, end }, 'A token could not be renewed; trying again.');
      state.fail(now() + ('after' in end ? end.after : afterDoubt), null);
    }
    await installations.release(state.kept(), state.failed().code);
  }

  return async () => {
    while (state.left() <= renewedAhead) {
      const latest = await installations.serving(state.kept().scope);
      if (latest === null) return;
      state.adopt(latest);
      const { refreshToken } = state.kept().installed;
      if (state.left() > renewedAhead || refreshToken === null || now() < state.failed().at) return;
      if (await installations.claim(state.kept(), lease)) return buy(refreshToken);
      await delay(lookAgain, undefined, { ref: false });
    }
  };
}
