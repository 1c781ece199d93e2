import { setTimeout as delay } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';

/** Longest (ms) that a start waits for Slack's rate limit, all waits together; longer ones are for whoever starts it. */
const longestWait = 60_000;

/**
 * The result of `work`, begun again after a 429 when Slack says (https://docs.slack.dev/apis/web-api/rate-limits). Rejects
 * as `work` does, with that error when the wait would be too long, or when `signal` is aborted meanwhile.
 */
export async function whenBusy<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (let waited = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError)) throw error;
      const pause = error.retryAfter * 1000;
      waited += pause;
      if (waited > longestWait || signal.aborted) throw error;
      await delay(pause, undefined, { signal });
    }
  }
}
