import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Caller } from '../src/app/ports.ts';
import { loadBank } from '../src/bank/load.ts';
import type { Bot } from '../src/bot.ts';
import { createBot } from '../src/bot.ts';
import type { Bank } from '../src/core/bank.ts';
import { createClock } from '../src/ops/clock.ts';
import { createStore } from '../src/storage/create-store.ts';
import type { Engine } from '../src/storage/engine.ts';
import { openEngine } from '../src/storage/open-store.ts';
import { chooseZones } from '../src/zones/choose.ts';
import { percentile } from './percentile.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Answers that people have given over a year, and over twelve weeks; of each kind there are so many, who ask in turns. */
const kinds = [
  { name: 'few', answers: 50, days: 365 },
  { name: 'many', answers: 5000, days: 365 },
  { name: 'lately', answers: 5000, days: 84 },
] as const;
const people = 10;
const turns = 300;

type Kind = (typeof kinds)[number];

const day = 86_400_000;

/** The answers of one kind of people, whose rows lie between each other's as those of real people do, and their cards. */
async function fill({ db }: Engine, { questions }: Bank, { name, answers, days }: Kind): Promise<void> {
  const count = answers * people;
  const upTo = (end: number) =>
    sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${sql.lit(end - 1)})`;
  const learner = sql`${`slack:${name}`} || (i % ${sql.lit(people)})`;
  await sql`insert into memory_answers (learner, scope, source, question, item, topic, level, correct, at)
    ${upTo(count)} select ${learner}, 'slack:T1', 's' || i, 'q' || (i % 150), 'i', 'topic' || (i % 11), 'easy', i % 3 > 0,
    cast(${Date.now()} - i * ${(days * day) / count} as integer) from n`.execute(db);
  for (const { id } of questions.slice(0, Math.min(150, answers))) {
    await sql`insert into memory_cards (learner, question, item, due, stability, difficulty, answered, missed, last)
      ${upTo(people)} select ${learner}, ${id}, 'i', 0, 3, 5, 30, 10, 0 from n`.execute(db);
  }
}

/** One look of somebody at their own record; how long it took, and how much of a processor, in ms. */
async function look({ application }: Bot, { name }: Kind, turn: number) {
  const user = `slack:T1:${name}${turn % people}`;
  const caller: Caller = {
    ...{ scope: 'slack:T1', channel: 'slack:T1:C1', user, name: 'Name', direct: false },
    ...{ manages: false, moderates: false },
  };
  const before = process.cpuUsage();
  const began = performance.now();
  const outcome = application.respond({ kind: 'command', command: { kind: 'me' }, caller, event: `${turn}`, at: 0 });
  if (outcome.kind === 'later') await outcome.act();
  const { user: own, system } = process.cpuUsage(before);
  return { time: performance.now() - began, processor: (own + system) / 1000 };
}

const folder = await mkdtemp(join(tmpdir(), 'bench-progress-'));
try {
  const engine = await openEngine({ kind: 'sqlite', path: join(folder, 'bot.sqlite') }, silent);
  const store = createStore(engine, 'bench');
  const bank = await loadBank('data');
  for (const kind of kinds) await fill(engine, bank, kind);
  const given = { clock: createClock(), random: Math.random, token: () => 'token', rules: chooseZones(null).rules };
  const bot = createBot({ ...given, bank, store, log: silent });
  const found = kinds.map(() => [] as Awaited<ReturnType<typeof look>>[]);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [no, kind] of kinds.entries()) found[no]?.push(await look(bot, kind, turn));
  }
  console.log('a look at one’s own record, ms (target 5)');
  for (const [no, { answers, days }] of kinds.entries()) {
    const of = (what: 'time' | 'processor', share: number) =>
      percentile(found[no]?.map((each) => each[what]) ?? [], share).toFixed(2);
    const label = `${answers} answers in ${days} days`.padEnd(28);
    const processor = `processor ${of('processor', 0.5)}`;
    console.log('  %s median %s  p99 %s  %s', label, of('time', 0.5), of('time', 0.99), processor);
  }
  await bot.stop();
  await store.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
