import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { HTTPReceiver } from '@slack/bolt';
import type { Transport } from './transport.ts';
import { createUsedSignatures, signatureLife } from './used-signatures.ts';

const path = '/slack/events';

const form = 'application/x-www-form-urlencoded';

/** More than Slack sends, in bytes; a stranger's request is read up to this before its signature is rejected. */
const bodyLimit = 1024 * 1024;

/** How long Slack waits for a response, in ms, and so the longest that we wait for a request to end. */
const longestRequest = 3000;

/**
 * Slack's signed requests, to be mounted on an existing HTTP server. Bolt verifies the signature; this closes the gaps
 * it leaves: a timestamp in the future is rejected, a request seen before is marked as repeated, and a form whose
 * content type names a charset is not parsed as JSON. Before `open` and after `close` every request gets 503; `close`
 * waits for requests that are still arriving.
 */
export function createHttpTransport(signingSecret: string, logger: Logger): Transport {
  const used = createUsedSignatures();
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [path],
    bodyLimit,
    logger,
    // Called after the signature was verified, so that only Slack can fill the memory of signatures.
    customPropertiesExtractor: ({ headers }) => ({
      repeated: !used.take(String(headers['x-slack-signature']), secondsNow()),
    }),
  });
  let open = false;
  const unanswered = new Set<Promise<void>>();

  /** A request is accepted before its body has arrived; its event must not be lost if the bot stops meanwhile. */
  function expectAnswer(response: ServerResponse): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    unanswered.add(promise);
    response.once('close', () => {
      unanswered.delete(promise);
      resolve();
    });
  }

  /** The status with which a request is rejected; null if Bolt may handle it. */
  function refusal({ method, url, headers }: IncomingMessage): number | null {
    if (method !== 'POST' || url?.split('?')[0] !== path) return 404;
    if (!open) return 503;
    const stamp = headers['x-slack-request-timestamp'];
    // Without a timestamp Bolt only accepts Slack's unsigned `ssl_check`, whose content it drops.
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
      const { headers } = request;
      if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() === form) headers['content-type'] = form;
      receiver.requestListener(request, response);
    },
    open: async () => {
      open = true;
    },
    close: async () => {
      open = false;
      await Promise.race([Promise.all(unanswered), delay(longestRequest, undefined, { ref: false })]);
      // Bolt responds to the Events API before it calls any listener.
      await turn();
    },
  };
}

function secondsNow(): number {
  return Date.now() / 1000;
}
