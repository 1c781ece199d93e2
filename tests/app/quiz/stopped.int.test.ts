import { expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

it('a click that was made before the quiz was stopped and comes after it is told to be too late', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  await house.command('quiz 1 30s');
  const [{ id } = { id: '' }] = await house.store.transact((unit) => unit.quizzes.live());
  const [ada, bo] = ['ada', 'bo'].map((name) => ({ user: `sim:S:${name}`, name }));
  for (const who of [ada, bo]) await house.press(`join:${id}`, who);
  await house.press(`begin:${id}`);
  await until(async () => {
    const quiz = await house.store.transact((unit) => unit.quizzes.lock(id));
    expect(quiz?.state.phase).toMatchObject({ question: { kind: 'posted' } });
  });
  const asked = house.clock.wall();
  await house.press(`pick:${id}:0:0`, ada, asked + 500);
  house.clock.set(asked + 1000);
  await house.press(`stop:${id}:0`, { manages: true }, asked + 1000);
  house.clock.set(asked + 1200);
  expect(wordsOf((await house.press(`pick:${id}:0:1`, bo, asked + 900)).card)).toContain('Too late');
});
