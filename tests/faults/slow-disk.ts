import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { takeSnapshot } from './database.ts';
import { Days, placesOn } from './days.ts';
import { openGround } from './ground.ts';
import { toldBy } from './history.ts';
import { rest, violations } from './invariants.ts';
import { playQuiz } from './players.ts';
import { rounds, seeded } from './rounds.ts';

/** Time to answer, in seconds. */
const seconds = 5;

/** Keeps every answer in time, and every day, on a disk that takes its time over each commit and stalls now and then. */
export async function playOnSlowDisk(context: TestContext): Promise<void> {
  const ground = await openGround(context, ['./tests/faults/slow-disk.cjs']);
  const { bot, history, slack, discord, database } = ground;
  const chance = seeded();
  await bot.start();
  const days = new Days(
    placesOn([
      [slack, 2],
      [discord, 2],
    ]),
    database,
    history,
  );
  await days.setUp();
  await days.comeOn(3000, chance);
  let isOver = false;
  const people = days.answer(chance, () => isOver);
  const tables = [
    { site: slack, channel: 'C41', prefix: 'U4' },
    { site: discord, channel: '800000000000000041', prefix: '10000000000000040' },
  ].map(async ({ prefix, ...place }) => {
    const users = Array.from({ length: 12 }, (_, no) => `${prefix}${10 + no}`);
    // All answer at almost the same moment.
    const game = { ...place, users, count: 3, seconds, thought: 300, history, chance, isOver: () => isOver };
    for (let quiz = 0; quiz < rounds(1, 0.1); quiz += 1) expect(await playQuiz(game)).not.toBe('');
  });
  await Promise.all(tables);
  isOver = true;
  await people;
  await rest(database);
  const presses = history.presses.filter(({ question }) => question.startsWith('pick:'));
  const { quizzes } = await takeSnapshot(database);
  const endOf = (question: string) => {
    const [, id, no] = question.split(':');
    const closed = quizzes.find((quiz) => quiz.id === id)?.state.closed[Number(no)];
    return closed?.kind === 'played' ? closed.round.openedAt + seconds * 1000 : 0;
  };
  // On a busy machine these people may be too late themselves.
  const late = presses.filter((press) => toldBy(press).kind === 'too-late' && press.at < endOf(press.question));
  ground.report(`a slow disk, seed ${chance.seed}`, { answers: presses.length, late: late.length });
  expect(late, `seed ${chance.seed}`).toEqual([]);
  const problems = await violations({ ...ground, sites: [slack, discord], bots: [bot], dues: days.dues });
  expect(problems, `seed ${chance.seed}`).toEqual([]);
}
