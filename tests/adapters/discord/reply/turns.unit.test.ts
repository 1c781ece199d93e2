import { expect, it } from 'vitest';
import { createTurns } from '../../../../src/adapters/discord/reply/turns.ts';

it('so much is under way at once, and the rest follows in its order, also after a failure', async () => {
  const { take, isFull } = createTurns(2);
  const begun: number[] = [];
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const works = gates.map(({ promise }, no) =>
    take(async () => {
      begun.push(no);
      await promise;
    }),
  );
  expect([begun, isFull()]).toEqual([[0, 1], true]);
  gates[1]?.reject(new Error('It failed.'));
  await expect(works[1]).rejects.toThrow('It failed.');
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  expect(isFull()).toBe(true);
  for (const { resolve } of gates) resolve();
  await Promise.allSettled(works);
  expect([begun, isFull()]).toEqual([[0, 1, 2, 3], false]);
});
