import type { WebClientOptions } from '@slack/web-api';

/**
 * Options for one Web API client, made anew for each since the clients write into them (headers, retries). Rate limits
 * reject the call that met them instead of holding up all others; a call ends after 5 s; network failures are tried
 * twice more, so that only calls which may be repeated go through it.
 */
export function webClientOptions(apiUrl: string | undefined): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    rejectRateLimitedCalls: true,
    timeout: 5000,
    retryConfig: { retries: 2, minTimeout: 200, factor: 3 },
  };
}
