import { setTimeout as delay } from 'node:timers/promises';
import { Fault } from '../../core/fault.ts';
import type { SlackMessage } from './render.ts';

/** A message with the arguments that acknowledgements and response addresses take beside it. */
export type ResponseBody = SlackMessage & {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
};

/** Posts to the address that came with an event. Rejects with a Fault when the message did not arrive. */
export type PostResponse = (url: string, body: ResponseBody) => Promise<void>;

type Attempt =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'limited'; readonly seconds: number }
  /** No byte of the request was processed. */
  | { readonly kind: 'unreached'; readonly error: unknown }
  /** It may or may not have been processed. */
  | { readonly kind: 'uncertain'; readonly error: unknown }
  | { readonly kind: 'refused'; readonly detail: string };

/** Slack takes five posts to an address (within 30 minutes); three leave two for what comes later. */
const attempts = 3;

/** Milliseconds until an answer is given up. */
const timeout = 5000;

/** A person waits: a longer `Retry-After` than this, in seconds, is not waited for. */
const longestPause = 30;

const neverConnected = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * When is a second try safe? Always after 429 (Slack did nothing, and says when to come back) and when no connection
 * was made. After 5xx, a timeout or a broken connection the message may have been posted: one that replaces another
 * is repeated, as the same replacement twice is one; a new one is not, since it would stand there twice.
 * A refusal (expired address, wrong payload) stays one. `wait` takes milliseconds.
 */
export function createPostResponse(wait: (milliseconds: number) => Promise<unknown> = delay): PostResponse {
  return async (url, body) => {
    for (let attempt = 1; ; attempt += 1) {
      const result = await post(url, body);
      if (result.kind === 'accepted') return;
      const pause = attempt < attempts ? pauseAfter(result, attempt, body.replace_original === true) : null;
      if (pause === null) throw toFault(result, attempt);
      await wait(pause);
    }
  };
}

/** Milliseconds until the next try; null where there must not be one. */
function pauseAfter(result: Attempt, attempt: number, idempotent: boolean): number | null {
  switch (result.kind) {
    case 'limited':
      return result.seconds <= longestPause ? result.seconds * 1000 : null;
    case 'unreached':
      return 250 * 2 ** attempt;
    case 'uncertain':
      return idempotent ? 250 * 2 ** attempt : null;
    default:
      return null;
  }
}

async function post(url: string, body: ResponseBody): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    if (response.status === 429)
      return { kind: 'limited', seconds: Number(response.headers.get('retry-after') ?? 1) || 1 };
    if (response.status >= 500) return { kind: 'uncertain', error: new Error(`HTTP ${response.status}`) };
    // Refusals come with status 4xx, or with 200 and `ok: false`.
    if (response.ok && !/"ok"\s*:\s*false/.test(text.slice(0, 200))) return { kind: 'accepted' };
    return { kind: 'refused', detail: `HTTP ${response.status}: ${text.slice(0, 200)}` };
  } catch (error) {
    return { kind: neverConnected.includes(causeCode(error)) ? 'unreached' : 'uncertain', error };
  }
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** The address is left out: whoever knows it may post there. */
function toFault(result: Exclude<Attempt, { kind: 'accepted' }>, tries: number): Fault {
  const hint =
    'The person has to ask again. If this happens often, look at https://slack-status.com and at the network.';
  const what = {
    limited: 'Slack limits the rate of replies.',
    unreached: 'Slack could not be reached with a reply.',
    uncertain: 'Slack did not confirm a reply, which may have arrived.',
    refused: `Slack refused a reply (${result.kind === 'refused' ? result.detail : ''}).`,
  }[result.kind];
  return new Fault('slack-reply', `${what} Tries: ${tries}.`, hint, 'error' in result ? result.error : undefined);
}
