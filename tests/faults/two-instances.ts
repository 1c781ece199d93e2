import { setTimeout as pause } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { countDaily } from './daily-invariants.ts';
import { Days, placesOn } from './days.ts';
import { openSharedGround } from './ground.ts';
import { rest, violations } from './invariants.ts';
import { playQuiz, within } from './players.ts';
import { isLong, rounds, seeded } from './rounds.ts';

/** Days wanted, and so much time (ms) for those of a round to come. */
const channelDays = rounds(10, 5);
const spread = isLong ? 2000 : 800;

/** A killed instance is dead for so long at most, ms; and so late at most comes what is delivered a second time. */
const longestDeath = 1000;
const latest = 2000;

/** Posts each date once from two instances on one PostgreSQL, one of them killed now and then. */
export async function shareDatabase(context: TestContext): Promise<void> {
  const ground = await openSharedGround(2, context);
  const { bots, slack, discord, database, history } = ground;
  const chance = seeded();
  const sites = [slack, discord];
  for (const site of sites) site.repeatAfter = () => chance.between(0, latest);
  const days = new Days(
    placesOn(
      isLong
        ? [
            [slack, 6],
            [discord, 14],
          ]
        : [
            [slack, 2],
            [discord, 4],
          ],
    ),
    database,
    history,
  );
  await Promise.all(bots.map((bot) => bot.start()));
  await days.setUp();
  let isOver = false;
  const people = days.answer(chance, () => isOver);
  const kill = async () => {
    while (!isOver) {
      await within(chance.between(300, 3000), () => isOver || undefined);
      const bot = chance.pick(bots);
      await bot.kill();
      await pause(chance.between(0, longestDeath));
      await bot.start();
    }
  };
  const killing = kill();
  let played = 0;
  const game = { count: 2, seconds: 5, thought: 2000, history, chance, isOver: () => isOver };
  const tables = [
    { ...game, site: slack, channel: 'C51', users: ['U511', 'U512', 'U513', 'U514'] },
    { ...game, site: discord, channel: '800000000000000051', users: ['100000000000000511', '100000000000000512'] },
  ].map(async (table) => {
    do {
      if ((await playQuiz(table)) !== '') played += 1;
    } while (!isOver && isLong);
  });
  while (days.dues.length < channelDays) {
    await days.comeOn(spread, chance);
    await pause(spread);
  }
  if (!isLong) await Promise.all(tables);
  isOver = true;
  await Promise.all([killing, people, ...tables]);
  await rest(database);
  const { posted, missing, doubled } = countDaily(sites, days.dues);
  const figures = { due: days.dues.length, posted, missing: missing.length, doubled: doubled.length, played };
  ground.report(`two instances on one PostgreSQL, seed ${chance.seed}`, figures);
  expect(await violations({ ...ground, sites, bots, dues: days.dues }), `seed ${chance.seed}`).toEqual([]);
}
