import { setTimeout as pause } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { Days, placesOn } from './days.ts';
import { openGround } from './ground.ts';
import { rest, violations } from './invariants.ts';
import { playQuiz } from './players.ts';
import { isLong, rounds, seeded } from './rounds.ts';
import type { Weather } from './weather.ts';
import { badWeather } from './weather.ts';

/** Ms: how long a platform is dead; how late the second delivery of a click comes at most; how long bad weather lasts. */
const deadFor = isLong ? 30_000 : 2000;
const latest = 1500;
const stormFor = isLong ? 20_000 : 3000;

/** Loses and doubles nothing through 429, 500, time-outs and a dead platform, with every click doubled. */
export async function troublePlatforms(context: TestContext): Promise<void> {
  const ground = await openGround(context);
  const { bot, slack, discord, database, history } = ground;
  const chance = seeded();
  const sites = [slack, discord];
  for (const site of sites) site.repeatAfter = () => chance.between(0, latest);
  const weathers: Weather[] = [];
  await bot.start();
  const days = new Days(
    placesOn([
      [slack, 2],
      [discord, 4],
    ]),
    database,
    history,
  );
  await days.setUp();
  let isOver = false;
  let played = 0;
  const people = days.answer(chance, () => isOver);
  const game = {
    count: isLong ? 4 : 2,
    seconds: isLong ? 10 : 5,
    thought: 2000,
    history,
    chance,
    isOver: () => isOver,
  };
  const tables = [
    { ...game, site: slack, channel: 'C51', users: ['U511', 'U512', 'U513'] },
    { ...game, site: discord, channel: '800000000000000051', users: ['100000000000000511', '100000000000000512'] },
  ].map(async (table) => {
    do {
      if ((await playQuiz(table)) !== '') played += 1;
    } while (!isOver);
  });
  for (let round = 0; round < rounds(1, 0.05); round += 1) {
    await bot.kill();
    await days.comeOn(stormFor, chance);
    await bot.start();
    const weather = badWeather(slack, discord, chance);
    weathers.push(weather);
    await pause(stormFor);
    weather.die();
    await pause(deadFor);
    weather.clear();
    await pause(isLong ? 5000 : 500);
  }
  isOver = true;
  await Promise.all([...tables, people]);
  await rest(database);
  const early = weathers.flatMap(({ waits }) => waits.early);
  const limited = weathers.reduce((sum, { waits }) => sum + waits.limited, 0);
  const figures = { played, due: days.dues.length, limited, early: early.length };
  ground.report(`platform trouble, seed ${chance.seed}`, {
    ...figures,
    weather: weathers.map(({ counts }) => counts),
  });
  const problems = await violations({ ...ground, sites, bots: [bot], dues: days.dues });
  expect([...problems, ...early], `seed ${chance.seed}`).toEqual([]);
}
