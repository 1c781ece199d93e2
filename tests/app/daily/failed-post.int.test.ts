import { describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

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
    await house.settled();
    await at(house, '2026-11-02T07:01:00Z');
    house.platform.fault = () => null;
    await house.command('daily now');
    await house.settled();
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

describe('a daily question while the platform does not take what the bot sends', () => {
  const today = '2026-11-02';

  async function due(): Promise<House> {
    const house = await openHouse(standingClock(instant(`${today}T07:00:00Z`)));
    await house.command('daily on 08:00 Etc/UTC');
    await house.settled();
    house.platform.fault = () => 'own';
    await at(house, `${today}T08:00:00Z`);
    return house;
  }

  it('is posted once it does, and nothing was turned off', async () => {
    const house = await due();
    expect(keys(house)).toEqual([]);
    house.platform.fault = () => null;
    await at(house, `${today}T08:02:00Z`);
    expect(keys(house)).toEqual([today]);
    expect(await nextOf(house)).toBe('2026-11-03');
    expect(told(house)).toEqual([]);
  });

  it('that came late is told to who set it up', async () => {
    const house = await due();
    house.clock.set(instant(`${today}T08:29:00Z`));
    await house.settled();
    house.platform.fault = () => null;
    await at(house, `${today}T08:30:00Z`);
    expect(keys(house)).toEqual([today]);
    await until(() => expect(told(house).map(({ card }) => card.title)).toEqual([expect.stringMatching(/came late$/)]));
  });

  it('is left out after six hours, told to who set it up, and comes again the next day', async () => {
    const house = await due();
    await at(house, `${today}T14:01:00Z`);
    house.platform.fault = () => null;
    await at(house, `${today}T14:05:00Z`);
    expect(keys(house)).toEqual([]);
    await until(() =>
      expect(told(house).map(({ card }) => card.title)).toEqual([expect.stringMatching(/was left out$/)]),
    );
    await at(house, '2026-11-03T08:00:00Z');
    expect(keys(house)).toEqual(['2026-11-03']);
  });

  it('is told likewise when the bot was not running at its time', async () => {
    const house = await openHouse(standingClock(instant(`${today}T07:00:00Z`)));
    await house.command('daily on 08:00 Etc/UTC');
    await house.settled();
    await house.restart(undefined, { meanwhile: async () => house.clock.set(instant(`${today}T15:00:00Z`)) });
    await house.settled();
    expect(keys(house)).toEqual([]);
    await until(() =>
      expect(told(house).map(({ card }) => wordsOf(card))).toEqual([expect.stringMatching(/not running/)]),
    );
  });
});

describe('a streak', () => {
  const own = async (house: House) =>
    (await house.store.transact((unit) => unit.daily.streak(channel, 'sim:S:ada')))?.current;

  it('is over when three questions of a month were let pass', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    await at(house, '2026-11-02T08:00:00Z');
    await house.press('daily:2026-11-02:0');
    await at(house, '2026-11-03T08:00:00Z');
    expect(await own(house)).toBe(1);
    for (const date of ['2026-11-04', '2026-11-05']) {
      await at(house, `${date}T08:00:00Z`);
      expect(await own(house)).toBe(1);
    }
    await at(house, '2026-11-06T08:00:00Z');
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
    const longest = await house.store.transact((unit) => unit.daily.longestStreaks(channel, 3));
    expect(longest.map(({ user }) => user)).toEqual(['sim:S:ada']);
  });
});
