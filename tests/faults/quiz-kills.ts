import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { openGround } from './ground.ts';
import { rest, violations } from './invariants.ts';
import { killAgainAndAgain } from './killing.ts';
import { playQuiz } from './players.ts';
import { isLong, rounds, seeded } from './rounds.ts';

/** Loses no answer and asks nothing twice when it is killed in the middle of quizzes. */
export async function killQuizzes(context: TestContext): Promise<void> {
  const ground = await openGround(context);
  const { bot, history, slack, discord, database } = ground;
  const chance = seeded();
  await bot.start();
  let isOver = false;
  let played = 0;
  const tables = [...Array(isLong ? 6 : 4).keys()].map(async (table) => {
    const [site, prefix] = table % 2 === 0 ? [slack, 'U'] : [discord, '1000000000000000'];
    const users = Array.from({ length: 5 + 3 * table }, (_, no) => `${prefix}${table + 1}${`${no}`.padStart(2, '0')}`);
    const channel = site.platform === 'slack' ? `C0${table}` : `80000000000000002${table}`;
    const game = { site, channel, users, count: isLong ? 3 : 2, seconds: 5, thought: 3000, history, chance };
    do {
      if ((await playQuiz({ ...game, isOver: () => isOver })) !== '') played += 1;
    } while (!isOver);
  });
  await killAgainAndAgain(bot, rounds(3), chance);
  isOver = true;
  await Promise.all(tables);
  await rest(database);
  const problems = await violations({ ...ground, sites: [slack, discord], bots: [bot], dues: [] });
  ground.report(`quizzes under kill -9, seed ${chance.seed}`, { played });
  expect(problems, `seed ${chance.seed}`).toEqual([]);
}
