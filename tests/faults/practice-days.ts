import { setTimeout as pause } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { addDays, localDate } from '../../src/core/schedule/local-date.ts';
import { instantOf } from '../../src/core/schedule/local-time.ts';
import { SimulatedPlatform } from '../simulators/platform/platform.ts';
import { startPostgres } from '../simulators/postgres/server.ts';
import { settled } from '../storage/settled.ts';
import { rules } from '../zone-rules.ts';
import { postgresDatabase } from './database.ts';
import { report } from './ground.ts';
import type { Learner } from './learners.ts';
import { Learners } from './learners.ts';
import type { Answered } from './practice-invariants.ts';
import { countPractice } from './practice-invariants.ts';
import { PracticeProcess } from './practice-process.ts';
import type { Seeded } from './rounds.ts';
import { isLong, rounds, seeded } from './rounds.ts';

/** So many days and people, and about so many kills. */
const [days, people, kills] = isLong ? [90, 200, rounds(1)] : [4, 8, 3];

/** A Monday in September: until December clocks are changed in both halves of the world. */
const start = Date.parse('2026-09-14T00:00:00Z');
const zones = ['Europe/Berlin', 'America/Winnipeg', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland'];
const hours = isLong ? [2, 8, 13, 20] : [8];
const putOffFor = 3 * 3_600_000;

/** Shorter (ms) than anything that is put off. */
const moment = 500;

/** Longest time (ms) from an instant until a kill around it. */
const around = 150;

/** Chance of each day that somebody practises by themselves, or turns on again what they have turned off. */
const shareOfEager = 0.08;
const shareOfReturning = 0.3;

/** A platform that now and then loses an answer, gives none, or has no time. */
function trouble(platform: SimulatedPlatform, chance: Seeded): void {
  platform.fault = () => {
    const draw = chance.next();
    return draw < 0.02 ? 'done-but-lost' : draw < 0.03 ? 'unknown' : draw < 0.04 ? 'later' : null;
  };
}

function peopleOf(chance: Seeded): readonly Learner[] {
  return Array.from({ length: people }, (_, no): Learner => {
    const time = { hour: chance.pick(hours), minute: 0 };
    const skill = chance.between(0.6, 0.95);
    return {
      user: `sim:S:p${no}`,
      zone: zones[no % zones.length] ?? 'UTC',
      time,
      skill,
      periods: [],
      asked: [],
      later: [],
      seen: 0,
    };
  });
}

/** Every instant, in order, at which somebody is to be asked. */
function instantsOf(learners: readonly Learner[], from: number, end: number): number[] {
  const instants = learners.flatMap(({ zone, time }) => {
    const first = localDate(from, zone, rules);
    return Array.from({ length: days + 2 }, (_, day) => instantOf(addDays(first, day), time, zone, rules));
  });
  return [...new Set(instants)].filter((at) => at > from && at <= end).toSorted((one, other) => one - other);
}

/** Asks what falls due, once and in time, over days and kills, from two instances on one PostgreSQL. */
export async function practiseForDays({ onTestFinished }: TestContext): Promise<void> {
  const chance = seeded();
  const server = await startPostgres();
  const url = await server.createDatabase();
  const database = await postgresDatabase(url);
  let ahead = start - Date.now();
  const now = () => Math.round(Date.now() + ahead);
  const clock = { wall: now, steady: now };
  const platform = new SimulatedPlatform(now);
  const bots = ['one', 'two'].map(
    (owner) => new PracticeProcess({ url, owner, messenger: platform.messenger, ahead: () => ahead }),
  );
  onTestFinished(async () => {
    await Promise.all(bots.map((bot) => bot.end()));
    await database.close();
    await server.stop();
  });
  const wake = () => {
    for (const bot of bots) bot.wake();
  };
  /** What is put off for a moment comes before the clock is set on by hours. */
  const comeToRest = async () => {
    for (;;) {
      await settled(database, clock, wake);
      const [row] = await database.read("select count(*) as waiting from outgoings where state = 'waiting'");
      if (Number(row?.['waiting']) === 0) return;
      ahead += moment;
    }
  };
  const learners = peopleOf(chance);
  const acting = new Learners({ bots, platform, database, chance, now });
  for (const bot of bots) await bot.start();
  await Promise.all(learners.map((learner) => acting.begin(learner)));
  trouble(platform, chance);

  const end = start + days * 86_400_000;
  const instants = instantsOf(learners, now(), end);
  const steps = instants.length;
  let killing = Promise.resolve();
  const killOne = async () => {
    await pause(chance.between(0, around));
    const bot = chance.pick(bots);
    await bot.kill();
    await bot.start();
  };
  for (let at = instants.shift(); at !== undefined; at = instants.shift()) {
    if (at > now()) ahead += at - now();
    wake();
    if (chance.next() < kills / steps) killing = killing.then(killOne);
    await comeToRest();
    const eager = learners.filter(() => chance.next() < (shareOfEager * days) / steps);
    await Promise.all(
      learners.map(async (learner) => {
        const cards = await acting.read(learner);
        const before = learner.later.length;
        for (const card of cards) await acting.react(learner, card);
        if (cards.length === 0 && eager.includes(learner))
          await acting.practise(learner, 1 + Math.floor(chance.between(0, 5)));
        const isOff = learner.periods.at(-1)?.until !== null;
        if (isOff && eager.includes(learner) && chance.next() < shareOfReturning) await acting.turnOn(learner);
        const again = learner.later.slice(before).map((when) => when + putOffFor + 1000);
        for (const one of again) instants.push(one);
      }),
    );
    instants.sort((one, other) => one - other);
  }
  await killing;
  await comeToRest();

  const rows = await database.read('select learner, question, item, correct, at from memory_answers');
  const answers = rows.map((row) => ({ ...row, correct: row['correct'] === 1 }) as Answered);
  const told = platform.messages.map(({ where, key, at }) => ({ user: where.slice(1), key, at }));
  const count = countPractice(learners, told, answers, end);
  const { messages, missing, doubled, unwanted, due, inTime } = count;
  const figures = { days: count.days, messages, missing: missing.length, doubled: doubled.length, due, inTime };
  const killed = bots.reduce((all, bot) => all + bot.kills, 0);
  if (isLong)
    report(`daily practice of ${days} days, seed ${chance.seed}`, {
      ...figures,
      answers: answers.length,
      kills: killed,
    });
  const seed = `seed ${chance.seed}`;
  expect({ missing, doubled, unwanted }, seed).toEqual({ missing: [], doubled: [], unwanted: [] });
  expect(bots.flatMap(({ deaths }) => deaths)).toEqual([]);
  expect(count.days, seed).toBeGreaterThan(days);
  expect(inTime / due, seed).toBeGreaterThanOrEqual(0.99);
}
