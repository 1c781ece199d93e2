import { expect, it } from 'vitest';
import { bank } from '../../search/bank.ts';
import { openHouse, standingClock } from '../house.ts';

const [first, second] = bank;

it('how people answered is told of items that ten people have answered, the hardest first, and read once a minute', async () => {
  const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
  const answer = (no: number, question = first, correct = true) =>
    house.store.transact(({ memory }) =>
      memory.note({
        ...{ user: `sim:S:${no}`, source: `s${question?.id}`, at: 1, asked: null, choice: correct ? 0 : 1, correct },
        ...{
          question: question?.id ?? '',
          item: question?.items[0]?.id ?? '',
          topic: 'vision',
          level: 'easy' as const,
        },
      }),
    );
  const told = async () =>
    (await house.bot.statistics()).map(({ question, right, answers }) => [question.id, right, answers]);
  for (let no = 0; no < 10; no += 1) await answer(no);
  for (let no = 0; no < 9; no += 1) await answer(no, second, no % 2 === 0);
  expect(await told()).toEqual([[first?.id, 10, 10]]);
  await answer(9, second, false);
  expect(await told()).toHaveLength(1);
  house.clock.set(house.clock.wall() + 60_000);
  expect(await told()).toEqual([
    [second?.id, 5, 10],
    [first?.id, 10, 10],
  ]);
});
