import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { createHttpReceiver } from './http-receiver.ts';
import type { Transport } from './transport.ts';
import { signatureLife } from './used-signatures.ts';

const path = '/slack/events';

/** How long Slack waits for a response, in ms, and so the longest that we wait for a request to end. */
const longestRequest = 3000;

/**
 * Slack's signed requests, to be mounted on an existing HTTP server. Before `open` and after `close` every request gets 503;
 * `close` waits for requests that are still arriving. A time stamp that is too old or too far in the future is refused before
 * anything is read.
 */
export function createHttpTransport(signingSecret: string, logger: Logger): Transport {
  const { receiver, take } = createHttpReceiver({ signingSecret, logger, now: secondsNow });
  let open = false;
  const unanswered = new Set<ServerResponse>();
  const allAnswered = Promise.withResolvers<void>();

  /** A request is accepted before its body has arrived; its event must not be lost if the bot stops meanwhile. */
  function expectAnswer(response: ServerResponse): void {
    unanswered.add(response);
    response.once('close', () => {
      unanswered.delete(response);
      if (!open && unanswered.size === 0) allAnswered.resolve();
    });
  }

  /** The status with which a request is rejected; null if it may be read. */
  function refusal({ method, url, headers }: IncomingMessage): number | null {
    if (method !== 'POST' || (url !== path && url?.split('?')[0] !== path)) return 404;
    if (!open) return 503;
    const stamp = headers['x-slack-request-timestamp'];
    // Only Slack's unsigned `ssl_check` has none.
    if (stamp === undefined) return null;
    return Math.abs(secondsNow() - Number(stamp)) <= signatureLife ? null : 401;
  }

  return {
    receiver,
    requestListener(request: IncomingMessage, response: ServerResponse) {
      const status = refusal(request);
      if (status !== null) {
        response.writeHead(status, { 'content-length': 0 }).end();
        return;
      }
      expectAnswer(response);
      take(request, response);
    },
    open: async () => {
      open = true;
    },
    close: async () => {
      open = false;
      if (unanswered.size === 0) allAnswered.resolve();
      await Promise.race([allAnswered.promise, delay(longestRequest, undefined, { ref: false })]);
      // Bolt responds to the Events API before it calls any listener.
      await turn();
    },
  };
}

function secondsNow(): number {
  return Date.now() / 1000;
}
