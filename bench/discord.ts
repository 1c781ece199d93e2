import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Interaction } from '../tests/simulators/discord/interactions.ts';
import type { Button, Side } from './discord-side.ts';
import { cpuTime, openQuestion, startSide, stopQuiz, waitFor, waitForRest, wordsOf } from './discord-side.ts';
import { percentile } from './percentile.ts';
import { startArguments } from './start-arguments.ts';

/**
 * The whole bot on Discord under a crowd, beside a bare discord.js bot that only answers, in turns, one run. Discord is
 * this process, the two bots are processes of their own.
 */
const crowds = [50, 100, 300, 1000];
const rounds = 5;
const quizzes = 200;
const manyRounds = 3;
const clicksAQuiz = 20;

/** The clicks of many quizzes come within so many ms. */
const spread = 1000;

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const bare = await startSide('bare discord.js', ['bench/bare-discord.ts']);
const bot = await startSide('this bot', await startArguments('.'), {
  PORT: '0',
  DATABASE_URL: `file:${join(folder, 'bot.sqlite')}`,
});

let channels = 800_000_000_000_001_000n;
let people = 100_000_000_000_100_000n;

type Burst = {
  /** From the first click until the last was answered, and until somebody else had their record; ms. */
  readonly took: number;
  readonly record: number;
  /** µs of the side's process, and of this one, for a click. */
  readonly cpu: number;
  readonly own: number;
  readonly unsaid: number;
};

/** So many people click on one question at once, and one more asks for their own record. */
async function burst(side: Side, count: number): Promise<Burst> {
  const channel = String(++channels);
  const buttons = side === bot ? await openQuestion(side, channel) : [nowhere(channel)];
  await waitForRest(side);
  const [before, ownBefore] = [await cpuTime(side), process.cpuUsage()];
  const began = Date.now();
  const clicks = Array.from({ length: count }, (_, place) => click(side, buttons[place % buttons.length]));
  const asked = Date.now();
  const me = askForRecord(side);
  await waitFor('all answers', () => clicks.every((interaction) => isSettled(side, interaction)));
  await waitFor('the record', () => isSettled(side, me));
  const own = process.cpuUsage(ownBefore);
  const cpu = (await cpuTime(side)) - before;
  const result = {
    took: Math.max(...clicks.map((interaction) => timeOf(side, interaction, began))),
    record: timeOf(side, me, asked),
    cpu: cpu / count,
    own: (own.user + own.system) / count,
    unsaid: countUnsaid(side, clicks),
  };
  if (side === bot) await stopQuiz(side, channel);
  await waitForRest(side);
  return result;
}

/** When a side had done its part: the bare bot acknowledges, ours says that the answer counts. Null before. */
function doneAt(side: Side, { acknowledgedAt, answeredAt }: Interaction): number | null {
  return side === bare ? acknowledgedAt : answeredAt;
}

/** What was refused for coming late stays without an answer. */
function isSettled(side: Side, interaction: Interaction): boolean {
  const isLost = side.discord.interactions.late > 0 && Date.now() - interaction.createdAt > 4000;
  return isLost || doneAt(side, interaction) !== null;
}

function timeOf(side: Side, interaction: Interaction, since: number): number {
  return (doneAt(side, interaction) ?? Number.POSITIVE_INFINITY) - since;
}

function countUnsaid(side: Side, clicks: readonly Interaction[]): number {
  return side === bare ? 0 : clicks.filter((interaction) => !wordsOf(interaction).includes('locked in')).length;
}

function click({ discord }: Side, button: Button | undefined): Interaction {
  if (button === undefined) throw new Error('There is no button.');
  people += 1n;
  return discord.press(button.id, button.message, { ...button.scene, user: String(people), name: `Player ${people}` });
}

/** Somebody else uses `/me`, which the bare bot has not registered. */
function askForRecord(side: Side): Interaction {
  const scene = { channel: '800000000000000999', user: '100000000000000999', name: 'Zoe' };
  if (side === bot) return side.discord.use('me', null, {}, scene);
  return side.discord.strange(
    'command',
    { type: 2, data: { id: '1234567890', name: 'me', type: 1, options: [] } },
    scene,
  );
}

/** A button that the bare bot knows as little as any. */
function nowhere(channel: string): Button {
  return {
    id: 'pick:1234567890:0:1',
    message: { id: channel, body: { content: 'A question' }, flags: 0, deleted: false },
    scene: { channel },
  };
}

type Many = { readonly times: readonly number[]; readonly cpu: number; readonly unsaid: number };

/** The times from click to answer with many quizzes at once, in ms, and µs of processor for a click. */
async function manyQuizzes(side: Side): Promise<Many> {
  const names = Array.from({ length: quizzes }, () => String(++channels));
  const open =
    side === bot
      ? await Promise.all(names.map((name) => openQuestion(side, name)))
      : names.map((name) => [nowhere(name)]);
  await waitForRest(side);
  const before = await cpuTime(side);
  const clicks: { readonly at: number; readonly interaction: Interaction }[] = [];
  const began = Date.now();
  for (let done = 0; done < quizzes * clicksAQuiz; ) {
    const due = Math.min(quizzes * clicksAQuiz, Math.ceil(((Date.now() - began) / spread) * quizzes * clicksAQuiz));
    for (; done < due; done += 1) {
      const buttons = open[done % quizzes] ?? [];
      clicks.push({ at: Date.now(), interaction: click(side, buttons[done % buttons.length]) });
    }
    await pause(1);
  }
  await waitFor('all answers', () => clicks.every(({ interaction }) => isSettled(side, interaction)));
  const cpu = ((await cpuTime(side)) - before) / clicks.length;
  for (const name of side === bot ? names : []) await stopQuiz(side, name);
  await waitForRest(side);
  return {
    times: clicks.map(({ at, interaction }) => timeOf(side, interaction, at)),
    cpu,
    unsaid: countUnsaid(
      side,
      clicks.map(({ interaction }) => interaction),
    ),
  };
}

async function compareBursts(count: number): Promise<void> {
  const results = new Map<Side, Burst[]>([
    [bare, []],
    [bot, []],
  ]);
  for (let round = 0; round < rounds; round += 1)
    for (const side of [bare, bot]) results.get(side)?.push(await burst(side, count));
  const times = [bare, bot].map((side) => {
    const runs = results.get(side) ?? [];
    const middle = (what: keyof Burst) =>
      percentile(
        runs.map((run) => run[what]),
        0.5,
      );
    const took = runs.map((run) => run.took.toFixed(0)).join(' ');
    const worst = Math.max(...runs.map(({ record }) => record));
    console.log(
      `${count} clicks\t${side.name}\tlast after ${middle('took')} ms (${took})\t/me after ${middle('record')}, worst ${worst} ms\t` +
        `CPU a click ${middle('cpu').toFixed(0)} µs, Discord's own ${middle('own').toFixed(0)}\tunsaid ${runs.reduce((sum, { unsaid }) => sum + unsaid, 0)}`,
    );
    return middle('took');
  });
  console.log(`${count} clicks\tratio\t${((times[1] ?? 0) / (times[0] ?? 1)).toFixed(2)} (target 1.5)`);
}

async function compareMany(): Promise<void> {
  const longest = new Map<Side, number[]>();
  for (let round = 0; round < manyRounds; round += 1) {
    for (const side of [bare, bot]) {
      const { times, cpu, unsaid } = await manyQuizzes(side);
      const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
      longest.set(side, [...(longest.get(side) ?? []), most]);
      console.log(
        `${quizzes} quizzes\t${side.name}\tp50 ${half} ms\tp99 ${most} ms\tCPU a click ${cpu.toFixed(0)} µs\tunsaid ${unsaid}`,
      );
    }
  }
  const [one = 1, other = 0] = [bare, bot].map((side) => percentile(longest.get(side) ?? [], 0.5));
  console.log(`${quizzes} quizzes\tratio of p99\t${(other / one).toFixed(2)} (target 1.5)`);
}

for (const count of crowds) await compareBursts(count);
await compareMany();
const late = [bare, bot].map(({ discord }) => discord.interactions.late);
console.log(`acknowledged too late: bare ${late[0]}, bot ${late[1]} (target 0)`);
if (late[1] !== 0) process.exitCode = 1;
await bot.stop();
await bare.stop();
await rm(folder, { recursive: true });
