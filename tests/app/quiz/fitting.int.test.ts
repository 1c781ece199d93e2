import { expect, it } from 'vitest';
import { expectedShare } from '../../../src/core/memory/rating.ts';
import { openHouse, standingClock } from '../house.ts';

it('asks in a fitting quiz what about 7 in 10 of those who play in the channel will get right', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  const strong = { strength: 2.2, answers: 60 };
  await house.store.transact(async ({ memory }) => {
    for (let nth = 0; nth < 60; nth += 1) {
      const item = {
        question: `gone-${nth}`,
        item: 'i',
        asked: null,
        choice: null,
        topic: 't',
        level: 'hard' as const,
      };
      await memory.note({ ...item, user: 'sim:S:ada', source: `s${nth}`, correct: true, at: nth });
    }
  });
  const [ada = strong] = await house.store.transact(({ memory }) => memory.strengths(['sim:S:ada']));
  expect(expectedShare(ada, { difficulty: 1, answers: 0 })).toBeGreaterThan(0.7);
  const levelsOf = async (order: string) => {
    await house.command(order, { user: 'sim:S:ada' });
    const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
    const hashes = quiz?.state.questions.map(({ asked }) => asked) ?? [];
    const items = await house.store.transact((unit) => unit.items.find(hashes));
    return { quiz, levels: hashes.map((hash) => items.get(hash)?.question.level) };
  };
  const { quiz, levels } = await levelsOf('quiz 3 fitting');
  expect(quiz?.state.settings).toMatchObject({ level: 'fitting', count: 3 });
  expect(levels).toEqual(['hard', 'hard', 'hard']);
});
