import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AckFn, App, Logger, Receiver } from '@slack/bolt';
import { createToJsonBytes } from './json-bytes.ts';
import { isSslCheck, parseBody, readBody } from './request-body.ts';
import { createIsSigned } from './signature.ts';
import { createUsedSignatures } from './used-signatures.ts';

/** More than Slack sends, in bytes; a stranger's request is read up to this before its signature is rejected. */
const bodyLimit = 1024 * 1024;

/** After this many ms Slack has told the person that the app did not respond. */
const longestSilence = 3001;

type Options = {
  readonly signingSecret: string;
  readonly logger: Logger;
  /** UTC seconds. */
  readonly now: () => number;
};

type HttpReceiver = {
  readonly receiver: Receiver;
  /** Takes one request; its method, address and time stamp have been looked at. */
  readonly take: (request: IncomingMessage, response: ServerResponse) => void;
};

/** What a request says, and whether that very request was received before. */
type Event = { readonly content: Readonly<Record<string, unknown>>; readonly repeated: boolean };

/**
 * Hands Slack's signed requests to Bolt's App, each with its own acknowledgement. A request seen before has the property
 * `repeated` in its context. In place of Bolt's own, which takes twice the time: it makes three HMACs for each signature, and
 * writes every answer as JSON anew.
 */
export function createHttpReceiver({ signingSecret, logger, now }: Options): HttpReceiver {
  const isSigned = createIsSigned(signingSecret);
  const used = createUsedSignatures();
  const toJsonBytes = createToJsonBytes();
  let app: App | null = null;

  function answer(response: ServerResponse, content: unknown): void {
    if (typeof content === 'object' && content !== null) {
      const bytes = toJsonBytes(content);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
    } else if (typeof content === 'string' && content !== '') response.writeHead(200).end(content);
    else end(response, 200);
  }

  function acknowledgement(response: ServerResponse): AckFn<unknown> {
    const late = setTimeout(() => {
      logger.error('An event was not acknowledged within 3 seconds.');
      if (!response.headersSent) end(response, 404);
    }, longestSilence);
    return async (content) => {
      clearTimeout(late);
      if (response.headersSent) throw new Error('An event was acknowledged twice, or too late.');
      answer(response, content);
    };
  }

  /** The event in a request; the status of the answer where there is none to be handled. */
  function eventIn({ headers }: IncomingMessage, body: Buffer): Event | number {
    const { signature, stamp, contentType } = partsOf(headers);
    if (!isSigned(signature, stamp, body)) return isSslCheck(body, contentType) ? 200 : 401;
    const content = parseBody(body, contentType);
    if (content === null) return 400;
    if (content['ssl_check'] === '1') return 200;
    // Behind the check of the signature, so that only Slack can fill this memory.
    return { content, repeated: !used.take(signature, Number(stamp), now()) };
  }

  function dispatch({ content, repeated }: Event, response: ServerResponse): void {
    const ack = acknowledgement(response);
    app?.processEvent({ body: content, ack, customProperties: { repeated } }).catch((error: unknown) => {
      logger.error(`Bolt failed on an event: ${String(error)}`);
      if (!response.headersSent) end(response, 500);
    });
  }

  function handle(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const event = eventIn(request, body);
    if (typeof event === 'number') end(response, event);
    else if (event.content['type'] !== 'url_verification') dispatch(event, response);
    else answer(response, { challenge: event.content['challenge'] });
  }

  return {
    receiver: {
      init: (given) => {
        app = given;
      },
      start: async () => {},
      stop: async () => {},
    },
    take: (request, response) => {
      readBody(request, bodyLimit, (body) => {
        if (body === null) response.writeHead(413, { connection: 'close', 'content-length': 0 }).end();
        else handle(request, response, body);
      });
    },
  };
}

function partsOf(headers: IncomingHttpHeaders) {
  return {
    signature: String(headers['x-slack-signature']),
    stamp: String(headers['x-slack-request-timestamp']),
    contentType: headers['content-type'],
  };
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}
