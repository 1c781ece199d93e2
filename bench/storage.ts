import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Store, Unit } from '../src/app/store/store.ts';
import type { QuizState } from '../src/core/quiz/state.ts';
import { createStore } from '../src/storage/create-store.ts';
import type { Engine } from '../src/storage/engine.ts';
import { openEngine } from '../src/storage/open-store.ts';
import { connect } from '../src/storage/sqlite/node-sqlite.ts';
import { percentile } from './percentile.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * How long one side is measured, in ms. Disks change their pace within seconds, so the sides take short turns, each is
 * compared with the bare one of its own round, and the median of those ratios is told.
 */
const span = 100;
const rounds = 41;

const median = (values: readonly number[]) => percentile(values, 0.5);
const percentile99 = (values: readonly number[]) => percentile(values, 0.99);

/** Calls `step`, which tells how many commits it was, for the span; gives commits a second. */
async function rate(step: () => number | Promise<number>): Promise<number> {
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < span) done += await step();
  return (done * 1000) / (performance.now() - began);
}

/** The least that could record an answer: insert if absent, add to a sum, commit to the disk. */
function createBare(path: string): () => number {
  const bare = connect(path);
  bare.run('pragma journal_mode = wal; pragma synchronous = full');
  bare.run('create table answers (no integer, person text, choice integer, primary key (no, person)) strict');
  bare.run('create table sums (person text primary key, points integer) strict');
  const insert = bare.prepare('insert into answers values (?, ?, ?) on conflict do nothing');
  const add = bare.prepare('insert into sums values (?, 1) on conflict do update set points = sums.points + 1');
  let no = 0;
  return () => {
    no += 1;
    bare.run('begin immediate');
    if (insert.run([no, `u${no % 50}`, 1]) === 1) add.run([`u${no % 50}`]);
    bare.run('commit');
    return 1;
  };
}

function createRecorders(store: Store) {
  let no = 0;
  const record = () => {
    no += 1;
    return store.answers.record('q', 1, { no, user: `u${no % 50}`, name: 'Name', choice: 1, at: 1, received: 1 });
  };
  return {
    one: async () => {
      await record();
      return 1;
    },
    fifty: async () => (await Promise.all(Array.from({ length: 50 }, record))).length,
  };
}

async function benchCommits(store: Store, folder: string): Promise<void> {
  const state = {} as QuizState;
  await store.transact(({ quizzes }) =>
    quizzes.open({ id: 'q', channel: 'c', scope: 's', state, version: 1, live: true }),
  );
  const { one, fifty } = createRecorders(store);
  const sides = { bare: createBare(join(folder, 'bare.sqlite')), one, fifty };
  const found = { bare: [] as number[], one: [] as number[], fifty: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['bare', 'one', 'fifty'] as const) found[side].push(await rate(sides[side]));
  }
  const ratio = (side: 'one' | 'fifty') => {
    const ratios = found[side].map((value, round) => value / (found.bare[round] ?? Number.NaN));
    return median(ratios).toFixed(2);
  };
  const row = (label: string, side: keyof typeof found) =>
    `  ${label.padEnd(36)}${median(found[side]).toFixed(0).padStart(7)}`;
  console.log('answers committed per second (WAL, synchronous=FULL, %d rounds)', rounds);
  console.log(row('bare node:sqlite, two statements', 'bare'));
  console.log('%s = %s x bare (target 0.5)', row('record, one at a time', 'one'), ratio('one'));
  console.log('%s = %s x bare (target 2)', row('record, 50 at once', 'fifty'), ratio('fifty'));
}

/** 1,000,000 answers of 20,000 people in 50 channels of one workspace, and the boards that they make. */
async function fill({ db }: Engine): Promise<void> {
  const numbers = (count: number) =>
    sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1})`;
  await sql`insert into quiz_answers (quiz, no, user_key, name, choice, at, received)
    ${numbers(1_000_000)} select 'q' || (i / 500), i % 500 / 20, 'slack:T1:U' || (i * 7919 % 20000) || '-' || (i % 20), 'Name', i % 4, i, i from n`.execute(
    db,
  );
  const score = sql`'Name', (i * 2654435761) % 50000, 50, 25, 0`;
  for (const period of ['all', '2026-W48', '2026-11']) {
    await sql`insert into scores ${numbers(20_000)} select 'slack:T1', ${period}, 'slack:T1:U' || i, ${score} from n`.execute(
      db,
    );
    await sql`insert into scores ${numbers(20_000)}
      select 'slack:T1:C' || (i % 50), ${period}, 'slack:T1:U' || i, ${score} from n`.execute(db);
  }
  await sql`insert into boards select board, period, count(*) from scores group by board, period`.execute(db);
}

async function benchBoards(engine: Engine, store: Store): Promise<void> {
  await fill(engine);
  let turn = 0;
  const user = () => `slack:T1:U${(turn * 50 * 7919) % 20_000}`;
  const reads = (board: string) => ({
    page: () => store.transact(({ scores }) => scores.page(board, 'all', 0, 10)),
    'page in the middle': () =>
      store.transact(({ scores }) => scores.page(board, 'all', board === 'slack:T1' ? 10_000 : 200, 10)),
    own: () => store.transact(({ scores }) => scores.own(board, 'all', user())),
    count: () => store.transact(({ scores }) => scores.count(board, 'all')),
  });
  console.log('boards with 1,000,000 answers stored, ms, a transaction each (target 1)');
  for (const [board, people] of [
    ['slack:T1:C0', 400],
    ['slack:T1', 20_000],
  ] as const) {
    for (const [name, read] of Object.entries(reads(board))) {
      const times: number[] = [];
      for (turn = 0; turn < 300; turn += 1) {
        const began = performance.now();
        await read();
        times.push(performance.now() - began);
      }
      const label = `${name}, ${people} people`.padEnd(34);
      console.log('  %s median %s  p99 %s', label, median(times).toFixed(3), percentile99(times).toFixed(3));
    }
  }
}

/** Answers one daily question after the other, as `answerDaily` stores them, without and with what is remembered. */
function createAnswering(store: Store) {
  let no = 0;
  const periods = ['all', '2026-11', '2026-W48', '2026-11-25'];
  const answer = async (unit: Unit, user: string) => {
    const given = { user, name: 'Name', choice: 1, correct: no % 3 > 0, at: no };
    await unit.daily.answer('slack:T1:C1', `day ${no}`, given);
    const change = { user, name: 'Name', points: 500, answered: 1, correct: 1, won: 0 };
    await unit.scores.add(['slack:T1:C1', 'slack:T1'], periods, change);
    await unit.scores.addTopic('slack:T1', user, 'topic', true);
    await unit.daily.countStreak('slack:T1:C1', { user, name: 'Name' }, '2026-11-25');
  };
  const remember = (unit: Unit, user: string) =>
    unit.memory.note({
      ...{ user, source: `daily:${no}`, question: `q${no % 300}`, item: `i${no % 7}`, topic: 'topic', level: 'easy' },
      ...{ asked: 'h', choice: 1 },
      correct: no % 3 > 0,
      at: no * 1000,
    });
  const once = (remembers: boolean) => async () => {
    no += 1;
    const user = `slack:T1:U${no % 50}`;
    await store.transact(async (unit) => {
      await answer(unit, user);
      if (remembers) await remember(unit, user);
    });
    return 1;
  };
  return { before: once(false), now: once(true) };
}

async function benchMemory({ db }: Engine, store: Store): Promise<void> {
  const sides = createAnswering(store);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [before, now] = [await rate(sides.before), await rate(sides.now)];
    ratios.push(before / now);
  }
  console.log('an answer with what is remembered = %s x without (target 1.15)', median(ratios).toFixed(2));
  await db.deleteFrom('memory_cards').execute();
  const numbers = sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < 99999)`;
  await sql`insert into memory_cards (learner, question, item, due, stability, difficulty, answered, missed, last)
    ${numbers} select 'slack:U' || (i / 300), 'q' || (i % 300), 'i', i % 977, 3, 5, 1, 0, 0
    from n`.execute(db);
  const times: number[] = [];
  for (let turn = 0; turn < 300; turn += 1) {
    const began = performance.now();
    await store.transact(({ memory }) => memory.due(`slack:T1:U${turn}`, 500, 50));
    times.push(performance.now() - began);
  }
  const [usual, worst] = [median(times).toFixed(3), percentile99(times).toFixed(3)];
  console.log('50 that are due, of 100,000 cards, ms: median %s  p99 %s (target 2)', usual, worst);
}

const folder = await mkdtemp(join(tmpdir(), 'bench-storage-'));
try {
  const engine = await openEngine({ kind: 'sqlite', path: join(folder, 'bot.sqlite') }, silent);
  const store = createStore(engine, 'bench');
  await benchCommits(store, folder);
  await benchBoards(engine, store);
  await benchMemory(engine, store);
  await store.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
