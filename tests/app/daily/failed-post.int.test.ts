import { describe, expect, it } from 'vitest';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';

const channel = 'sim:S:C';
const instant = (text: string) => Date.parse(text);

/** Sets the clock and waits until everything that is due then has been done. */
async function at(house: House, time: string): Promise<void> {
  house.clock.set(instant(time));
  await house.settled();
}

const posts = (house: House) => house.platform.questionsIn(channel);
const keys = (house: House) => posts(house).map(({ key }) => key.split(':').at(-1));
const told = (house: House) => house.platform.messages.filter(({ where }) => where.startsWith('@'));
const nextOf = async (house: House) =>
  (await house.store.transact((unit) => unit.daily.schedule(channel)))?.nextDate ?? null;

describe('a daily question that could not be posted', () => {
  it('can be asked for at once when that is mended', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    house.platform.fault = () => 'forbidden';
    await house.command('daily now');
    await at(house, '2026-11-02T07:01:00Z');
    house.platform.fault = () => null;
    await house.command('daily now');
    await at(house, '2026-11-02T07:02:00Z');
    expect(keys(house)).toEqual(['2026-11-02c']);
  });

  it('does not spend the date for which another is promised', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    house.platform.fault = (call) => (call === 'post' ? 'forbidden' : null);
    await at(house, '2026-11-02T08:00:00Z');
    house.platform.fault = () => null;
    await house.command('daily on 09:00 Etc/UTC');
    const promised = await nextOf(house);
    await at(house, `${promised}T09:00:00Z`);
    expect(keys(house)).toEqual([promised]);
  });

  it('is told each time to whoever set it up', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    house.platform.fault = (call, key) => (call === 'post' && key.startsWith('daily:') ? 'forbidden' : null);
    for (const minute of ['01', '03']) {
      await house.command('daily on 08:00 Etc/UTC');
      await house.command('daily now');
      await at(house, `2026-11-02T07:${minute}:00Z`);
    }
    expect(told(house).map(({ where }) => where)).toEqual(['@sim:S:ada', '@sim:S:ada']);
  });
});

describe('a streak', () => {
  const own = async (house: House) =>
    (await house.store.transact((unit) => unit.daily.streak(channel, 'sim:S:ada')))?.current;

  it('is over when a question was let pass', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    await at(house, '2026-11-02T08:00:00Z');
    await house.press('daily:2026-11-02:0');
    await at(house, '2026-11-03T08:00:00Z');
    expect(await own(house)).toBe(1);
    await at(house, '2026-11-04T08:00:00Z');
    expect(await own(house)).toBe(0);
  });

  it('is kept by the question of the day that counts, whatever else is answered before or after', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    await at(house, '2026-11-02T08:00:00Z');
    await house.command('daily now');
    await at(house, '2026-11-02T09:00:00Z');
    await house.press('daily:2026-11-02-1:0');
    expect(await own(house)).toBeUndefined();
    await house.press('daily:2026-11-02:0');
    expect(await own(house)).toBe(1);
    const longest = await house.store.transact((unit) => unit.daily.longestStreaks(channel, '2026-11-02', 3));
    expect(longest.map(({ user }) => user)).toEqual(['sim:S:ada']);
  });
});
