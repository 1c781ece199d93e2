import type { WebClientOptions } from '@slack/web-api';
import { fetch } from 'undici';

/**
 * Options for a Web API client; new ones for each client, since clients modify them (headers, retries). A rate-limited
 * call is rejected instead of holding up all others; a call times out after 5 s; network failures are retried twice, so
 * only calls that may be repeated go through such a client. `fetch` is that of the socket's library, the same as Node's own,
 * which would be a second one in memory (12 MB).
 */
export function webClientOptions(apiUrl: string | undefined): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    rejectRateLimitedCalls: true,
    // Their types differ in the bodies of forms, which no call of the bot has.
    fetch: fetch as NonNullable<WebClientOptions['fetch']>,
    timeout: 5000,
    retryConfig: { retries: 2, minTimeout: 200, factor: 3 },
  };
}
