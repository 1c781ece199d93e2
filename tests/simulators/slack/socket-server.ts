import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { createWatch } from './watch.ts';

export type SocketServer = {
  /** How many connections are open and have been greeted. */
  readonly count: () => number;
  /** Resolves once there are that many. */
  readonly waitFor: (count: number) => Promise<void>;
  /**
   * Sends an event to one connection and resolves to the payload of its acknowledgement. Rejects when no connection is
   * open, or when the one that was chosen ends before it acknowledged.
   */
  readonly deliver: (type: 'slash_commands' | 'interactive' | 'events_api', payload: unknown) => Promise<unknown>;
  /** Slack's request to connect again, to one connection or all; it sends no more events over those. */
  readonly requestReconnect: (which: 'one' | 'all') => void;
  /** Cuts all connections without a word. */
  readonly cut: () => void;
  readonly close: () => void;
};

type Waiting = {
  readonly socket: WebSocket;
  readonly resolve: (payload: unknown) => void;
  readonly reject: (error: Error) => void;
};

/** Slack pings a connection at least this often, in ms; a client hangs up when it hears nothing for longer. */
const pingInterval = 5000;

/** Slack's side of Socket Mode: `hello`, envelopes, acknowledgements, `disconnect`. */
export function createSocketServer(server: Server): SocketServer {
  const sockets = new WebSocketServer({ server, path: '/link/' });
  const waiting = new Map<string, Waiting>();
  const watch = createWatch();
  const retiring = new WeakSet<WebSocket>();
  let turn = 0;
  const open = () =>
    [...sockets.clients].filter((socket) => socket.readyState === socket.OPEN && !retiring.has(socket));
  const pings = setInterval(() => {
    for (const socket of open()) socket.ping();
  }, pingInterval).unref();

  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown };
      waiting.get(id)?.resolve(payload);
      waiting.delete(id);
    });
    socket.on('close', () => {
      for (const [id, { socket: own, reject }] of waiting) {
        if (own !== socket) continue;
        waiting.delete(id);
        reject(new Error('The connection ended before the event was acknowledged.'));
      }
    });
    send(socket, {
      type: 'hello',
      num_connections: sockets.clients.size,
      connection_info: { app_id: 'A1' },
      debug_info: {},
    });
    watch.look();
  });

  return {
    count: () => open().length,
    waitFor: (count) => watch.until(() => open().length >= count),
    deliver: (type, payload) =>
      new Promise((resolve, reject) => {
        const all = open();
        turn += 1;
        const socket = all[turn % Math.max(1, all.length)];
        if (socket === undefined) return reject(new Error('No connection is open.'));
        const id = randomUUID();
        waiting.set(id, { socket, resolve, reject });
        send(socket, { envelope_id: id, type, accepts_response_payload: type !== 'events_api', payload });
      }),
    requestReconnect: (which) => {
      for (const socket of which === 'one' ? open().slice(0, 1) : open()) {
        retiring.add(socket);
        send(socket, { type: 'disconnect', reason: 'refresh_requested', debug_info: {} });
      }
    },
    cut: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    close: () => {
      clearInterval(pings);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function send(socket: WebSocket, message: unknown): void {
  socket.send(JSON.stringify(message));
}
