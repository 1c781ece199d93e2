import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startSlackSimulator } from '../tests/simulators/slack/simulator.ts';
import { readQueries } from './labelled-queries.ts';
import { percentile } from './percentile.ts';
import { processorTime } from './processor-time.ts';
import { startArguments } from './start-arguments.ts';

/**
 * `/pytorch` over Socket Mode: the whole bot beside a bare Bolt echo, in turns, one run. Slack is this process, and each of the
 * two has one of its own.
 */
const rounds = 6;
const requests = 1000;
const atOnce = 16;
let sent = 0;

const few = ['what is stride', 'autograd', 'torch.from_numpy()', 'how to deploy kubernetes', 'help'];
/** More than the bot remembers the results of. */
const many = (await readQueries('bench/queries.json')).map(({ q }) => q);

type Slack = Awaited<ReturnType<typeof startSlackSimulator>>;
type Side = { readonly name: string; readonly process: ChildProcess; readonly slack: Slack };

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const bare = await startSide('bare Bolt echo', ['bench/bare-bolt-socket.ts']);
const bot = await startSide('this bot', await startArguments('.'));
await compare('queries that repeat', few);
await compare('queries that are all new', many);
for (const { process: child, slack } of [bare, bot]) {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await ended;
  await slack.stop();
}
await rm(folder, { recursive: true });

async function startSide(name: string, program: readonly string[]): Promise<Side> {
  const slack = await startSlackSimulator();
  const { apiUrl: SLACK_API_URL, botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN } = slack;
  const child = spawn(process.execPath, [...program], {
    env: {
      ...{ PATH: process.env['PATH'], PORT: '0', DATABASE_URL: `file:${join(folder, 'bot.sqlite')}` },
      ...{ SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} ended`)));
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('"ready"') && resolve());
  });
  return { name, process: child, slack };
}

/** Requests a second, and µs of the side's process for one. */
type Load = { readonly rate: number; readonly cpu: number };

async function load({ process: child, slack }: Side, queries: readonly string[]): Promise<Load> {
  const before = await processorTime(child);
  const began = performance.now();
  let left = requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      sent += 1;
      const text = queries[sent % queries.length] ?? '';
      const answer = await slack.sockets.deliver('slash_commands', command(text, slack));
      if (!JSON.stringify(answer).includes('"text"')) throw new Error(`No answer to ${text}.`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const rate = requests / ((performance.now() - began) / 1000);
  return { rate, cpu: (1000 * ((await processorTime(child)) - before)) / requests };
}

function command(text: string, slack: Slack): object {
  return {
    ...{
      command: '/pytorch',
      text,
      team_id: 'T1',
      channel_id: 'C1',
      user_id: 'U2',
      user_name: 'ada',
      api_app_id: 'A1',
    },
    ...{ trigger_id: `${sent}.2`, is_enterprise_install: 'false', response_url: slack.createResponseUrl() },
  };
}

async function compare(name: string, queries: readonly string[]): Promise<void> {
  const loads = new Map<Side, Load[]>([
    [bare, []],
    [bot, []],
  ]);
  for (const side of [bare, bot]) await load(side, queries);
  for (let round = 0; round < rounds; round += 1)
    for (const side of [bare, bot]) loads.get(side)?.push(await load(side, queries));
  const [one, other] = [bare, bot].map((side) => {
    const runs = loads.get(side) ?? [];
    const middle = (what: keyof Load) =>
      percentile(
        runs.map((run) => run[what]),
        0.5,
      );
    console.log(
      `${name}\t${side.name}\t${middle('rate').toFixed(0)} req/s\t${middle('cpu').toFixed(0)} µs CPU a request`,
    );
    return { rate: middle('rate'), cpu: middle('cpu') };
  });
  const [rate, cpu] = [(other?.rate ?? 0) / (one?.rate ?? 1), (one?.cpu ?? 0) / (other?.cpu ?? 1)];
  console.log(`${name}\tratio\t${rate.toFixed(2)} by the clock, ${cpu.toFixed(2)} by the processor`);
}
