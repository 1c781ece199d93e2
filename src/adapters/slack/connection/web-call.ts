import { performance } from 'node:perf_hooks';
import type { Logger } from '@slack/bolt';
import type { WebAPICallResult } from '@slack/web-api';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { neverConnected } from './network-error.ts';
import { webClientOptions } from './web-client.ts';

type Answer = WebAPICallResult & { readonly [name: string]: unknown };

/**
 * How a call ended. `limited` and `unreached`: certainly not done, worth retrying in `after` ms. `uncertain`: it may
 * have been done. `refused`: certainly not done, and retrying will not help; `error` is Slack's error code.
 */
export type CallEnd =
  | { readonly kind: 'done'; readonly result: Answer }
  | { readonly kind: 'limited' | 'unreached'; readonly after: number; readonly reason: string }
  | { readonly kind: 'uncertain'; readonly reason: string }
  | { readonly kind: 'refused'; readonly error: string };

/** Calls one method of the Web API once. Never rejects; ends within `callTimeout`. */
export type CallMethod = (method: string, given: Readonly<Record<string, unknown>>) => Promise<CallEnd>;

/** Timeout of a call, in ms. */
export const callTimeout = 4000;

/** How long to wait, in ms, if Slack cannot be reached, or limits the rate without saying for how long. */
const unreachedPause = 1000;
const unsaidPause = 30_000;

/**
 * Slack's own failures, after which the outcome is unknown;
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const troubles = ['fatal_error', 'internal_error', 'service_unavailable'];

/** Temporary refusals: the request was cut off on its way, the workspace is being moved. */
const passing = ['request_timeout', 'team_added_to_org', 'ratelimited', 'rate_limited'];

type Options = {
  /** Undefined for methods that need none. */
  readonly token: string | undefined;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  /** A monotonic clock in ms; the process's own by default. */
  readonly steady?: () => number;
};

/**
 * Makes calls with the bot's token. After a 429 the method is not called for as long as Slack asks; Slack limits each
 * method of a workspace separately, so others go on.
 */
export function createCallMethod({ token, apiUrl, logger, steady = () => performance.now() }: Options): CallMethod {
  const client = new WebClient(token, {
    ...webClientOptions(apiUrl),
    retryConfig: { retries: 0 },
    timeout: callTimeout,
    // In the client's own queue a call would wait before its timeout starts.
    maxRequestConcurrency: 1000,
    logger,
  });
  const closedUntil = new Map<string, number>();

  return async (method, given) => {
    const wait = (closedUntil.get(method) ?? 0) - steady();
    if (wait > 0) return { kind: 'limited', after: Math.ceil(wait), reason: 'Slack limits the rate of this method.' };
    try {
      const result: Answer = { ...(await client.apiCall(method, { ...given })) };
      return { kind: 'done', result };
    } catch (error) {
      const end = toCallEnd(error);
      if (end.kind === 'limited') closedUntil.set(method, steady() + end.after);
      return end;
    }
  };
}

function toCallEnd(error: unknown): CallEnd {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'limited', after: error.retryAfter * 1000, reason: 'Slack limits the rate (429).' };
  }
  if (error instanceof WebAPIPlatformError) return platformEnd(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    const reason = `HTTP ${error.statusCode}`;
    return error.statusCode >= 500 ? { kind: 'uncertain', reason } : { kind: 'unreached', after: unsaidPause, reason };
  }
  if (error instanceof WebAPIRequestError && neverConnected(error.original)) {
    return { kind: 'unreached', after: unreachedPause, reason: 'Slack could not be reached.' };
  }
  const reason = error instanceof Error ? error.message : String(error);
  // The client's message for a 429 without a usable Retry-After.
  if (reason.startsWith('Retry header')) return { kind: 'limited', after: unsaidPause, reason: 'HTTP 429' };
  return { kind: 'uncertain', reason };
}

function platformEnd(error: string): CallEnd {
  if (passing.includes(error)) return { kind: 'limited', after: unsaidPause, reason: error };
  // Anything that is not one of Slack's error codes comes from something in between, such as a proxy's error page.
  if (!/^[a-z][a-z0-9_:-]*$/.test(error)) return { kind: 'uncertain', reason: 'The answer was not from Slack.' };
  return troubles.includes(error) ? { kind: 'uncertain', reason: error } : { kind: 'refused', error };
}
