import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { until } from '../until.ts';
import type { Database } from './database.ts';
import { Days, placesOn } from './days.ts';
import { openGround } from './ground.ts';
import { rest, violations } from './invariants.ts';
import { playQuiz } from './players.ts';
import { seeded } from './rounds.ts';

type Spoiling = readonly [name: string, statement: string, complaint: RegExp];

/** What a bot with a fault of this kind would have left in its database, and what the checker must say of it. */
const spoilings: readonly Spoiling[] = [
  ['a lost answer', 'delete from quiz_answers where seq = (select min(seq) from quiz_answers)', /^I1: .* was promised/],
  ['a changed answer', 'update quiz_answers set choice = (choice + 1) % 4', /^I1: .* was promised/],
  ['an answer after the close', 'update quiz_answers set at = at + 60000', /^I6: /],
  ['a sum that is off', "update scores set points = points + 1 where period = 'all'", /^I3: /],
  ['a lost daily answer', 'delete from daily_answers', /^I1: .* was told/],
  ['a tally that is off', 'update daily_tallies set answers = answers + 1', /^I6: /],
  ['a schedule that is off', 'update daily_schedules set is_on = 0', /^I1: .* lost its daily/],
  ['a quiz that hangs', 'update quizzes set live = 1', /^I7: /],
  ['an outbox that hangs', "update outgoings set state = 'waiting'", /^I7: /],
  ['a post of nobody', "delete from outgoings where id like '%:question:0'", /^I4: .* nothing that was to be posted/],
];

/** Finds what a faulty bot would have left behind. */
export async function plantFaults(context: TestContext): Promise<void> {
  const ground = await openGround(context);
  const { bot, slack, discord, database, history } = ground;
  const chance = seeded();
  await bot.start();
  const days = new Days(
    placesOn([
      [slack, 1],
      [discord, 1],
    ]),
    database,
    history,
  );
  await days.setUp();
  await bot.kill();
  await days.comeOn(0, chance);
  await bot.start();
  let isOver = false;
  const people = days.answer(chance, () => isOver);
  const game = { count: 1, seconds: 5, thought: 1000, history, chance, isOver: () => false };
  await Promise.all([
    playQuiz({ ...game, site: slack, channel: 'C51', users: ['U511', 'U512'] }),
    playQuiz({ ...game, site: discord, channel: '800000000000000051', users: ['100000000000000511'] }),
  ]);
  isOver = true;
  await people;
  await rest(database);
  await bot.kill();
  const run = { ...ground, sites: [slack, discord], bots: [bot], dues: days.dues };
  expect(await violations(run)).toEqual([]);

  for (const [name, statement, complaint] of spoilings) {
    const found = await violations({ ...run, database: spoilt(database, statement) });
    expect(
      found.some((each) => complaint.test(each)),
      `${name}: ${found.join('\n')}`,
    ).toBe(true);
  }
  const [first] = slack.simulator.workspace.messages;
  if (first === undefined) throw new Error('Slack has no message.');
  const twin = { ...first, ts: `${first.ts}1` };
  slack.simulator.workspace.messages.push(twin);
  const strange = [...days.dues, { channel: 'slack:T1:C01', date: '2099-01-01' }];
  await until(() => expect(slack.messages(twin.channel).map(({ id }) => id)).toContain(twin.ts));
  const doubled = await violations({ ...run, dues: strange });
  expect(
    doubled.some((each) => /^I4: .* stands twice/.test(each)),
    doubled.join('\n'),
  ).toBe(true);
  expect(
    doubled.some((each) => /^I4: .* has no question of 2099/.test(each)),
    doubled.join('\n'),
  ).toBe(true);
  bot.deaths.push('unhandled');
  bot.output += slack.simulator.botToken;
  const loud = await violations(run);
  expect(loud.map((each) => each.slice(0, 2))).toEqual(expect.arrayContaining(['I8', 'I9']));
}

/** The same database as it would be after a statement that is undone again. */
function spoilt(database: Database, statement: string): Database {
  return { ...database, read: (query) => database.readAfter(statement, query) };
}
