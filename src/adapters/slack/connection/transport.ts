import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Receiver } from '@slack/bolt';

/** How events arrive from Slack: over HTTP or Socket Mode. */
export type Transport = {
  /** The receiver for Bolt's App, which only initialises it. */
  readonly receiver: Receiver;
  /** To be mounted on an existing HTTP server; null if none is needed. */
  readonly requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** Starts accepting events. Rejects with a Fault. */
  readonly open: () => Promise<void>;
  /** Stops accepting events; resolves once all earlier ones have been handed over and acknowledged. */
  readonly close: () => Promise<void>;
};
