import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedFault, Weather } from './faults.ts';
import { FaultPlan } from './faults.ts';
import { readArguments } from './form.ts';
import type { Grants } from './grants.ts';
import { createGrants } from './grants.ts';
import type { Rates } from './rates.ts';
import { createRates } from './rates.ts';
import { ResponseUrls } from './response-urls.ts';
import type { SocketServer } from './socket-server.ts';
import { createSocketServer } from './socket-server.ts';
import { createValidator } from './validator.ts';
import { createWatch } from './watch.ts';
import type { Bearer } from './web-api.ts';
import { callMethod } from './web-api.ts';
import type { Arguments, Workspace } from './workspace.ts';
import { createWorkspace, firstTeam } from './workspace.ts';

/** A post to a response address that took effect. */
export type Response = { readonly id: string; readonly body: Arguments };

/** A call as it came in; `at` is UTC ms on this machine's clock, `team` whose token it had, null for none that is taken. */
export type Call = {
  readonly method: string;
  readonly arguments: Arguments;
  readonly at: number;
  readonly team: string | null;
};

export type SlackSimulator = {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly sockets: SocketServer;
  /** The first one, which has set the app up by hand. */
  readonly workspace: Workspace;
  /** Another one, or a whole organisation, of which no token is known; what is `own` there no other may name. */
  readonly addWorkspace: (team: string, isOrganisation?: boolean) => Workspace;
  /** What workspaces have granted the app by OAuth. */
  readonly grants: Grants;
  /** Calls of the Web API and of response addresses in their order, failed ones included. */
  readonly calls: readonly Call[];
  /** The calls that were turned away because they were too many; only where rates are kept. */
  readonly limited: readonly Call[];
  readonly responses: readonly Response[];
  /** Resolves once that many posts to response addresses have taken effect. */
  readonly waitForResponses: (count: number) => Promise<readonly Response[]>;
  /** Resolves once something is so; looked at after every call that was answered. */
  readonly waitUntil: (isSo: () => boolean) => Promise<void>;
  readonly createResponseUrl: () => string;
  /** Makes all response addresses older by milliseconds. */
  readonly age: (milliseconds: number) => void;
  readonly fail: (method: string, ...faults: readonly SimulatedFault[]) => void;
  /** Decides from now on about every call for which nothing was planned. */
  readonly setWeather: (weather: Weather) => void;
  /** Holds a message against Slack's rules; what it breaks is reported when the simulator stops. */
  readonly check: (message: unknown) => void;
  /** What was sent against Slack's rules, taken out of the report: for tests of the rules themselves. */
  readonly takeProblems: () => readonly string[];
  /** Closes everything. Rejects when anything that was sent broke Slack's rules. */
  readonly stop: () => Promise<void>;
};

type Options = {
  /** Slack's own, in UTC ms; that of the machine when left out. */
  readonly clock?: () => number;
  /** Turns away what exceeds Slack's rates. */
  readonly keepsRates?: boolean;
};

type Result = { readonly status: number; readonly body: string; readonly headers?: Record<string, string> };

/** Slack on 127.0.0.1: Web API, response addresses, uploads and Socket Mode, with faults on demand. */
export async function startSlackSimulator({
  clock = Date.now,
  keepsRates = false,
}: Options = {}): Promise<SlackSimulator> {
  const validator = await createValidator();
  const faults = new FaultPlan();
  const responseUrls = new ResponseUrls();
  const problems: string[] = [];
  const responses: Response[] = [];
  const calls: Call[] = [];
  const limited: Call[] = [];
  const rates = new Map<Workspace, Rates>();
  const grants = createGrants(clock);
  const watch = createWatch();

  const complain = (found: readonly string[]): boolean => {
    problems.push(...found);
    return found.length > 0;
  };

  const server = createServer((request, response) => void serve(request, response));
  const sockets = createSocketServer(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const addresses = {
    socketUrl: () => `ws://${host}/link/?ticket=${calls.length}`,
    uploadUrl: (file: string) => `http://${host}/upload/${file}`,
  };
  const workspace = createWorkspace(addresses, clock);
  const workspaces = [workspace];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind = '', name = ''] = (request.url ?? '').split('/');
    // A bot that was killed leaves half a request behind.
    const body = await buffer(request).catch(() => null);
    if (body === null) return;
    const method = kind === 'response' ? 'response_url' : kind === 'upload' ? 'upload' : name;
    const given = kind === 'upload' ? {} : readArguments(body.toString(), kind === 'response');
    const bearer = grants.bearer(
      method,
      request.headers.authorization?.replace(/^Bearer /, '') ?? tokenIn(given),
      workspaces,
    );
    const caller = 'workspace' in bearer ? bearer.workspace : null;
    const call = { method, arguments: given, at: Date.now(), team: caller?.team ?? null };
    calls.push(call);
    const seconds = keepsRates ? ratesOf(caller ?? workspace).count(method, given, clock()) : 0;
    if (seconds > 0) limited.push(call);
    const fault: SimulatedFault | null = seconds > 0 ? { kind: 'rate-limited', seconds } : faults.next(method, given);
    const end = (status: number, text = '', headers = {}) =>
      void response.writeHead(status, { date: new Date(clock()).toUTCString(), ...headers }).end(text);
    if (fault?.kind === 'rate-limited') {
      return end(429, '{"ok":false,"error":"ratelimited"}', { 'retry-after': String(fault.seconds) });
    }
    if (fault?.kind === 'error-before') return end(fault.status);
    if (fault?.kind === 'reset-before') return void request.socket.destroy();
    const json = { 'content-type': 'application/json' };
    if (fault?.kind === 'refused') return end(200, JSON.stringify({ ok: false, error: fault.error }), json);
    if (fault?.kind === 'held') await fault.until;
    const result = work(kind, name, given, body, bearer);
    watch.look();
    if (fault?.kind === 'silent') return;
    if (fault?.kind === 'slow') await delay(fault.milliseconds, undefined, { ref: false });
    if (fault?.kind === 'error-after') return end(fault.status);
    if (fault?.kind === 'reset-after') return void request.socket.destroy();
    end(result.status, result.body, { ...json, ...result.headers });
  }

  function work(kind: string, name: string, given: Arguments, body: Buffer, bearer: Bearer): Result {
    if (kind === 'response') return useResponseUrl(name, given);
    if (kind === 'upload') return upload(name, body);
    if (name === 'oauth.v2.access') return { status: 200, body: JSON.stringify(grants.access(given)) };
    if ('workspace' in bearer) complain(foreignIn(given, bearer.workspace));
    const answer = callMethod(name, bearer, given, { validator, complain });
    const scopes = 'workspace' in bearer ? bearer.workspace.scopes : [];
    return {
      status: 200,
      body: JSON.stringify(answer),
      headers: answer.ok ? { 'x-oauth-scopes': scopes.join(',') } : {},
    };
  }

  /** Ids that end with the id of another workspace are its own: a token of this one must never go with them. */
  function foreignIn({ channel, user, channel_id: place }: Arguments, { team }: Workspace): readonly string[] {
    const others = workspaces.filter((other) => other.team !== team && other.team !== firstTeam.team);
    const named = [channel, user, place].filter((id) => typeof id === 'string');
    return others.flatMap((other) =>
      named.filter((id) => id.endsWith(other.team)).map((id) => `${id} was named with the token of ${team}`),
    );
  }

  function ratesOf(whose: Workspace): Rates {
    const known = rates.get(whose) ?? createRates();
    rates.set(whose, known);
    return known;
  }

  function useResponseUrl(id: string, body: Arguments): Result {
    const found = validator.message(body);
    complain(found);
    const result = responseUrls.use(id, found);
    if (result.status === 200) responses.push({ id, body });
    return result;
  }

  function upload(id: string, bytes: Buffer): Result {
    const place = workspaces.map(({ uploads }) => uploads.get(id)).find((each) => each !== undefined);
    if (place === undefined) return { status: 404, body: '' };
    place.bytes = bytes;
    return { status: 200, body: `OK - ${bytes.length}` };
  }

  return {
    apiUrl: `http://${host}/api/`,
    botToken: workspace.botToken,
    appToken: workspace.appToken,
    sockets: {
      ...sockets,
      deliver: (kind, payload) => {
        const trigger = (payload as Arguments)['trigger_id'];
        if (typeof trigger === 'string') for (const each of workspaces) each.triggers.set(trigger, clock());
        return sockets.deliver(kind, payload);
      },
    },
    workspace,
    addWorkspace: (team, isOrganisation = false) => {
      const added = createWorkspace(addresses, clock, {
        team,
        isOrganisation,
        botUser: `UBOT${team}`,
        botToken: `none-${team}`,
      });
      workspaces.push(added);
      return added;
    },
    grants,
    calls,
    limited,
    responses,
    waitForResponses: async (count) => {
      await watch.until(() => responses.length >= count);
      return responses;
    },
    waitUntil: watch.until,
    createResponseUrl: () => `http://${host}/response/${responseUrls.create()}`,
    age: (milliseconds) => {
      responseUrls.ahead += milliseconds;
    },
    fail: (method, ...planned) => faults.add(method, ...planned),
    setWeather: (weather) => {
      faults.weather = weather;
    },
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

function tokenIn({ token }: Arguments): string | undefined {
  return typeof token === 'string' ? token : undefined;
}
