import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';

it('closes a question with the very answer that everybody was waiting for', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  const quiz = async () => (await house.store.transact((unit) => unit.quizzes.live()))[0];
  await house.command('quiz 2 30s');
  const id = (await quiz())?.id ?? '';
  for (const user of ['sim:S:ada', 'sim:S:bo']) await house.press(`join:${id}`, { user });
  await house.press(`begin:${id}`);
  await until(async () => expect((await quiz())?.state.phase).toMatchObject({ question: { kind: 'posted' } }));
  await house.press(`pick:${id}:0:0`, { user: 'sim:S:ada' });
  expect((await quiz())?.state.closed).toHaveLength(0);
  await house.press(`pick:${id}:0:1`, { user: 'sim:S:bo' });
  expect((await quiz())?.state.closed).toHaveLength(1);
});
