import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Messenger } from '../src/app/delivery/messenger.ts';
import type { Inbound } from '../src/app/ports.ts';
import { loadBank } from '../src/bank/load.ts';
import { createBot } from '../src/bot.ts';
import { buttonsOf } from '../src/core/card.ts';
import { createRandom } from '../src/core/quiz/random.ts';
import { createClock } from '../src/ops/clock.ts';
import { openStore } from '../src/storage/open-store.ts';
import { connect } from '../src/storage/sqlite/node-sqlite.ts';
import { chooseZones } from '../src/zones/choose.ts';
import { commandOf } from '../tests/core/command-of.ts';
import { SimulatedPlatform } from '../tests/simulators/platform/platform.ts';
import { percentile } from './percentile.ts';

/** So many quizzes at once, each in a workspace of its own, with so many players, questions and seconds for each. */
const quizzes = 200;
const players = 20;
const questions = 3;
const seconds = 5;

/** The quizzes begin within so many ms of each other: the time of a question with its answer. */
const spread = 10_000;

/** What is to be reached for 99 of 100 closes, in ms. */
const target = 250;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const chance = createRandom(7);
const clock = createClock();
const folder = await mkdtemp(join(tmpdir(), 'bench-quizzes-'));
const store = await openStore({ kind: 'sqlite', path: join(folder, 'bot.sqlite') }, { owner: 'bench', log: silent });
const platform = new SimulatedPlatform(clock.wall);
const bot = createBot({
  ...{ bank: await loadBank('data'), store, clock, log: silent },
  random: Math.random,
  token: randomUUID,
  rules: chooseZones(null).rules,
});

const lateness: number[] = [];
const answerTimes: number[] = [];
const open = new Map<string, number>();
let refused = 0;
let over = 0;

/** The platform, with an eye on questions that come and their answers that are shown. */
const messenger: Messenger = {
  ...platform.messenger,
  post: async (post) => {
    const delivery = await platform.messenger.post(post);
    const picks = buttonsOf(post.card).filter(({ id }) => id.startsWith('pick:'));
    if (delivery.kind === 'done' && picks.length > 0) {
      open.set(delivery.posted.message, delivery.posted.at);
      const channel = post.address.kind === 'channel' ? post.address.channel : '';
      for (let player = 1; player < players; player += 1) void answer(channel, player, picks[player % 4]?.id ?? '');
    }
    if (buttonsOf(post.card).some(({ id }) => id.startsWith('review:'))) over += 1;
    return delivery;
  },
  edit: async (address, message, card) => {
    const at = open.get(message);
    if (at !== undefined && !buttonsOf(card).some(({ id }) => id.startsWith('pick:'))) {
      open.delete(message);
      lateness.push(clock.wall() - at - seconds * 1000);
    }
    return platform.messenger.edit(address, message, card);
  },
};

async function say(channel: string, player: number, what: Pick<Inbound & { kind: 'press' }, 'kind' | 'id'> | string) {
  const caller = {
    ...{
      scope: channel.split(':').slice(0, 2).join(':'),
      channel,
      user: `${channel}:u${player}`,
      name: `Player ${player}`,
    },
    ...{ direct: false, manages: false, moderates: false },
  };
  const happening = { caller, event: randomUUID(), at: clock.wall() };
  const outcome = bot.application.respond(
    typeof what === 'string'
      ? { kind: 'command', command: commandOf(what), ...happening }
      : { ...what, ...happening, message: happening.event },
  );
  if (outcome.kind === 'later') return outcome.act();
  if (outcome.kind !== 'now') throw new Error('That is no answer.');
  return outcome.reply.card;
}

/** One player of each quiz never answers, so that every question takes its whole time. */
async function answer(channel: string, player: number, id: string): Promise<void> {
  await pause(chance() * (seconds * 1000 - 500));
  const began = performance.now();
  const card = await say(channel, player, { kind: 'press', id });
  answerTimes.push(performance.now() - began);
  if (!JSON.stringify(card).includes('locked in')) refused += 1;
}

/** Opens a quiz and lets everybody join; gives what begins it. */
async function gather(no: number): Promise<() => Promise<void>> {
  const channel = `sim:S${no}:C`;
  await say(channel, 0, `quiz ${questions} ${seconds}s`);
  const button = (verb: string) =>
    platform.in(channel).flatMap(({ card }) => buttonsOf(card).filter(({ id }) => id.startsWith(`${verb}:`)))[0]?.id;
  while (button('join') === undefined) await pause(20);
  for (let player = 0; player < players; player += 1) {
    await say(channel, player, { kind: 'press', id: button('join') ?? '' });
  }
  return async () => {
    await pause(chance() * spread);
    await say(channel, 0, { kind: 'press', id: button('begin') ?? '' });
  };
}

/** What the disk alone takes for one commit of one row just now, in ms. */
function bareCommits(path: string): readonly number[] {
  const bare = connect(path);
  bare.run('pragma journal_mode = wal; pragma synchronous = full; create table rows (no integer)');
  const insert = bare.prepare('insert into rows values (?)');
  const times = Array.from({ length: 500 }, (_, no) => {
    const began = performance.now();
    insert.run([no]);
    return performance.now() - began;
  });
  bare.close();
  return times;
}

await bot.recover();
bot.start(new Map([['sim', messenger]]));
const began = performance.now();
const begins = await Promise.all(Array.from({ length: quizzes }, (_, no) => gather(no)));
const gathered = performance.now() - began;
await Promise.all(begins.map((begin) => begin()));
while (over < quizzes && performance.now() - began < 100_000) await pause(100);
await bot.stop();
await store.close();
const commits = bareCommits(join(folder, 'bare.sqlite'));
await rm(folder, { recursive: true });

const at = (values: readonly number[], share: number) => percentile(values, share).toFixed(2);
console.log(
  `${quizzes} quizzes × ${players} players, ${questions} questions of ${seconds} s, in ${Math.round((performance.now() - began) / 1000)} s`,
);
console.log(`ended: ${over}; closes: ${lateness.length}; answers: ${answerTimes.length}, refused: ${refused}`);
console.log(
  `close late by, ms: p50 ${at(lateness, 0.5)}, p99 ${at(lateness, 0.99)}, longest ${at(lateness, 0.9999)} (target p99 ${target})`,
);
console.log(
  `${quizzes * players} joins took ${Math.round(gathered)} ms; a bare commit, ms: p50 ${at(commits, 0.5)}, p99 ${at(commits, 0.99)}`,
);
console.log(`an answer takes, ms: p50 ${at(answerTimes, 0.5)}, p99 ${at(answerTimes, 0.99)}`);
if (Number(at(lateness, 0.99)) > target || over < quizzes) process.exitCode = 1;
