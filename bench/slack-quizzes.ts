import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSlackAdapter } from '../src/adapters/slack/slack-adapter.ts';
import type { Inbound } from '../src/app/ports.ts';
import { loadBank } from '../src/bank/load.ts';
import type { Bot } from '../src/bot.ts';
import { createBot } from '../src/bot.ts';
import { createRandom } from '../src/core/quiz/random.ts';
import { createClock } from '../src/ops/clock.ts';
import { openStore } from '../src/storage/open-store.ts';
import { connect } from '../src/storage/sqlite/node-sqlite.ts';
import { chooseZones } from '../src/zones/choose.ts';
import { commandOf } from '../tests/core/command-of.ts';
import type { SlackSimulator } from '../tests/simulators/slack/simulator.ts';
import { startSlackSimulator } from '../tests/simulators/slack/simulator.ts';
import { percentile } from './percentile.ts';

/** So many quizzes at once in one Slack workspace that keeps its rates, with so many players and questions each. */
const quizzes = 50;
const players = 10;
const questions = 3;

/** What is to be reached for 9 of 10 reveals, in ms after the close. */
const target = 1000;

/** Seconds for a question, and within how many ms of each other the quizzes begin. */
const runs = [
  { seconds: 20, spread: 25_000 },
  { seconds: 20, spread: 0 },
  { seconds: 10, spread: 0 },
];

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const bank = await loadBank('data');
const { rules } = chooseZones(null);
const clock = createClock();

type Buttons = readonly { readonly value?: string; readonly label: string }[];

/** The buttons of a message as Slack has it. */
function buttonsIn(payload: Readonly<Record<string, unknown>>): Buttons {
  const blocks = (payload['blocks'] ?? []) as readonly { elements?: readonly { value?: string }[]; type: string }[];
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements.map(({ value = '' }) => ({ value, label: value })));
}

const buttonOf = (payload: Readonly<Record<string, unknown>>, verb: string) =>
  buttonsIn(payload).find(({ value }) => value?.startsWith(`${verb}:`))?.value;

async function say(bot: Bot, channel: string, player: number, what: { readonly id: string } | string): Promise<void> {
  const caller = {
    ...{ scope: 'slack:T1', channel: `slack:T1:${channel}`, user: `slack:T1:U${player}`, name: `Player ${player}` },
    ...{ direct: false, manages: false, moderates: false },
  };
  const happening = { caller, event: randomUUID(), at: clock.wall() };
  const inbound: Inbound =
    typeof what === 'string'
      ? { kind: 'command', command: commandOf(what), ...happening }
      : { kind: 'press', id: what.id, ...happening, message: happening.event };
  const outcome = bot.application.respond(inbound);
  if (outcome.kind === 'later') await outcome.act();
}

/** One player of each quiz never answers, so that every question takes its whole time. */
function answerQuestions(bot: Bot, { workspace }: SlackSimulator, seconds: number): { readonly stop: () => void } {
  const chance = createRandom(7);
  let seen = 0;
  let stopped = false;
  const timer = setInterval(() => {
    for (; seen < workspace.messages.length; seen += 1) {
      const { channel, payload } = workspace.messages[seen] ?? { channel: '', payload: {} };
      const pick = buttonOf(payload, 'pick');
      for (let player = 1; pick !== undefined && player < players; player += 1) {
        const wait = chance() * (seconds * 1000 - 500);
        void pause(wait, undefined, { ref: false }).then(() => {
          if (!stopped) void say(bot, channel, player, { id: pick }).catch(() => {});
        });
      }
    }
  }, 20);
  return {
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}

/** When each answer was shown, UTC ms, by channel and number of the question. */
function shownAt({ calls, limited }: SlackSimulator): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const call of calls) {
    if (limited.includes(call)) continue;
    const no = /Question (\d+) of \d+ · the answer/.exec(String(call.arguments['text']))?.[1];
    const key = `${String(call.arguments['channel'])} ${no}`;
    if (no !== undefined && !shown.has(key)) shown.set(key, call.at);
  }
  return shown;
}

/** How long the reveals took from when the bot had closed the question, in ms: what the platform's rates cost. */
function waits(path: string, shown: ReadonlyMap<string, number>): readonly number[] {
  const database = connect(path, { isReadOnly: true });
  const rows = database
    .prepare("select id, channel, since from outgoings where id like '%:reveal:%' and id not like '%:left'")
    .all([]);
  database.close();
  return rows.map(({ id, channel, since }) => {
    const key = `${String(channel).split(':').at(-1)} ${Number(String(id).split(':').at(-1)) + 1}`;
    return (shown.get(key) ?? Number.POSITIVE_INFINITY) - Number(since);
  });
}

/** How long after the close by the platform's clock each answer was shown, in ms. */
function latenesses({ workspace }: SlackSimulator, seconds: number, shown: ReadonlyMap<string, number>) {
  const asked = workspace.messages.flatMap(({ channel, ts, payload }) => {
    const key = (payload['metadata'] as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ?? '';
    return key.includes(':question:') ? [{ channel, ts, key }] : [];
  });
  return asked.map(({ channel, ts, key }) => {
    const no = Number(key.split(':').at(-1)) + 1;
    return (shown.get(`${channel} ${no}`) ?? Number.POSITIVE_INFINITY) - Number(ts) * 1000 - seconds * 1000;
  });
}

async function run({ seconds, spread }: (typeof runs)[number]): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-slack-quizzes-'));
  const store = await openStore({ kind: 'sqlite', path: join(folder, 'bot.sqlite') }, { owner: 'bench', log: silent });
  const simulator = await startSlackSimulator({ keepsRates: true });
  const { apiUrl, botToken, appToken, workspace } = simulator;
  const bot = createBot({ bank, store, clock, log: silent, random: Math.random, token: randomUUID, rules });
  const config = { apiUrl, botToken, mode: { kind: 'socket', appToken } } as const;
  const adapter = createSlackAdapter({ config, application: bot.application, log: silent });
  await bot.recover();
  await adapter.start();
  bot.start(new Map([['slack', adapter.messenger]]));
  const answering = answerQuestions(bot, simulator, seconds);
  const began = performance.now();
  const channels = Array.from({ length: quizzes }, (_, no) => `C${no}`);
  for (const channel of channels) await say(bot, channel, 0, `quiz ${questions} ${seconds}s`);
  const lobby = (channel: string) => workspace.messages.find((message) => message.channel === channel);
  while (channels.some((channel) => lobby(channel) === undefined)) await pause(20);
  const chance = createRandom(8);
  await Promise.all(
    channels.map(async (channel) => {
      const { payload } = lobby(channel) ?? { payload: {} };
      for (let player = 0; player < players; player += 1) {
        await say(bot, channel, player, { id: buttonOf(payload, 'join') ?? '' });
      }
      await pause(chance() * spread);
      await say(bot, channel, 0, { id: buttonOf(payload, 'begin') ?? '' });
    }),
  );
  const over = () => workspace.messages.filter(({ payload }) => buttonOf(payload, 'review') !== undefined).length;
  while (over() < quizzes && performance.now() - began < 240_000) await pause(100);
  const shown = shownAt(simulator);
  const late = latenesses(simulator, seconds, shown);
  const sending = waits(join(folder, 'bot.sqlite'), shown);
  const kept = workspace.messages.filter(({ payload }) => buttonOf(payload, 'pick') !== undefined).length;
  answering.stop();
  await bot.stop();
  await adapter.stop();
  await simulator.stop();
  await store.close();
  await rm(folder, { recursive: true });
  const at = (share: number) => percentile(late, share).toFixed(0);
  const ofSending = (share: number) => percentile(sending, share).toFixed(0);
  const count = (method: string) => simulator.calls.filter((call) => call.method === method).length;
  console.log(
    `${quizzes} quizzes × ${players} players in one workspace, ${questions} questions of ${seconds} s, begun within ${spread / 1000} s; took ${Math.round((performance.now() - began) / 1000)} s`,
  );
  console.log(`ended: ${over()}; reveals: ${late.length}; question messages that kept A to D at the end: ${kept}`);
  console.log(
    `reveal seen after the close, ms: p50 ${at(0.5)}, p90 ${at(0.9)}, worst ${at(0.9999)} (target p90 ${target})`,
  );
  console.log(
    `of that, from the bot's close on, ms: p50 ${ofSending(0.5)}, p90 ${ofSending(0.9)}, worst ${ofSending(0.9999)}`,
  );
  console.log(
    `posts ${count('chat.postMessage')}, edits ${count('chat.update')}, turned away (429) ${simulator.limited.length}`,
  );
  return Number(at(0.9)) <= target && over() === quizzes && simulator.limited.length === 0;
}

/** Which of the runs, by its number from 1; all of them when left out. */
const only = process.argv[2];
let isReached = true;
for (const each of runs.filter((_, no) => only === undefined || only === String(no + 1)))
  isReached = (await run(each)) && isReached;
if (!isReached) process.exitCode = 1;

process.exit();
