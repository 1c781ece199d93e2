import { setTimeout as delay } from 'node:timers/promises';
import { fetch } from 'undici';
import type { SlackMessage } from '../cards/render.ts';
import { neverConnected } from '../connection/network-error.ts';
import type { CallEnd } from '../connection/web-call.ts';
import { callTimeout } from '../connection/web-call.ts';
import type { Wait } from './retry.ts';
import { withRetries } from './retry.ts';

/** A message with the additional arguments of acknowledgements and response URLs. */
export type ResponseBody = SlackMessage & {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
};

/** Posts to an event's response URL. Rejects with a Fault if the message did not arrive. */
export type PostResponse = (url: string, body: ResponseBody) => Promise<void>;

/**
 * Retries posts where that is safe. A replacement may arrive twice, since it is idempotent; a private message may too,
 * since twice is better than never. A new public message would appear twice.
 */
export function createPostResponse(wait: Wait = delay): PostResponse {
  return (url, body) => {
    const repeatable = body.replace_original === true || body.response_type === 'ephemeral';
    return withRetries(() => post(url, body), repeatable, wait);
  };
}

async function post(url: string, body: ResponseBody): Promise<CallEnd> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(callTimeout),
    });
    const text = await response.text();
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after') ?? 1) || 1;
      return { kind: 'limited', after: seconds * 1000, reason: 'HTTP 429' };
    }
    if (response.status >= 500) return { kind: 'uncertain', reason: `HTTP ${response.status}` };
    // Refusals have status 4xx, or 200 with `ok: false`.
    if (response.ok && !/"ok"\s*:\s*false/.test(text.slice(0, 200))) return { kind: 'done', result: { ok: true } };
    return { kind: 'refused', error: `HTTP ${response.status}: ${text.slice(0, 200)}` };
  } catch (error) {
    // The URL is left out: anyone who has it can post there.
    if (neverConnected(error)) return { kind: 'unreached', after: 0, reason: 'No connection.' };
    return { kind: 'uncertain', reason: error instanceof Error ? error.name : 'broken connection' };
  }
}
