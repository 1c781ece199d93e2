import { setTimeout as delay } from 'node:timers/promises';
import type { App, Logger, ReceiverEvent } from '@slack/bolt';
import { WebAPIRateLimitedError } from '@slack/web-api';
import type { ConnectionReports, Trouble } from '../../../app/connection.ts';
import type { Log } from '../../../app/ports.ts';
import { SocketModeReceiver } from './bolt.ts';
import { toStartFault } from './start-fault.ts';
import type { Transport } from './transport.ts';
import { webClientOptions } from './web-client.ts';
import { whenBusy } from './when-busy.ts';

/** Slack replaces each connection every few hours and sends events over another meanwhile, so there are two. */
const connections = 2;

/**
 * Timeouts in ms: for Slack's greeting on a connection, and for its consent to closing one (Bolt would wait 30 s on a
 * dead network). Then the first and the longest pause between attempts to reconnect.
 */
const greeting = 15_000;
const farewell = 1000;
const firstPause = 250;
const longestPause = 30_000;

type Options = {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly log: Log;
  readonly reports: Pick<ConnectionReports, 'lost' | 'heard'>;
};

/** An event as the client of Socket Mode tells of it. */
type SlackEvent = Pick<ReceiverEvent, 'body' | 'ack'> & { readonly retry_num?: number; readonly retry_reason?: string };

/** The events of all channels come over any of the connections. */
const part = 'slack';

const noSocket: Trouble = {
  problem: 'No connection to Slack is open.',
  cure: 'It is tried again by itself. If that does not help, look at https://slack-status.com and at the network (WebSocket).',
};

/** Events over WebSockets that the bot opens itself; needs no public address. It is lost when no connection is left. */
export function createSocketTransport({ reports, ...options }: Options): Transport {
  const open = new Set<number>();
  const links = Array.from({ length: connections }, (_, no) =>
    createLink({
      ...options,
      opened: () => {
        open.add(no);
        reports.heard(part);
      },
      closed: (trouble) => {
        open.delete(no);
        if (open.size === 0) reports.lost(part, trouble);
      },
    }),
  );
  return {
    receiver: {
      init: (app) => {
        for (const link of links) link.receive(app);
      },
      start: async () => {},
      stop: async () => {},
    },
    requestListener: null,
    open: async () => {
      const opened = await Promise.allSettled(links.map((link) => link.open()));
      const failed = opened.find((result) => result.status === 'rejected');
      if (failed === undefined) return;
      await Promise.all(links.map((link) => link.close()));
      throw toStartFault(failed.reason, 'SLACK_APP_TOKEN');
    },
    close: async () => {
      await Promise.all(links.map((link) => link.close()));
    },
  };
}

type LinkOptions = Omit<Options, 'reports'> & {
  readonly opened: () => void;
  /** It ended, or could not be made again; not when it was closed here. */
  readonly closed: (trouble: Trouble) => void;
};

/**
 * For so long (ms) a connection may leave a ping unanswered. The library's 5 s end a good one after as long a time in which this
 * process read nothing, such as on a busy machine, and what was to be acknowledged on it is lost.
 */
const patience = 15_000;

/**
 * One connection that reconnects whenever it ends. Bolt's own reconnection waits 5 s first, and ends the process if
 * Slack refuses meanwhile, so it is switched off.
 */
function createLink({ appToken, apiUrl, logger, log, opened, closed }: LinkOptions) {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    clientPingTimeout: patience,
    installerOptions: { clientOptions: webClientOptions(apiUrl) },
  });
  const { client } = receiver;
  const closing = new AbortController();
  let connected = false;

  async function open(): Promise<void> {
    const late = setTimeout(() => void client.disconnect(), greeting);
    try {
      await client.start();
    } catch (error) {
      throw error ?? new Error('The connection ended before Slack greeted it.');
    } finally {
      clearTimeout(late);
    }
    if (closing.signal.aborted) {
      await disconnect();
      throw new Error('The connection was closed while it was being made.');
    }
    connected = true;
    opened();
  }

  async function reopen(): Promise<void> {
    for (let pause = 0; !closing.signal.aborted; pause = Math.min(longestPause, pause * 2 || firstPause)) {
      try {
        await delay(pause, undefined, { signal: closing.signal });
        return await open();
      } catch (error) {
        if (closing.signal.aborted) return;
        const { message, hint } = toStartFault(error, 'SLACK_APP_TOKEN');
        log.warn({ err: error, hint }, `${message} Connecting again.`);
        closed({ problem: message, cure: hint });
        if (error instanceof WebAPIRateLimitedError) pause = error.retryAfter * 1000;
      }
    }
  }

  async function disconnect(): Promise<void> {
    await Promise.race([client.disconnect(), delay(farewell, undefined, { ref: false })]);
  }

  client.on('disconnected', () => {
    if (!connected) return;
    connected = false;
    if (closing.signal.aborted) return;
    closed(noSocket);
    void reopen();
  });

  // Bolt's own listener writes each answer as JSON three times, twice for a log that nobody reads.
  client.removeAllListeners('slack_event');

  return {
    receive: (app: App) => {
      client.on('slack_event', ({ body, ack, retry_num: retryNum, retry_reason: retryReason }: SlackEvent) => {
        const retry = {
          ...(retryNum === undefined ? {} : { retryNum }),
          ...(retryReason === undefined ? {} : { retryReason }),
        };
        app.processEvent({ body, ack, ...retry }).catch((error: unknown) => {
          log.error({ err: error }, 'Bolt failed on an event from Slack.');
        });
      });
    },
    open: () => whenBusy(open, closing.signal),
    async close() {
      closing.abort();
      await disconnect();
      // A connection that is just being made may still come: it is closed then, and what it brings goes elsewhere.
      client.removeAllListeners('slack_event');
    },
  };
}
