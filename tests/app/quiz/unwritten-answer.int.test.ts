import { expect, it } from 'vitest';
import { createBankIndex } from '../../../src/app/bank-index.ts';
import { createLiveQuizzes } from '../../../src/app/quiz/live-quizzes.ts';
import { contentDigest } from '../../../src/ops/digest.ts';
import { roundTrips } from '../../round-trip.ts';
import { shipped } from '../../search/bank.ts';
import { until } from '../../until.ts';
import { rules } from '../../zone-rules.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';

const start = Date.parse('2026-11-02T09:00:00Z');
const ada = { user: 'sim:S:ada', name: 'Ada' };
const bo = { user: 'sim:S:bo', name: 'Bo' };

/** A question that is asked, and an instance whose first answer is on its way to the database until it is let go. */
async function slowToWrite(house: House, write: 'written' | 'lost') {
  await house.command('quiz 2 30s');
  const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
  const id = quiz?.id ?? '';
  for (const who of [ada, bo]) await house.press(`join:${id}`, who);
  await house.press(`begin:${id}`);
  await until(async () => {
    const running = await house.store.transact((unit) => unit.quizzes.lock(id));
    expect(running?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
  });
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  let writes = 0;
  const record: typeof house.store.answers.record = async (...given) => {
    writes += 1;
    if (writes > 1) return house.store.answers.record(...given);
    await promise;
    if (write === 'lost') throw new Error('The database is away.');
    return house.store.answers.record(...given);
  };
  const store = { ...house.store, answers: { ...house.store.answers, record } };
  const live = createLiveQuizzes({ store, bank: createBankIndex(shipped, contentDigest), clock: house.clock, rules });
  const press = (choice: 0 | 1) =>
    live.answer(id, { kind: 'answer', no: 0, ...ada, choice, at: start }, house.clock.steady());
  const kept = async () => (await house.store.transact((unit) => unit.quizzes.answers(id))).map(({ choice }) => choice);
  return { press, letGo, kept };
}

it('nobody is told of an earlier answer of theirs before that is durable', async () => {
  const { press, letGo, kept } = await slowToWrite(await openHouse(standingClock(start)), 'written');
  const first = press(0);
  let isTold = false;
  const again = press(1).finally(() => {
    isTold = true;
  });
  await roundTrips();
  expect(isTold).toBe(false);
  letGo();
  expect((await first)?.refusal).toBeNull();
  expect((await again)?.refusal).toEqual({ kind: 'already-answered', choice: 0 });
  expect(await kept()).toEqual([0]);
});

it('an answer counts that comes after one which was lost on its way to the database', async () => {
  const { press, letGo, kept } = await slowToWrite(await openHouse(standingClock(start)), 'lost');
  const first = press(0);
  const again = press(1);
  letGo();
  await expect(first).rejects.toThrow('away');
  expect((await again)?.refusal).toBeNull();
  expect(await kept()).toEqual([1]);
});
