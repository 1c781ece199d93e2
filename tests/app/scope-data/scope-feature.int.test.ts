import { expect, it } from 'vitest';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const start = Date.UTC(2026, 10, 25, 9);
const boss = { user: 'sim:S:boss', name: 'Boss', governs: true } as const;
const other = { scope: 'sim:T', channel: 'sim:T:C', user: 'sim:T:ada', name: 'Ada', governs: true } as const;

async function played() {
  const house = await openHouse(standingClock(start));
  for (const who of [{}, other]) {
    await house.command('daily on 10:30 Europe/Berlin', who);
    await house.command('practice 1', who);
    const session = await house.store.transact((unit) => unit.practice.lock(who === other ? other.user : 'sim:S:ada'));
    await house.press(`session:${session?.id}:pick:0:1`, who);
  }
  await house.settled();
  return house;
}

it('gives those who govern a workspace what is kept for it, without what is somebody’s alone', async () => {
  const house = await played();
  expect(wordsOf((await house.command('workspace export')).card)).toContain('for those who run all of this place');
  const { audience, card } = await house.command('workspace export', boss);
  expect(audience).toBe('asker');
  const { scope, stored } = JSON.parse(card.file?.text ?? '{}');
  expect(scope).toBe('sim:S');
  expect(stored.daily_schedules).toMatchObject([{ channel: 'sim:S:C', settings: { zone: 'Europe/Berlin' } }]);
  expect(stored.memory_answers).toBeUndefined();
  expect(card.file?.text).not.toContain('sim:T');
  expect(card.file?.text).not.toMatch(/token/i);
});

it('deletes all of it after a press, and nothing of another; the bot goes on', async () => {
  const house = await played();
  const asked = wordsOf((await house.command('server forget', boss)).card);
  expect(asked).toContain('1 daily question');
  expect(asked).toContain('1 answer');
  expect(wordsOf((await house.press('scope:forget')).card)).toContain('for those who run all of this place');
  const rows = (scope: string) => house.store.transact((unit) => unit.people.rowsOfScope(scope, true));
  const count = async (scope: string) => Object.values(await rows(scope)).flat().length;
  const before = await count('sim:T');
  expect(wordsOf((await house.press('scope:forget', boss)).card)).toContain('Nothing is kept of this place any more');
  expect([await count('sim:S'), await count('sim:T')]).toEqual([0, before]);
  await house.pass(3_600_000);
  expect(house.platform.in('sim:S:C').filter(({ card }) => wordsOf(card).includes('Daily question'))).toEqual([]);
  expect(house.platform.in('sim:T:C').filter(({ card }) => wordsOf(card).includes('Daily question'))).toHaveLength(1);
  expect(wordsOf((await house.command('daily on 11:00 Europe/Berlin')).card)).toMatch(/Daily question|daily question/);
});

it('is a look-up with any other words', async () => {
  const house = await openHouse(standingClock(start));
  expect(wordsOf((await house.command('workspace', boss)).card)).not.toContain('this place');
  expect(wordsOf((await house.command('server forget everything now', boss)).card)).not.toContain('this place');
});
