import { setTimeout as delay } from 'node:timers/promises';
import type { SlackMessage } from '../cards/render.ts';
import { neverConnected } from '../connection/network-error.ts';
import type { CallEnd } from '../connection/web-call.ts';
import { callTimeout } from '../connection/web-call.ts';
import type { Wait } from './retry.ts';
import { withRetries } from './retry.ts';

/** A message with the arguments that acknowledgements and response addresses take beside it. */
export type ResponseBody = SlackMessage & {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
};

/** Posts to the address that came with an event. Rejects with a Fault when the message did not arrive. */
export type PostResponse = (url: string, body: ResponseBody) => Promise<void>;

/**
 * Posts that are tried again where it is safe. One that replaces another may come twice, as the same replacement twice is
 * one; so may a private one, which is better seen twice than never. A new one that all can see would stand there twice.
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
    // Refusals come with status 4xx, or with 200 and `ok: false`.
    if (response.ok && !/"ok"\s*:\s*false/.test(text.slice(0, 200))) return { kind: 'done', result: { ok: true } };
    return { kind: 'refused', error: `HTTP ${response.status}: ${text.slice(0, 200)}` };
  } catch (error) {
    // The address stays out of it: whoever knows it may post there.
    if (neverConnected(error)) return { kind: 'unreached', after: 0, reason: 'No connection.' };
    return { kind: 'uncertain', reason: error instanceof Error ? error.name : 'broken connection' };
  }
}
