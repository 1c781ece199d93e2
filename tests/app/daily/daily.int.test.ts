import { describe, expect, it } from 'vitest';
import { bank } from '../../search/bank.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { given } from './given.ts';
import { at, channel, day, instant, posts } from './place.ts';

/** Nothing runs before that instant. */
const downUntil = (time: string) => (house: House) => {
  house.clock.set(instant(time));
  return house.restart();
};

describe('the daily question', () => {
  it('comes at the local time of the channel, on the chosen days, through a change of the clocks', () =>
    given('2026-10-23T06:00:00Z', 'daily on 09:00 Europe/Berlin weekdays')
      .thenSaid('The daily question is on', '09:00 Europe/Berlin, Monday to Friday')
      .when('2026-10-23T06:59:59Z')
      .thenNothingHappens()
      .when('2026-10-23T07:00:00Z')
      .thenPosted('23 October')
      // The weekend is left out; on Sunday the clocks are put back, so Monday's 09:00 is an hour later.
      .when('2026-10-26T07:30:00Z')
      .thenNothingHappens()
      .when('2026-10-26T08:00:00Z')
      .thenPosted('23 October', '26 October')
      .over());

  it('comes late within six hours after downtime, and is left out after that', () =>
    given('2026-11-02T07:00:00Z', 'daily on 08:00 Etc/UTC')
      .when(downUntil('2026-11-02T13:00:00Z'), '2026-11-02T13:00:01Z')
      .thenPosted('2 November')
      // Down for three days: those dates are gone, and nothing is made up for.
      .when(downUntil('2026-11-05T20:00:00Z'), '2026-11-05T20:00:01Z')
      .thenNothingHappens()
      .when('2026-11-06T08:00:00Z')
      .thenPosted('2 November', '6 November')
      .over());

  it('comes once for a date when the clock is set back, when it is set up again, and when a restart comes between', () =>
    given('2026-11-02T07:00:00Z', 'daily on 08:00 Etc/UTC')
      .when('2026-11-02T08:00:00Z')
      .thenPosted('2 November')
      .when('2026-11-02T06:00:00Z', (house) => house.restart(), '2026-11-02T08:00:00Z')
      .thenNothingHappens()
      .when('daily on 18:00 Etc/UTC', '2026-11-02T18:00:00Z')
      .thenNothingHappens()
      .when('2026-11-03T18:00:00Z')
      .thenPosted('2 November', '3 November')
      .over());

  it('asks every question of the pool before one comes again, also when the bank changes', async () => {
    const some = bank.slice(0, 6);
    const house = await openHouse(standingClock(instant('2026-11-01T07:00:00Z')), some.slice(0, 4));
    await house.command('daily on 08:00 Etc/UTC');
    const asked: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      if (count === 2) await house.restart(some);
      await at(house, instant('2026-11-01T08:00:00Z') + count * day);
      const history = await house.store.transact((unit) => unit.daily.history(channel));
      asked.push(history.at(-1)?.question ?? '');
    }
    expect(new Set(asked.slice(0, 6)).size).toBe(6);
    expect(posts(house)).toHaveLength(8);
  });

  it.each(['forbidden', 'gone'] as const)(
    'is turned off when the channel is %s, and who set it up is told once',
    async (fault) => {
      const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
      await house.command('daily on 08:00 Etc/UTC');
      house.platform.fault = (call, key) => (call === 'post' && !key.startsWith('daily-off') ? fault : null);
      await at(house, '2026-11-02T08:00:00Z');
      await at(house, '2026-11-03T08:00:00Z');
      expect(posts(house)).toHaveLength(0);
      const told = house.platform.messages.filter(({ where }) => where === '@sim:S:ada');
      expect(told.map(({ card }) => card.title)).toEqual(['A daily question was turned off']);
      expect((await house.command('daily status')).card.title).toBe('The daily question is off');
    },
  );

  it('opens a thread under the post where that was wished for', async () => {
    const house = await given('2026-11-02T07:00:00Z', 'daily on 08:00 Etc/UTC thread')
      .when('2026-11-02T08:00:00Z')
      .thenPosted('2 November')
      .over();
    expect([...house.platform.threads]).toEqual([posts(house)[0]?.message]);
  });
});
