import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBankIndex } from '../../../src/app/bank-index.ts';
import { createLiveQuizzes } from '../../../src/app/quiz/live-quizzes.ts';
import { createRecovery } from '../../../src/app/quiz/recovery.ts';
import { contentDigest } from '../../../src/ops/digest.ts';
import { shipped } from '../../search/bank.ts';
import { silent } from '../../silent.ts';
import { sampleQuiz } from '../../storage/samples.ts';
import { until } from '../../until.ts';
import { rules } from '../../zone-rules.ts';
import { openHouse, standingClock } from '../house.ts';

/** A process that shows signs of life beside another one that has opened a quiz. */
async function besideQuiz() {
  const clock = standingClock(100_000);
  const { store } = await openHouse(clock);
  await store.transact((unit) => unit.quizzes.open(sampleQuiz('q')));
  const counts = { beats: 0, seen: [] as unknown[] };
  const counting = {
    ...store,
    beat: (now: number, heard?: readonly string[]) => {
      counts.beats += 1;
      return store.beat(now, heard);
    },
    transact: async <Result>(work: Parameters<typeof store.transact<Result>>[0]) => {
      const seen = await store.transact(work);
      counts.seen.push(seen);
      return seen;
    },
  };
  const live = createLiveQuizzes({ store: counting, bank: createBankIndex(shipped, contentDigest), clock, rules });
  const recovery = createRecovery({ store: counting, live, clock, log: silent });
  recovery.hurry();
  onTestFinished(() => recovery.stop());
  return { store, counts };
}

describe('signs of life', () => {
  // Everything else takes its real time; only what waits for a time is let go on by the test.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('come often while a quiz runs, whichever process has opened it', async () => {
    const { counts } = await besideQuiz();
    await until(() => expect(counts.beats).toBeGreaterThan(3));
  });

  it('rest when the quiz has gone with its workspace', async () => {
    const { store, counts } = await besideQuiz();
    await store.transact((unit) => unit.people.forgetScope('slack:T1'));
    await until(() => expect(counts.seen.at(-1)).toBe(false));
    const { beats } = counts;
    await vi.advanceTimersByTimeAsync(9000);
    expect(counts.beats).toBe(beats);
  });
});
