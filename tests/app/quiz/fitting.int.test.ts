import { expect, it } from 'vitest';
import { openHouse, standingClock } from '../house.ts';

it('asks in a fitting quiz what about 7 in 10 of those who play in the channel will get right', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  await house.store.transact(async ({ memory }) => {
    for (let nth = 0; nth < 15; nth += 1) {
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
  await house.command('quiz 3 fitting', { user: 'sim:S:ada' });
  const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
  const hashes = quiz?.state.questions.map(({ asked }) => asked) ?? [];
  const items = await house.store.transact((unit) => unit.items.find(hashes));
  const levels = hashes.map((hash) => items.get(hash)?.question.level);
  expect(quiz?.state.settings).toMatchObject({ level: 'fitting', count: 3 });
  // The bank of this house has nothing harder.
  expect(levels).toEqual(['medium', 'medium', 'medium']);
});
