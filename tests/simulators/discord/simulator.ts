import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from './api.ts';
import { Buckets } from './buckets.ts';
import { Channels } from './channels.ts';
import { Faults } from './faults.ts';
import type { Scene } from './fixtures.ts';
import { defaultScene, snowflake } from './fixtures.ts';
import { Gateway } from './gateway.ts';
import type { Answer, Interaction, Message } from './interactions.ts';
import { Interactions, refuse } from './interactions.ts';
import type { Json } from './json.ts';
import type { FilledIn } from './submitted.ts';
import { submitted } from './submitted.ts';
import type { Typed } from './used-command.ts';
import { messageEvent, useCommand, useMenu } from './used-command.ts';

/** One request that reached the API. */
export type Call = { readonly method: string; readonly path: string; readonly body: unknown; readonly status: number };

export type DiscordSimulator = Awaited<ReturnType<typeof startDiscordSimulator>>;

/**
 * Discord as far as this bot uses it: REST API and gateway on one local port. Every request is checked against the
 * documented limits; what breaks one is refused with 50035 and fails the test when the simulator is stopped.
 */
export async function startDiscordSimulator() {
  let skew = 0;
  const now = () => Date.now() + skew;
  const calls: Call[] = [];
  const violations: string[] = [];
  const faults = new Faults();
  const interactions = new Interactions(now);
  const channels = new Channels(now);
  const buckets = new Buckets(now);
  const mentionable = new Set<string>();
  const api = new Api(interactions, channels, () => address('ws'));
  const server = createServer((request, response) => void serve(request, response));
  const gateway = new Gateway(server, () => address('ws'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function address(protocol: 'http' | 'ws'): string {
    return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { body, files } = await read(request);
    const url = new URL(request.url ?? '/', address('http'));
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''));
    const method = request.method ?? 'GET';
    const fault = faults.take(method, path);
    const budget = buckets.count(method, path);
    const take = (): Answer => {
      const answer = api.answer({
        method,
        path,
        body,
        query: url.searchParams,
        authorization: request.headers.authorization,
        files,
      });
      violations.push(...(answer.problems ?? []).map((problem) => `${method} ${path}: ${problem}`));
      return answer;
    };
    const reply = (answer: Answer, headers: Readonly<Record<string, string>> = {}) => {
      calls.push({ method, path, body, status: answer.status });
      response.writeHead(answer.status, {
        'content-type': answer.body === undefined ? 'text/html; charset=utf-8' : 'application/json',
        ...budget.headers,
        ...headers,
      });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    };
    const refuseFor = (seconds: number, scope: 'user' | 'shared' | 'global') => {
      const isGlobal = scope === 'global';
      const limited = { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal };
      const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': scope };
      reply({ status: 429, body: limited }, { ...headers, ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}) });
    };
    if (budget.wait > 0) return refuseFor(budget.wait, budget.scope);
    switch (fault?.kind) {
      case 'status':
        if (fault.when === 'after') take();
        return reply(refuse(fault.status, fault.code ?? 0, `${fault.status}: injected`));
      case 'rate-limit':
        return refuseFor(fault.retryAfter, fault.global === true ? 'global' : 'shared');
      case 'reset':
        if (fault.when === 'after') take();
        calls.push({ method, path, body, status: 0 });
        request.socket.resetAndDestroy();
        return;
      case 'silence':
        if (fault.when === 'after') take();
        calls.push({ method, path, body, status: 0 });
        return;
      case 'delay': {
        const answer = fault.when === 'after' ? take() : null;
        await pause(fault.milliseconds);
        return reply(answer ?? take());
      }
      default:
        return reply(take());
    }
  }

  function begin(
    kind: Interaction['kind'],
    scene: Partial<Scene>,
    source: Message | null,
    fields: Readonly<Record<string, unknown>>,
    at?: number,
  ): Interaction {
    const channel = scene.channel ?? defaultScene.channel;
    const told = channels.described(channel, scene.parent);
    const { interaction, event } = interactions.create(
      kind,
      { ...defaultScene, ...told, ...scene },
      source,
      fields,
      at,
    );
    gateway.dispatch('INTERACTION_CREATE', event);
    return interaction;
  }

  const question = (value: string, focused: boolean) => ({
    id: snowflake(0),
    name: 'pytorch',
    type: 1,
    options: [{ name: 'question', type: 3, value, ...(focused ? { focused } : {}) }],
  });

  const registered = () => [...api.commands.values()].flat();

  return {
    apiUrl: `${address('http')}/api`,
    calls,
    faults,
    gateway,
    violations,
    commands: api.commands,
    /** Lets time pass for Discord alone. */
    advance: (milliseconds: number) => {
      skew += milliseconds;
    },
    channels,
    /** Roles that anyone may mention. */
    mentionable,
    interactions,
    /** Servers of which the bot is no member. */
    closedServers: api.closedServers,
    serverNames: api.serverNames,
    /** Somebody sends `/pytorch question:`, whether it is registered or not. */
    command: (text: string, scene: Partial<Scene> = {}) =>
      begin('command', scene, null, { type: 2, data: question(text, false) }),
    /** Somebody is typing the question. */
    autocomplete: (text: string, scene: Partial<Scene> = {}) =>
      begin('autocomplete', scene, null, { type: 4, data: question(text, true) }),
    /** Somebody uses any command with its options. */
    use: (name: string, sub: string | null, typed: Typed = {}, scene: Partial<Scene> = {}) =>
      begin('command', scene, null, { type: 2, data: useCommand(registered(), name, sub, typed, { mentionable }) }),
    /** Somebody is typing into an option of any command. */
    type: (name: string, sub: string | null, focused: string, typed: Typed) =>
      begin('autocomplete', {}, null, { type: 4, data: useCommand(registered(), name, sub, typed, { focused }) }),
    /** Somebody chooses an entry in the menu of a message. */
    menu: (name: string, body: Json, scene: Partial<Scene> = {}) => {
      const message = { id: snowflake(now()), body, flags: 0, deleted: false };
      const channel = scene.channel ?? defaultScene.channel;
      return begin('command', scene, null, { type: 2, data: useMenu(registered(), name, message, channel) });
    },
    /** An interaction that no version of this bot asks for. */
    strange: (kind: Interaction['kind'], fields: Json, scene: Partial<Scene> = {}) => begin(kind, scene, null, fields),
    /** Somebody presses a button under a message, under a new one if none is given; now, or at an instant (UTC ms). */
    press: (id: string, under?: Message | null, scene: Partial<Scene> = {}, at?: number) => {
      const source = under ?? {
        id: snowflake(now()),
        body: { content: 'an earlier message' },
        flags: 0,
        deleted: false,
      };
      return begin(
        'button',
        scene,
        source,
        {
          type: 3,
          data: { custom_id: id, component_type: 2 },
          message: messageEvent(source, scene.channel ?? defaultScene.channel),
        },
        at,
      );
    },
    /** Somebody fills in the form that was opened for an interaction, and sends it. */
    submit: ({ modal, scene, source }: Interaction, filled: FilledIn) =>
      begin('modal', scene, source, submitted(modal, source, scene, filled)),
    /** Closes everything; rejects when a rule was broken. */
    stop: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (violations.length > 0) throw new Error(`Discord would have refused:\n${violations.join('\n')}`);
    },
  };
}

/** The body of a request, and the files that came with it. */
async function read(request: IncomingMessage): Promise<{ readonly body: unknown; readonly files: readonly File[] }> {
  const bytes = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data'))
    return { body: JSON.parse(bytes.toString('utf8')) as unknown, files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].filter((value) => value instanceof File);
  return { body: JSON.parse(String(form.get('payload_json') ?? '{}')) as unknown, files };
}
