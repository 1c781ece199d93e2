import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isIPv6 } from 'node:net';
import { Fault } from '../core/fault.ts';

/**
 * Not imported: for an import Node evaluates all that the module exports, a WebSocket among it, and so loads a whole second
 * HTTP client, 12 MB of memory that nothing of the bot uses.
 */
const { createServer } = process.getBuiltinModule('node:http');

/** How long (ms) open requests have to finish when the server closes. */
const grace = 1000;

/** How often (ms) idle connections are closed meanwhile: a browser would keep reusing them. */
const sweep = 20;

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export type HttpServer = {
  /** `http://host:port`, with the actual port. */
  readonly address: string;
  /** Stops accepting connections; resolves when open requests are answered, or cut off after a second. */
  readonly close: () => Promise<void>;
};

type Options = {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Listeners by path; `/healthz` and `/readyz` are added to them. */
  readonly routes: Readonly<Record<string, Listener>>;
  /** Serves every other path; 404 if null. */
  readonly otherwise: Listener | null;
  /** Says in `state`, as JSON, how each thing is that it needs. */
  readonly isReady: () => Promise<Readiness>;
};

/** Whether the process can do its work, and what about it people should know. */
export type Readiness = { readonly ready: boolean; readonly state: Readonly<Record<string, unknown>> };

/**
 * The process's only HTTP server. `/healthz` says that the process is alive, `/readyz` whether it can do its work (200
 * or 503) and how all that it needs is, as JSON. Rejects with a Fault if it cannot listen on the port.
 */
export async function startHttpServer({ host, port, routes, otherwise, isReady }: Options): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const listener = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (listener !== undefined) listener(request, response);
    else if (path === '/healthz') answer(response, 200, 'ok');
    else if (path === '/readyz') void answerReady(response, isReady);
    else if (otherwise !== null) otherwise(request, response);
    else answer(response, 404, 'not found');
  });
  await listen(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  return { address: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}`, close: () => close(server) };
}

async function answerReady(response: ServerResponse, isReady: Options['isReady']): Promise<void> {
  const { ready, state } = await isReady().catch((): Readiness => ({ ready: false, state: {} }));
  response
    .writeHead(ready ? 200 : 503, { 'content-type': 'application/json' })
    .end(`${JSON.stringify({ ready, ...state }, null, 2)}\n`);
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenFault(error, host, port)));
    server.listen(port, host, resolve);
  });
}

/** `port` if another port would work; `host` if this machine does not have that address. */
function toListenFault(error: NodeJS.ErrnoException, host: string, port: number): Fault {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Fault(
        'port',
        `Port ${port} on ${host} is taken by another program.`,
        'Set PORT to a free port.',
        error,
      );
    case 'EACCES':
      return new Fault('port', `Port ${port} may not be used by this user.`, 'Set PORT to one of 1024 or more.', error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'EAFNOSUPPORT':
      return new Fault(
        'host',
        `HOST is ${host}, which is no address of this machine.`,
        'Set HOST to 127.0.0.1 for this machine alone, to 0.0.0.0 for all that reach it, or to one of its addresses.',
        error,
      );
    default:
      return new Fault('port', `HTTP cannot be served on ${host}:${port} (${error.code}).`, 'Set PORT or HOST.', error);
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.on('request', (_, response) => {
    response.shouldKeepAlive = false;
  });
  const sweeping = setInterval(() => server.closeIdleConnections(), sweep);
  const cutting = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(sweeping);
  clearTimeout(cutting);
}
