import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

export type SocketServer = {
  /** How many connections are open and have been greeted. */
  readonly count: () => number;
  /** Resolves once there are that many. */
  readonly waitFor: (count: number) => Promise<void>;
  /** Sends an event to one connection and resolves to the payload of its acknowledgement. */
  readonly deliver: (type: 'slash_commands' | 'interactive' | 'events_api', payload: unknown) => Promise<unknown>;
  /** Slack's request to connect again, to one connection or all; it sends no more events over those. */
  readonly requestReconnect: (which: 'one' | 'all') => void;
  /** Cuts all connections without a word. */
  readonly cut: () => void;
  readonly close: () => void;
};

/** Slack's side of Socket Mode: `hello`, envelopes, acknowledgements, `disconnect`. */
export function createSocketServer(server: Server): SocketServer {
  const sockets = new WebSocketServer({ server, path: '/link/' });
  const waiting = new Map<string, (payload: unknown) => void>();
  const watchers = new Set<() => void>();
  const retiring = new WeakSet<WebSocket>();
  const open = () =>
    [...sockets.clients].filter((socket) => socket.readyState === socket.OPEN && !retiring.has(socket));

  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown };
      waiting.get(id)?.(payload);
      waiting.delete(id);
    });
    send(socket, {
      type: 'hello',
      num_connections: sockets.clients.size,
      connection_info: { app_id: 'A1' },
      debug_info: {},
    });
    for (const watcher of watchers) watcher();
  });

  return {
    count: () => open().length,
    waitFor: (count) =>
      new Promise((resolve) => {
        const watcher = () => {
          if (open().length < count) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
    deliver: (type, payload) =>
      new Promise((resolve, reject) => {
        const [socket] = open();
        if (socket === undefined) return reject(new Error('No connection is open.'));
        const id = randomUUID();
        waiting.set(id, resolve);
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
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function send(socket: WebSocket, message: unknown): void {
  socket.send(JSON.stringify(message));
}
