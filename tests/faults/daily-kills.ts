import { setTimeout as pause } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { countDaily } from './daily-invariants.ts';
import { takeSnapshot } from './database.ts';
import { Days, placesOn } from './days.ts';
import { openGround } from './ground.ts';
import { rest, violations } from './invariants.ts';
import { rounds, seeded } from './rounds.ts';
import { badWeather } from './weather.ts';

/** From the start of a bot until the last of its days is due, and how long it lives after `ready` at most, in ms. */
const spread = 2500;
const longestLife = 3000;

/** Posts each date exactly once, killed at random around the post, on platforms that lose answers. */
export async function killAroundPosts(context: TestContext): Promise<void> {
  const ground = await openGround(context);
  const { bot, slack, discord, database, history } = ground;
  const chance = seeded();
  const sites = [slack, discord];
  const days = new Days(
    placesOn([
      [slack, 3],
      [discord, 6],
    ]),
    database,
    history,
  );
  await bot.start();
  await days.setUp();
  let isOver = false;
  const people = days.answer(chance, () => isOver);
  const weather = badWeather(slack, discord, chance);
  for (let kill = 0; kill < rounds(2); kill += 1) {
    await bot.kill();
    await days.comeOn(spread, chance);
    const started = bot.start();
    if (chance.next() < 0.8) await started;
    await pause(chance.between(0, longestLife));
  }
  await bot.kill();
  await bot.start();
  weather.clear();
  await rest(database);
  isOver = true;
  await people;
  await rest(database);
  const { posted, missing, doubled } = countDaily(sites, days.dues);
  const figures = { due: days.dues.length, posted, missing: missing.length, doubled: doubled.length };
  ground.report(`daily questions under kill -9, seed ${chance.seed}`, { ...figures, weather: weather.counts });
  const problems = await violations({ ...ground, sites, bots: [bot], dues: days.dues });
  expect(problems, `seed ${chance.seed}`).toEqual([]);
}

/** Doubles nothing on Slack where it may not look, and rather leaves a date out. */
export async function killWithoutHistory(context: TestContext): Promise<void> {
  const ground = await openGround(context);
  const { bot, slack, database, history } = ground;
  const { workspace } = slack.simulator;
  workspace.scopes = workspace.scopes.filter((scope) => !scope.endsWith('history'));
  const chance = seeded();
  const days = new Days(placesOn([[slack, 8]]), database, history);
  await bot.start();
  await days.setUp();
  const weather = badWeather(slack, ground.discord, chance);
  for (let kill = 0; kill < rounds(1, 0.3); kill += 1) {
    await bot.kill();
    await days.comeOn(spread, chance);
    await bot.start();
    await pause(chance.between(0, longestLife));
  }
  await bot.kill();
  await bot.start();
  weather.clear();
  await rest(database);
  const { posted, missing, doubled } = countDaily([slack], days.dues);
  const { dailyPosts, outgoings } = await takeSnapshot(database);
  const toldOf = outgoings.filter(({ id }) => id.startsWith('daily-unverified:')).length;
  const failed = dailyPosts.filter(({ state }) => state === 'unverified').length;
  ground.report(`daily questions on Slack without the history scope, seed ${chance.seed}`, {
    ...{ due: days.dues.length, posted, missing: missing.length, doubled: doubled.length, failed, toldOf },
    weather: weather.counts,
  });
  expect(doubled, `seed ${chance.seed}`).toEqual([]);
  const kept = new Set(
    dailyPosts.filter(({ state }) => state === 'unverified').map(({ channel, date }) => `${channel} ${date}`),
  );
  // Nothing is left out without a word, nor in another way than by not knowing.
  expect(
    missing.filter(({ channel, date }) => !kept.has(`${channel} ${date}`)),
    `seed ${chance.seed}`,
  ).toEqual([]);
  expect(toldOf).toBe(failed);
  expect(bot.deaths).toEqual([]);
}
