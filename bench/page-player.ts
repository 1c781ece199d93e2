import type { Agent } from 'node:http';
import { request } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** A question as a player's page has it. */
export type Asked = {
  /** The message that asks it, and the ids of the buttons of its options. */
  readonly message: string;
  readonly picks: readonly string[];
  /** When it closes, UTC ms. */
  readonly until: number;
};

/** A player without a browser: joins by the link, hears one stream, and posts what a press of a tile posts. */
export type PagePlayer = {
  readonly answer: (message: string, button: string) => Promise<void>;
  readonly close: () => void;
};

/** What a stream or the response to a press told, at `at` (UTC ms). A question comes again whenever it changes. */
export type Heard = {
  readonly asked: (question: Asked, at: number) => void;
  /** The question with the player's own choice marked. */
  readonly marked: (message: string, at: number) => void;
  /** The words that it counts. */
  readonly lockedIn: (at: number) => void;
  readonly revealed: (message: string, at: number) => void;
  readonly over: () => void;
};

type Response = { readonly status: number; readonly location: string; readonly text: string };

const unpack = promisify(gunzip);

/** Sends a request as a browser does, asking for compressed pages. */
export async function send(
  agent: Agent,
  url: string,
  fields: Readonly<Record<string, string>> | null = null,
): Promise<Response> {
  const body = fields === null ? '' : String(new URLSearchParams(fields));
  const form = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
    origin: new URL(url).origin,
  };
  const headers = { 'accept-encoding': 'gzip', ...(fields === null ? {} : form) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers, method: fields === null ? 'GET' : 'POST' }, async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      const text = response.headers['content-encoding'] === 'gzip' ? await unpack(bytes) : bytes;
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', text: String(text) });
    });
    sent.once('error', (error) => {
      // As a browser does where the server has just closed the idle connection.
      if (sent.reusedSocket) send(agent, url, fields).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });
}

/** Joins the quiz of #general, opens its thread and listens; resolves when the stream is open. */
export async function joinQuiz(agent: Agent, address: string, name: string, heard: Heard): Promise<PagePlayer> {
  const form = await send(agent, `${address}/join/general`);
  const ticket = /name="ticket" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const { location } = await send(agent, `${address}/join/general`, { name, ticket });
  const page = await send(agent, address + location);
  const events = /sse-connect="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const take = (text: string) => hear(text, Date.now(), heard);
  const close = await listen(address + events, take);
  const own = location.split('/').slice(0, 3).join('/');
  return {
    answer: async (message, button) => {
      const { status, text } = await send(agent, `${address}${own}/press`, { message, button });
      if (status >= 300) throw new Error(`A press was answered with ${status}.`);
      take(text);
    },
    close,
  };
}

/** Gives each event of a stream to `take`; the returned function ends it. */
export function listen(url: string, take: (event: string) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const stream = request(url, { agent: false }, (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const events = (rest + chunk).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) take(event);
      });
      response.once('data', () => resolve(() => stream.destroy()));
      response.on('error', () => {});
    });
    stream.once('error', reject);
    stream.end();
  });
}

function hear(event: string, at: number, heard: Heard): void {
  if (/locked in/.test(event)) heard.lockedIn(at);
  if (/review:/.test(event)) heard.over();
  const message = /<article id="t(\d+)"/.exec(event)?.[1];
  if (message === undefined) return;
  if (event.includes('class="tally"')) heard.revealed(message, at);
  if (!event.includes('class="tiles')) return;
  if (event.includes('aria-pressed="true"')) heard.marked(message, at);
  const picks = [...new Set([...event.matchAll(/pick:[\w-]+:\d+:\d/g)].map(([id]) => id))];
  const until = Number(/data-until="(\d+)"/.exec(event)?.[1]);
  if (picks.length === 4) heard.asked({ message, picks, until }, at);
}
