import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SimulatedFault } from './faults.ts';
import { FaultPlan } from './faults.ts';
import { ResponseUrls } from './response-urls.ts';
import type { SocketServer } from './socket-server.ts';
import { createSocketServer } from './socket-server.ts';
import { createValidator } from './validator.ts';
import type { Arguments, Workspace } from './web-api.ts';
import { callMethod } from './web-api.ts';

/** A post to a response address that took effect. */
export type Response = { readonly id: string; readonly body: Arguments };

export type SlackSimulator = {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly sockets: SocketServer;
  readonly workspace: Workspace;
  /** Calls of the Web API and of response addresses in their order, failed ones included. */
  readonly calls: { readonly method: string; readonly arguments: Arguments }[];
  readonly responses: readonly Response[];
  /** Resolves once that many posts to response addresses have taken effect. */
  readonly waitForResponses: (count: number) => Promise<readonly Response[]>;
  readonly createResponseUrl: () => string;
  /** Makes all response addresses older by milliseconds. */
  readonly age: (milliseconds: number) => void;
  readonly fail: (method: string, ...faults: readonly SimulatedFault[]) => void;
  /** Holds a message against Slack's rules; what it breaks is reported when the simulator stops. */
  readonly check: (message: unknown) => void;
  /** What was sent against Slack's rules, taken out of the report: for tests of the rules themselves. */
  readonly takeProblems: () => readonly string[];
  /** Closes everything. Rejects when anything that was sent broke Slack's rules. */
  readonly stop: () => Promise<void>;
};

/** Slack on 127.0.0.1: Web API, response addresses and Socket Mode, with faults on demand. */
export async function startSlackSimulator(): Promise<SlackSimulator> {
  const validator = await createValidator();
  const faults = new FaultPlan();
  const responseUrls = new ResponseUrls();
  const problems: string[] = [];
  const responses: Response[] = [];
  const watchers = new Set<() => void>();
  const calls: { method: string; arguments: Arguments }[] = [];

  const complain = (found: readonly string[]): boolean => {
    problems.push(...found);
    return found.length > 0;
  };

  const server = createServer((request, response) => void serve(request, response));
  const sockets = createSocketServer(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workspace: Workspace = {
    botToken: 'xoxb-1-simulated',
    appToken: 'xapp-1-simulated',
    messages: [],
    views: [],
    socketUrl: () => `ws://${host}/link/?ticket=${calls.length}`,
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind, name = ''] = (request.url ?? '').split('/');
    const body = await text(request);
    const method = kind === 'response' ? 'response_url' : name;
    const given = kind === 'response' ? (JSON.parse(body) as Arguments) : readForm(body);
    calls.push({ method, arguments: given });
    const fault = faults.next(method);
    if (fault?.kind === 'rate-limited') {
      response.writeHead(429, { 'retry-after': String(fault.seconds) }).end('{"ok":false,"error":"ratelimited"}');
      return;
    }
    if (fault?.kind === 'error-before') return void response.writeHead(fault.status).end();
    if (fault?.kind === 'reset-before') return void request.socket.destroy();
    if (fault?.kind === 'refused') return respondJson(response, { ok: false, error: fault.error });
    if (fault?.kind === 'held') await fault.until;
    const result =
      kind === 'response'
        ? useResponseUrl(name, given)
        : {
            status: 200,
            body: JSON.stringify(
              callMethod(name, request.headers.authorization, given, workspace, validator, complain),
            ),
          };
    if (fault?.kind === 'error-after') return void response.writeHead(fault.status).end();
    if (fault?.kind === 'reset-after') return void request.socket.destroy();
    response.writeHead(result.status, { 'content-type': 'application/json' }).end(result.body);
  }

  function useResponseUrl(id: string, body: Arguments) {
    const found = validator.message(body);
    complain(found);
    const result = responseUrls.use(id, found);
    if (result.status === 200) responses.push({ id, body });
    for (const watcher of watchers) watcher();
    return result;
  }

  return {
    apiUrl: `http://${host}/api/`,
    botToken: workspace.botToken,
    appToken: workspace.appToken,
    sockets,
    workspace,
    calls,
    responses,
    waitForResponses: (count) =>
      new Promise((resolve) => {
        const watcher = () => {
          if (responses.length < count) return;
          watchers.delete(watcher);
          resolve(responses);
        };
        watchers.add(watcher);
        watcher();
      }),
    createResponseUrl: () => `http://${host}/response/${responseUrls.create()}`,
    age: (milliseconds) => {
      responseUrls.ahead += milliseconds;
    },
    fail: (method, ...planned) => faults.add(method, ...planned),
    check: (message) => void complain(validator.message(message)),
    takeProblems: () => problems.splice(0),
    stop: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (problems.length > 0) throw new Error(`Slack would have rejected:\n${problems.join('\n')}`);
    },
  };
}

function respondJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Slack's clients send forms in which everything that is no string is JSON. */
function readForm(body: string): Arguments {
  const structured = ['blocks', 'view', 'metadata', 'attachments'];
  const booleans: Record<string, boolean> = { true: true, false: false };
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      structured.includes(key) ? (JSON.parse(value) as unknown) : (booleans[value] ?? value),
    ]),
  );
}
