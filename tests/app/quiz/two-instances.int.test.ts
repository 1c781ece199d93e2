import { describe, expect, it } from 'vitest';
import { createBankIndex } from '../../../src/app/bank-index.ts';
import type { LiveQuizzes } from '../../../src/app/quiz/live-quizzes.ts';
import { createLiveQuizzes } from '../../../src/app/quiz/live-quizzes.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import type { QuizState } from '../../../src/core/quiz/state.ts';
import { contentDigest } from '../../../src/ops/digest.ts';
import { shipped } from '../../search/bank.ts';
import { until } from '../../until.ts';
import { rules } from '../../zone-rules.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';

const start = Date.parse('2026-11-02T09:00:00Z');
const bo = { user: 'sim:S:bo', name: 'Bo' };
const ada = { user: 'sim:S:ada', name: 'Ada' };

type Played = { readonly house: House; readonly other: LiveQuizzes; readonly id: string };

/** A quiz that one instance plays, and what another instance knows of it over the same database. */
async function play(command: string): Promise<Played> {
  const house = await openHouse(standingClock(start));
  const other = createLiveQuizzes({
    store: house.store,
    bank: createBankIndex(shipped, contentDigest),
    clock: house.clock,
    rules,
  });
  await house.command(command, { manages: false });
  const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
  const id = quiz?.id ?? '';
  for (const who of [ada, bo]) await house.press(`join:${id}`, who);
  await house.press(`begin:${id}`, { manages: false });
  return { house, other, id };
}

async function stateOf({ house, id }: Played): Promise<QuizState> {
  const quiz = await house.store.transact((unit) => unit.quizzes.lock(id));
  if (quiz === null) throw new Error('There is no quiz.');
  return quiz.state;
}

const asked = (played: Played, no: number) =>
  until(async () => {
    const state = await stateOf(played);
    expect(state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
    expect(state.closed).toHaveLength(no);
  });

const click = ({ other, id, house }: Played, who: typeof bo, no: number) =>
  other.answer(id, { kind: 'answer', no, ...who, choice: 0, at: house.clock.wall() }, house.clock.steady());

describe('a quiz on two instances', () => {
  it('takes clicks from either, also from one that has not seen the last questions', async () => {
    const played = await play('quiz 3 5s');
    await asked(played, 0);
    expect((await click(played, bo, 0))?.refusal).toBeNull();
    await played.house.pass(5000);
    await played.house.pass(5000);
    await asked(played, 1);
    expect((await click(played, bo, 1))?.refusal).toBeNull();
    const answers = await played.house.store.transact((unit) => unit.quizzes.answers(played.id));
    expect(answers.map(({ no, user }) => [no, user])).toEqual([
      [0, bo.user],
      [1, bo.user],
    ]);
  });

  it('takes one click that reaches both once, and either says that it counts', async () => {
    const played = await play('quiz 2 5s');
    await asked(played, 0);
    const { house, id } = played;
    const [words, outcome] = await Promise.all([house.press(`pick:${id}:0:0`, bo), click(played, bo, 0)]);
    expect(JSON.stringify(words)).toContain('A locked in');
    expect(outcome?.refusal).toBeNull();
    expect((await click(played, bo, 0))?.refusal).toBeNull();
    expect(await house.store.transact((unit) => unit.quizzes.answers(id))).toHaveLength(1);
  });

  it('shows its present state everywhere', async () => {
    const played = await play('quiz 2 5s');
    await asked(played, 0);
    await click(played, bo, 0);
    await played.house.pass(5000);
    expect((await played.other.read(played.id))?.closed).toHaveLength(1);
  });

  it('keeps a reveal that an instance has not seen when that shows how many have answered', async () => {
    const played = await play('quiz 2 5s');
    await asked(played, 0);
    await click(played, bo, 0);
    await played.house.pass(5000);
    await played.other.showProgress(played.id, 0);
    await played.house.pass(1);
    const [question] = played.house.platform.inThreads('sim:S:C');
    expect(buttonsOf(question?.card ?? { body: [] }).filter(({ id }) => id.startsWith('pick:'))).toEqual([]);
  });

  it('closes a question early when everybody has answered, each on another instance', async () => {
    const played = await play('quiz 2 30s');
    await asked(played, 0);
    await click(played, bo, 0);
    await played.house.press(`pick:${played.id}:0:1`, ada);
    await played.other.showProgress(played.id, 0);
    expect((await stateOf(played)).closed).toHaveLength(1);
  });
});
