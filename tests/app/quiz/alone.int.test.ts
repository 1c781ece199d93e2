import { expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { until as untilSo } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const channel = 'sim:S:C';
const scope = 'sim:S';
const bo = { user: 'sim:S:bo', name: 'Bo' };

const until = <Value>(house: House, look: () => Value | Promise<Value>): Promise<Value> =>
  untilSo(() => {
    house.bot.wake();
    return look();
  });

const live = (house: House) => house.store.transact((unit) => unit.quizzes.liveIn(channel));
const points = async (house: House, board: string) =>
  (await house.store.transact((unit) => unit.scores.page(board, 'all', 0, 9))).map((row) => [row.name, row.points]);

/** Answers question `no` right, each with the whole time left, and goes on when everybody has. */
async function answer(house: House, no: number, people: readonly object[]): Promise<void> {
  const at = await until(house, async () => {
    const phase = (await live(house))?.state.phase;
    if (phase?.kind !== 'asking' || phase.question.kind !== 'posted') throw new Error('No question is open.');
    expect((await live(house))?.state.closed).toHaveLength(no);
    return house.clock.wall();
  });
  const quiz = await live(house);
  for (const who of people) await house.press(`pick:${quiz?.id}:${no}:${quiz?.state.questions[no]?.correct}`, who, at);
  await until(house, async () => expect((await live(house))?.state.closed ?? 'over').not.toHaveLength(no));
  house.clock.set(house.clock.wall() + 5000);
}

const lobby = (house: House, label: string) => {
  const buttons = house.platform.in(channel).flatMap(({ card }) => buttonsOf(card));
  return buttons.findLast((action) => action.label.startsWith(label))?.id ?? '';
};

it('a quiz that somebody plays alone, again and again, brings nothing to the board of all channels', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  for (const round of [1, 2]) {
    await house.command('quiz 2 10s');
    await until(house, () => expect(lobby(house, 'Join')).not.toBe(''));
    await house.press(lobby(house, 'Start now'));
    for (const no of [0, 1]) await answer(house, no, [{}]);
    await until(house, async () => expect(await live(house)).toBeNull());
    expect(await points(house, channel)).toEqual([['Ada', round * 2000]]);
  }
  expect(await points(house, scope)).toEqual([]);
  expect(await house.store.transact((unit) => unit.scores.topicTotals(scope))).toEqual([]);
  const end = house.platform.inThreads(channel).findLast(({ card }) => card.title === 'The quiz is over');
  expect(wordsOf(end?.card ?? { body: [] })).toContain('Played alone: the points count in this channel');
  const me = wordsOf((await house.command('me')).card);
  expect(me).toContain('Points: 4,000, all in this channel (1st place)');
  expect(me).toContain('4,000 points of these you made alone: they are not on the leaderboard of all channels.');
  expect(me).toContain('Quizzes won: 0');
});

it('a quiz counts on the board of all channels from the question on in which a second one plays', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  await house.command('quiz 2 10s');
  await until(house, () => expect(lobby(house, 'Join')).not.toBe(''));
  await house.press(lobby(house, 'Start now'));
  await answer(house, 0, [{}]);
  const quiz = await live(house);
  await house.press(`join:${quiz?.id}`, bo);
  await answer(house, 1, [{}, bo]);
  await until(house, async () => expect(await live(house)).toBeNull());
  expect(await points(house, scope)).toEqual([
    ['Ada', 1000],
    ['Bo', 1000],
  ]);
  expect(await points(house, channel)).toEqual([
    ['Ada', 2000],
    ['Bo', 1000],
  ]);
});
