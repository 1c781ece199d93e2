import { describe, expect, it, onTestFinished } from 'vitest';
import { createBankIndex } from '../../../src/app/bank-index.ts';
import { createLiveQuizzes } from '../../../src/app/quiz/live-quizzes.ts';
import { createRecovery } from '../../../src/app/quiz/recovery.ts';
import { sampleQuiz } from '../../storage/samples.ts';
import { until } from '../../until.ts';
import { bank, openHouse, silent, standingClock } from '../house.ts';

/** A process that shows signs of life beside another one that has opened a quiz. */
async function besideQuiz() {
  const clock = standingClock(100_000);
  const { store } = await openHouse(clock);
  await store.transact((unit) => unit.quizzes.open(sampleQuiz('q')));
  const counts = { beats: 0 };
  const counting = {
    ...store,
    beat: (now: number) => {
      counts.beats += 1;
      return store.beat(now);
    },
  };
  const live = createLiveQuizzes({ store: counting, bank: createBankIndex(bank), clock });
  const recovery = createRecovery({ store: counting, live, clock, log: silent });
  recovery.hurry();
  onTestFinished(() => recovery.stop());
  return { store, counts };
}

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('signs of life', () => {
  it('come often while a quiz runs, whichever process has opened it', async () => {
    const { counts } = await besideQuiz();
    await until(() => expect(counts.beats).toBeGreaterThan(3));
  });

  it('rest when the quiz has gone with its workspace', async () => {
    const { store, counts } = await besideQuiz();
    await store.transact((unit) => unit.people.forgetScope('slack:T1'));
    await aWhile();
    const { beats } = counts;
    await aWhile();
    expect(counts.beats).toBe(beats);
  });
});
