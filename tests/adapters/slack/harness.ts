import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect } from 'vitest';
import type { DrawPicture } from '../../../src/adapters/slack/outbound/pictures.ts';
import type { SlackAdapter } from '../../../src/adapters/slack/slack-adapter.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/slack-adapter.ts';
import type { Application, Log } from '../../../src/app/ports.ts';
import type { CommandFields, Press, ShortcutFields } from '../../simulators/slack/payloads.ts';
import { commandPayload, homePressPayload, pressPayload, shortcutPayload } from '../../simulators/slack/payloads.ts';
import { SignedSender } from '../../simulators/slack/signed-sender.ts';
import type { SlackSimulator } from '../../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../../simulators/slack/simulator.ts';

export const signingSecret = 'simulated-signing-secret';

export type Entry = {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
};

/** What the acknowledgement of an event said: its status (HTTP only) and the message in it. */
export type Acknowledgement = { readonly status: number; readonly message: Readonly<Record<string, unknown>> | null };

type Payload = Readonly<Record<string, unknown>>;

export type Bot = {
  readonly simulator: SlackSimulator;
  readonly adapter: SlackAdapter;
  readonly log: readonly Entry[];
  /** The body of a signed request, or the payload of an envelope, as it is. */
  readonly sender: SignedSender;
  readonly command: (fields: CommandFields) => Promise<Acknowledgement>;
  readonly press: (press: Press) => Promise<Acknowledgement>;
  /** A button on the app's own page. */
  readonly pressAtHome: (press: Press) => Promise<Acknowledgement>;
  /** A press or shortcut, as one of `payloads.ts` makes it. */
  readonly interact: (payload: Payload) => Promise<Acknowledgement>;
  readonly shortcut: (fields: ShortcutFields) => Promise<Acknowledgement>;
  /** An event of the Events API, as one of `event-payloads.ts` makes it. */
  readonly event: (payload: Payload) => Promise<Acknowledgement>;
  /** Resolves when the next request over HTTP has begun to arrive. */
  readonly requestBegins: () => Promise<unknown>;
  /** The adapter's own `stop`; `end` calls it where a test has not. */
  readonly stop: () => Promise<void>;
  /** Ends adapter and simulator; fails when Slack would have rejected anything, or a secret is in the log. */
  readonly end: () => Promise<void>;
};

type Extras = {
  readonly managers?: readonly string[] | null;
  readonly drawPicture?: DrawPicture;
  readonly steady?: () => number;
  readonly tokenPauses?: { readonly taken: number; readonly refused: number };
  /** What the bot is granted; everything when left out. */
  readonly scopes?: readonly string[];
};

/** The real adapter on the real Bolt, connected to a simulated Slack. */
export async function startBot(mode: 'http' | 'socket', application: Application, extras: Extras = {}): Promise<Bot> {
  const simulator = await startSlackSimulator();
  const entries: Entry[] = [];
  const { apiUrl, botToken, appToken, workspace } = simulator;
  const { managers = null, scopes = workspace.scopes, ...options } = extras;
  workspace.scopes = [...scopes];
  const adapter = createSlackAdapter({
    config: {
      apiUrl,
      botToken,
      managers,
      mode: mode === 'http' ? { kind: 'http', signingSecret } : { kind: 'socket', appToken },
    },
    application,
    log: recordTo(entries),
    ...options,
  });
  const server = createServer(adapter.requestListener ?? undefined);
  // A connection that rests is not closed while the next request is on its way in it, as on a machine that is slow.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sender = new SignedSender(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, signingSecret);
  await adapter.start();

  async function deliver(
    payload: Payload,
    type: 'slash_commands' | 'interactive' | 'events_api',
  ): Promise<Acknowledgement> {
    if (mode === 'socket') return toAcknowledgement(200, await simulator.sockets.deliver(type, payload));
    const contentType = type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded';
    const { status, body } = await sender.send(sender.sign(encode(payload, type), { contentType }));
    return toAcknowledgement(status, body);
  }

  function toAcknowledgement(status: number, body: unknown): Acknowledgement {
    const message = typeof body === 'object' && body !== null && Object.keys(body).length > 0 ? body : null;
    if (message !== null) simulator.check(message);
    return { status, message: message as Acknowledgement['message'] };
  }

  let stopped = false;
  const stop = async () => {
    stopped = true;
    await adapter.stop();
  };
  return {
    simulator,
    adapter,
    log: entries,
    sender,
    command: (fields) => deliver(commandPayload(fields, simulator.createResponseUrl()), 'slash_commands'),
    press: (press) => deliver(pressPayload(press, simulator.createResponseUrl()), 'interactive'),
    pressAtHome: (press) => deliver(homePressPayload(press), 'interactive'),
    shortcut: (fields) => deliver(shortcutPayload(fields, simulator.createResponseUrl()), 'interactive'),
    interact: (payload) => deliver(payload, 'interactive'),
    event: (payload) => deliver(payload, 'events_api'),
    requestBegins: () => once(server, 'request'),
    stop,
    async end() {
      if (!stopped) await stop();
      server.closeAllConnections();
      server.close();
      await simulator.stop();
      expect(inspect(entries, { depth: 12 })).not.toMatch(
        /xoxb-\w|xapp-\w|simulated-signing-secret|\/response\/r|\/upload\/F/,
      );
    },
  };
}

function encode(payload: Payload, type: 'slash_commands' | 'interactive' | 'events_api'): string {
  if (type === 'events_api') return JSON.stringify(payload);
  const form = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return new URLSearchParams(form).toString();
}

export function recordTo(entries: Entry[]): Log {
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void entries.push({ level, fields, message });
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** All words of a message, wherever they stand in it. */
export function wordsOf(message: unknown): string {
  if (typeof message === 'string') return message;
  if (typeof message !== 'object' || message === null) return '';
  return Object.values(message).map(wordsOf).join(' ');
}
