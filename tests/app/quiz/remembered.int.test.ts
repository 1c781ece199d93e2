import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';

const people = ['sim:S:ada', 'sim:S:bo', 'sim:S:cy'];

it('learns from the answers of a quiz when the question is closed, not before, and from each once', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  const quiz = async () => (await house.store.transact((unit) => unit.quizzes.live()))[0];
  const answers = async () =>
    (await house.database.read('select learner, source, correct from memory_answers order by learner, seq')).map(
      ({ learner, source, correct }) => `${learner} ${source} ${correct}`,
    );
  await house.command('quiz 2 30s');
  const id = (await quiz())?.id ?? '';
  for (const user of people) await house.press(`join:${id}`, { user });
  await house.press(`begin:${id}`);
  await until(async () => expect((await quiz())?.state.phase).toMatchObject({ question: { kind: 'posted' } }));
  const right = (await quiz())?.state.questions[0]?.correct ?? 0;
  const wrong = (right + 1) % 4;
  await house.press(`pick:${id}:0:${right}`, { user: 'sim:S:ada' });
  await house.press(`pick:${id}:0:${wrong}`, { user: 'sim:S:bo' });
  // In the practice of whoever was wrong it would come up as missed.
  expect(await answers()).toEqual([]);
  await house.restart();
  await house.pass(30_000);
  await until(async () => expect((await quiz())?.state.closed).toHaveLength(1));
  const learned = [`sim:ada quiz:${id}:0 1`, `sim:bo quiz:${id}:0 0`];
  expect(await answers()).toEqual(learned);
  await house.restart();
  await house.settled();
  expect(await answers()).toEqual(learned);
  const [card] = await house.store.transact(({ memory }) => memory.cards('sim:S:bo'));
  expect(card).toMatchObject({ answered: 1, missed: 1 });
});
