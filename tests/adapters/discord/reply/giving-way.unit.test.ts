import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createGivingWay } from '../../../../src/adapters/discord/reply/giving-way.ts';

it('work begins one after the other, each in a turn of its own', async () => {
  const giveWay = createGivingWay(() => false);
  const begun: number[] = [];
  const works = [0, 1, 2].map(async (no) => {
    await giveWay();
    begun.push(no);
  });
  await turn();
  expect(begun.length).toBeLessThan(3);
  await Promise.all(works);
  expect(begun).toEqual([0, 1, 2]);
});

it('work waits as long as there is something more urgent', async () => {
  let isBusy = true;
  const giveWay = createGivingWay(() => isBusy);
  const begun: string[] = [];
  const work = giveWay().then(() => begun.push('work'));
  await turn();
  await turn();
  begun.push('urgent');
  isBusy = false;
  await work;
  expect(begun).toEqual(['urgent', 'work']);
});

it('work is not put off for ever', async () => {
  await createGivingWay(() => true)();
});
