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
 * How one call ended. `limited` and `unreached`: surely not done, worth another try in `after` ms. `uncertain`: it may
 * have been done. `refused`: surely not done, and not to be done without a change; `error` is Slack's word for why.
 */
export type CallEnd =
  | { readonly kind: 'done'; readonly result: Answer }
  | { readonly kind: 'limited' | 'unreached'; readonly after: number; readonly reason: string }
  | { readonly kind: 'uncertain'; readonly reason: string }
  | { readonly kind: 'refused'; readonly error: string };

/** Calls one method of the Web API once. Never rejects; ends within `callTimeout`. */
export type CallMethod = (method: string, given: Readonly<Record<string, unknown>>) => Promise<CallEnd>;

/** Milliseconds until an answer is given up. */
export const callTimeout = 5000;

/** Milliseconds to wait where Slack cannot be reached or limits the rate without saying for how long. */
const unreachedPause = 1000;
const unsaidPause = 30_000;

/** Slack's own failures, after which nothing is certain; https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const troubles = ['fatal_error', 'internal_error', 'service_unavailable'];

/** Refusals that end by themselves: the request was cut off on its way, the workspace is being moved. */
const passing = ['request_timeout', 'team_added_to_org', 'ratelimited', 'rate_limited'];

type Options = {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  /** Milliseconds on a clock that only goes on; that of the process when left out. */
  readonly steady?: () => number;
};

/**
 * Calls with the bot's token. After a 429 that method is left alone for as long as Slack asks, without a call: Slack
 * limits each method of a workspace on its own, so that others go on.
 */
export function createCallMethod({ token, apiUrl, logger, steady = () => performance.now() }: Options): CallMethod {
  const client = new WebClient(token, {
    ...webClientOptions(apiUrl),
    retryConfig: { retries: 0 },
    timeout: callTimeout,
    // The client's own queue would let a call wait before its time begins to run.
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
  // The client's words for a 429 without a usable Retry-After.
  if (reason.startsWith('Retry header')) return { kind: 'limited', after: unsaidPause, reason: 'HTTP 429' };
  return { kind: 'uncertain', reason };
}

function platformEnd(error: string): CallEnd {
  if (passing.includes(error)) return { kind: 'limited', after: unsaidPause, reason: error };
  // What is no word of Slack's comes from something in between, such as a proxy's page.
  if (!/^[a-z][a-z0-9_:-]*$/.test(error)) return { kind: 'uncertain', reason: 'The answer was not from Slack.' };
  return troubles.includes(error) ? { kind: 'uncertain', reason: error } : { kind: 'refused', error };
}
