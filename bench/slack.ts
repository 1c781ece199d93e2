import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readQueries } from './labelled-queries.ts';
import { percentile } from './percentile.ts';
import { residentMemory } from './resident-memory.ts';
import { startArguments } from './start-arguments.ts';

/** `/pytorch` over signed HTTP: requests a second of the whole bot beside a bare Bolt echo, in turns, one run. */
const signingSecret = 'bench-signing-secret';
const rounds = 4;
const secondsARound = 2;
const few = [
  'what is stride',
  'autograd',
  'torch.from_numpy()',
  'diference between cnn and mlp',
  'how to deploy kubernetes',
  'help',
];

/** More than the bot remembers the results of. */
const many = (await readQueries('bench/queries.json')).map(({ q }) => q);

type Target = { readonly name: string; readonly process: ChildProcess; readonly port: number };

const directory = await mkdtemp(join(tmpdir(), 'bench-'));
const api = createServer((incoming, response) => {
  incoming.resume();
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      ok: true,
      url: 'https://bench.slack.com/',
      team: 'T',
      user: 'bot',
      team_id: 'T1',
      user_id: 'U1',
      bot_id: 'B1',
    }),
  );
});
await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));

const bare = await startTarget('bare Bolt echo', ['bench/bare-bolt.ts'], {}, /listening on (\d+)/);
const bot = await startTarget(
  'this bot',
  await startArguments('.'),
  {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}/api/`,
    PORT: '0',
    DATABASE_URL: `file:${join(directory, 'bot.sqlite')}`,
  },
  /http:\/\/127\.0\.0\.1:(\d+)/,
);

await compare('queries that repeat', few);
await compare('queries that are all new', many);
console.log(
  `memory after load: bare ${await residentMemory(bare.process)} MB, bot ${await residentMemory(bot.process)} MB`,
);
for (const { process: child } of [bare, bot]) child.kill();
api.close();
await rm(directory, { recursive: true });

async function compare(name: string, queries: readonly string[]): Promise<void> {
  console.log(name);
  for (const connections of [1, 16, 64]) await compareAt(connections, queries);
}

async function compareAt(connections: number, queries: readonly string[]): Promise<void> {
  const results = new Map<Target, Load[]>([
    [bare, []],
    [bot, []],
  ]);
  for (const target of [bare, bot]) await load(target, connections, queries, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const target of [bare, bot])
      results.get(target)?.push(await load(target, connections, queries, secondsARound));
  }
  const rates = [bare, bot].map((target) => {
    const runs = results.get(target) ?? [];
    const rate = percentile(
      runs.map((run) => run.rate),
      0.5,
    );
    const latency = runs.flatMap((run) => run.latency);
    const cpu = percentile(
      runs.map((run) => run.cpu),
      0.5,
    );
    console.log(
      `c=${connections}\t${target.name}\t${rate.toFixed(0)} req/s\tp50 ${percentile(latency, 0.5).toFixed(2)} ms\tp99 ${percentile(latency, 0.99).toFixed(2)} ms\t${cpu.toFixed(0)} µs CPU a request`,
    );
    return rate;
  });
  console.log(`c=${connections}\tratio\t${((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2)}`);
}
function startTarget(
  name: string,
  program: readonly string[],
  variables: Record<string, string>,
  listening: RegExp,
): Promise<Target> {
  const child = spawn(process.execPath, [...program], {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(`${name} ended`)));
    let port = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      port = Number(listening.exec(line)?.[1] ?? port);
      if (port > 0 && (!program.includes('src/main.ts') || line.includes('"ready"')))
        resolve({ name, process: child, port });
    });
  });
}

/** `cpu`: µs that the target's process took for a request, Linux only; other work on the machine does not change it much. */
type Load = { readonly rate: number; readonly latency: readonly number[]; readonly cpu: number };

async function load(target: Target, connections: number, queries: readonly string[], seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latency: number[] = [];
  const before = await cpuTime(target);
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      for (let count = worker; performance.now() < end; count += connections) {
        const sent = performance.now();
        await post(target.port, agent, queries[count % queries.length] ?? '');
        latency.push(performance.now() - sent);
      }
    }),
  );
  const rate = latency.length / ((performance.now() - begin) / 1000);
  agent.destroy();
  return { rate, latency, cpu: ((await cpuTime(target)) - before) / latency.length };
}

/** So many that none of them asks faster than the bot lets anybody ask. */
const people = 100_000;
let asked = 0;

function post(port: number, agent: Agent, text: string): Promise<void> {
  asked += 1;
  const body = new URLSearchParams({
    command: '/pytorch',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: `U${asked % people}`,
    user_name: 'ada',
    api_app_id: 'A1',
    trigger_id: '1.2',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/',
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { port, host: '127.0.0.1', path: '/slack/events', method: 'POST', agent, headers },
      (response) => {
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
        });
        response.on('end', () =>
          response.statusCode === 200 && length > 20
            ? resolve()
            : reject(new Error(`answered ${response.statusCode} with ${length} bytes`)),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** User and system time of a process in µs; a tick of Linux is 10 ms. */
async function cpuTime({ process: { pid } }: Target): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
