import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from './api.ts';
import { Faults } from './faults.ts';
import type { Scene } from './fixtures.ts';
import { applicationId, defaultScene, snowflake } from './fixtures.ts';
import { Gateway } from './gateway.ts';
import type { Answer, Interaction, Message } from './interactions.ts';
import { Interactions, refuse } from './interactions.ts';
import { toObject } from './json.ts';

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
  const api = new Api(interactions, () => address('ws'));
  const server = createServer((request, response) => void serve(request, response));
  const gateway = new Gateway(server, () => address('ws'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function address(protocol: 'http' | 'ws'): string {
    return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await Array.fromAsync(request.setEncoding('utf8'))).join('');
    const url = new URL(request.url ?? '/', address('http'));
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''));
    const method = request.method ?? 'GET';
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const fault = faults.take(method, path);
    const take = (): Answer => {
      const answer = api.answer({
        method,
        path,
        body,
        query: url.searchParams,
        authorization: request.headers.authorization,
      });
      violations.push(...(answer.problems ?? []).map((problem) => `${method} ${path}: ${problem}`));
      return answer;
    };
    const reply = (answer: Answer, headers: Readonly<Record<string, string>> = {}) => {
      calls.push({ method, path, body, status: answer.status });
      response.writeHead(answer.status, {
        'content-type': answer.body === undefined ? 'text/html; charset=utf-8' : 'application/json',
        ...api.rateLimit(method, path),
        ...headers,
      });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    };
    switch (fault?.kind) {
      case 'status':
        if (fault.when === 'after') take();
        return reply(refuse(fault.status, 0, `${fault.status}: injected`));
      case 'rate-limit': {
        const seconds = String(fault.retryAfter);
        const limited = { message: 'You are being rate limited.', retry_after: fault.retryAfter, global: false };
        return reply({ status: 429, body: limited }, { 'retry-after': seconds, 'x-ratelimit-scope': 'shared' });
      }
      case 'reset':
        if (fault.when === 'after') take();
        calls.push({ method, path, body, status: 0 });
        request.socket.resetAndDestroy();
        return;
      case 'delay':
        await pause(fault.milliseconds);
        return reply(take());
      default:
        return reply(take());
    }
  }

  function begin(
    kind: Interaction['kind'],
    scene: Partial<Scene>,
    source: Message | null,
    fields: Readonly<Record<string, unknown>>,
  ): Interaction {
    const { interaction, event } = interactions.create(kind, { ...defaultScene, ...scene }, source, fields);
    gateway.dispatch('INTERACTION_CREATE', event);
    return interaction;
  }

  const question = (value: string, focused: boolean) => ({
    id: applicationId,
    name: 'pytorch',
    type: 1,
    options: [{ name: 'question', type: 3, value, ...(focused ? { focused } : {}) }],
  });

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
    /** Somebody sends `/pytorch question:`. */
    command: (text: string, scene: Partial<Scene> = {}) =>
      begin('command', scene, null, { type: 2, data: question(text, false) }),
    /** Somebody is typing the question. */
    autocomplete: (text: string, scene: Partial<Scene> = {}) =>
      begin('autocomplete', scene, null, { type: 4, data: question(text, true) }),
    /** Somebody presses a button under a message, under a new one if none is given. */
    press: (id: string, under?: Message | null, scene: Partial<Scene> = {}) => {
      const source = under ?? {
        id: snowflake(now()),
        body: { content: 'an earlier message' },
        flags: 0,
        deleted: false,
      };
      return begin('button', scene, source, {
        type: 3,
        data: { custom_id: id, component_type: 2 },
        message: messageEvent(source, scene.channel ?? defaultScene.channel),
      });
    },
    /** The event of a command that this bot does not have. */
    unknownCommand: () =>
      interactions.create('command', defaultScene, null, {
        type: 2,
        data: { id: applicationId, name: 'other', type: 1 },
      }).event,
    /** Closes everything; rejects when a rule was broken. */
    stop: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (violations.length > 0) throw new Error(`Discord would have refused:\n${violations.join('\n')}`);
    },
  };
}

function messageEvent({ id, body, flags }: Message, channel: string) {
  const author = { id: applicationId, username: 'bot', discriminator: '0', avatar: null, bot: true };
  return {
    content: '',
    embeds: [],
    components: [],
    ...toObject(body),
    id,
    flags,
    channel_id: channel,
    author,
    type: 0,
    timestamp: '2026-01-01T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    pinned: false,
  };
}
