import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Receiver } from '@slack/bolt';

/** How events come from Slack: over HTTP or over Socket Mode. */
export type Transport = {
  /** What Bolt's App is built on; it initialises it and nothing else. */
  readonly receiver: Receiver;
  /** For an HTTP server made elsewhere; null where none is needed. */
  readonly requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** Begins to take events. Rejects with a Fault. */
  readonly open: () => Promise<void>;
  /** Takes no more events; all that came before have been handed over and acknowledged. */
  readonly close: () => Promise<void>;
};
