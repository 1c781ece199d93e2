import type { InstallsConfig } from '../slack-config.ts';
import type { Credentials } from './installed.ts';
import type { CallEnd, CallMethod } from './web-call.ts';

/** Buys new credentials with a refresh token, in one attempt; or how that failed. Never rejects. */
export type Exchange = (refreshToken: string) => Promise<Credentials | Exclude<CallEnd, { kind: 'done' }>>;

type Options = {
  readonly config: Pick<InstallsConfig, 'clientId' | 'clientSecret'>;
  /** Without a token of its own. */
  readonly call: CallMethod;
  /** UTC ms. */
  readonly now: () => number;
};

/**
 * https://docs.slack.dev/authentication/using-token-rotation. One request: that of `@slack/oauth` repeats it after a failure of the
 * network, by the retries of its client, and gives an error for an answer.
 */
export function createExchange({ config, call, now }: Options): Exchange {
  return async (refreshToken) => {
    const began = now();
    const end = await call('oauth.v2.access', {
      client_id: config.clientId,
      client_secret: config.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    if (end.kind !== 'done') return end;
    const { access_token: token, refresh_token: next, expires_in: seconds } = end.result;
    if (typeof token !== 'string') return { kind: 'uncertain', reason: 'Slack gave no token.' };
    return {
      token,
      refreshToken: typeof next === 'string' ? next : null,
      // From before the request on: rather too early than too late.
      expires: typeof seconds === 'number' ? Math.round(began + seconds * 1000) : null,
    };
  };
}
