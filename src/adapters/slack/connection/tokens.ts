import { settleWithin } from '../../../app/deadline.ts';
import type { Log } from '../../../app/ports.ts';
import type { Exchange } from './exchange.ts';
import type { Installations, Kept } from './installations.ts';
import { afterRefusal, createRenewal, renewedAhead } from './renewal.ts';
import { createTokenState } from './token-state.ts';
import type { CallEnd } from './web-call.ts';

/** A token to call with; or why there is none: not just now, or not until somebody mends it. */
export type Token =
  | { readonly kind: 'good'; readonly token: string }
  | Extract<CallEnd, { kind: 'limited' | 'unreached' | 'refused' }>;

/** The token of one installation, renewed before it expires. */
export type Tokens = {
  /** Never one that has expired. Ends within `longestWait`, and rejects never. */
  readonly current: () => Promise<Token>;
  /** Slack did not take this token, by this code: gives another one if there is one now, or can be had. */
  readonly replace: (refused: string, code: string) => Promise<Token>;
  /** Renews it if it expires soon. Rejects as the store does. */
  readonly renew: () => Promise<void>;
  /** Takes what was read in the store, where that is newer. */
  readonly adopt: (kept: Kept) => void;
};

/** A token with less left (ms) than this may expire on its way. */
const tooLittle = 60_000;

/** How long (ms) a call waits for a token, and how long until it is worth another try. */
export const longestWait = 1000;
const tryAgain = 500;

/** Slack's codes after which another token may be taken. */
const renewable: readonly string[] = ['token_expired', 'token_revoked', 'invalid_auth'];

type Options = {
  readonly kept: Kept;
  readonly installations: Installations;
  readonly exchange: Exchange;
  /** Hears of every change. */
  readonly changed: (kept: Kept) => void;
  /** Hears why the token cannot be renewed, by Slack's code; null when it is. */
  readonly refused: (code: string | null) => void;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: Log;
};

/** The store says which credentials are the latest; `createRenewal` how they are renewed. */
export function createTokens({ kept, installations, exchange, changed, refused, now, log }: Options): Tokens {
  const state = createTokenState({ kept, changed, refused, now });
  const work = createRenewal({ state, installations, exchange, now, log });
  let underWay: Promise<void> | null = null;
  let lastForced = Number.NEGATIVE_INFINITY;
  const tokenNow = () => state.kept().installed.token;

  function renew(): Promise<void> {
    if (state.left() > renewedAhead) return Promise.resolve();
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  const renewQuietly = () =>
    renew().catch((error: unknown) =>
      log.error({ err: error, scope: state.kept().scope }, 'A token could not be renewed.'),
    );

  function present(): Token {
    if (state.left() > tooLittle) return { kind: 'good', token: tokenNow() };
    const { at, code } = state.failed();
    const isLost = code !== null || state.kept().installed.refreshToken === null;
    if (isLost) return { kind: 'refused', error: 'token_expired' };
    return { kind: 'limited', after: Math.max(tryAgain, at - now()), reason: 'The token is being renewed.' };
  }

  return {
    adopt: state.adopt,
    renew,
    current: async () => {
      if (state.left() > renewedAhead) return { kind: 'good', token: tokenNow() };
      const renewing = renewQuietly();
      if (state.left() <= tooLittle) await settleWithin(renewing, longestWait);
      return present();
    },
    replace: async (token, code) => {
      const latest = await installations.serving(state.kept().scope).catch(() => null);
      if (latest !== null) state.adopt(latest);
      const isForced = tokenNow() === token && state.kept().installed.refreshToken !== null && renewable.includes(code);
      if (isForced && now() - lastForced > afterRefusal) {
        lastForced = now();
        state.expire();
        await settleWithin(renewQuietly(), longestWait);
      }
      // What is still being renewed is no trouble that anybody has to mend.
      const isBeingRenewed = isForced && state.left() <= tooLittle && state.failed().code === null;
      return tokenNow() === token && !isBeingRenewed ? { kind: 'refused', error: code } : present();
    },
  };
}
