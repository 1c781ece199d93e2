import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { answerRight, channel, openAt, stands, until } from '../daily/place.ts';
import type { House } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const ada = { user: 'sim:S:ada', name: 'Ada', manages: false };
const alone = { ...ada, channel: 'sim:S:D-ada', direct: true };

const told = (house: House, user = ada.user) => house.platform.in(`@${user}`).map(({ card }) => card);
const words = (house: House) => told(house).map((card) => wordsOf(card));

async function at(house: House, time: string): Promise<void> {
  house.clock.set(Date.parse(time));
  await house.settled();
}

/** A channel whose question comes at 8, answered by Ada on the first day, who wants reminders at 20. */
async function reminded(order = 'daily remind 20:00 Etc/UTC'): Promise<House> {
  const house = await openAt('2026-11-02T07:00:00Z');
  await house.command('daily on 08:00 Etc/UTC');
  await at(house, '2026-11-02T08:00:00Z');
  await stands(house, '2026-11-02');
  await answerRight(house, '2026-11-02', ada);
  await house.command(order, ada);
  return house;
}

describe('a reminder', () => {
  it('comes at its hour to whoever has not answered, once, with the question to be answered there', async () => {
    const house = await reminded();
    await at(house, '2026-11-02T20:00:00Z');
    expect(told(house)).toEqual([]);
    await at(house, '2026-11-03T08:00:00Z');
    await at(house, '2026-11-03T19:59:59Z');
    expect(told(house)).toEqual([]);
    await at(house, '2026-11-03T20:00:00Z');
    expect(words(house)).toEqual([expect.stringContaining('The daily question waits for you')]);
    expect(words(house)[0]).toContain('It was asked in C (see it there), and you have not answered it yet.');
    expect(words(house)[0]).toContain('Your streak there is 1 question; 2 freezes are left to keep it.');
    expect(words(house)[0]).toContain('[Stop these]');
    await at(house, '2026-11-03T23:00:00Z');
    expect(told(house)).toHaveLength(1);
    const option = buttonsOf(told(house)[0] ?? { body: [] })[0]?.id ?? '';
    expect(option).toBe(`remind:pick:2026-11-03:0:${channel}`);
    const verdict = (await house.press(option, alone)).card;
    expect(wordsOf(verdict)).toContain('2 daily questions in a row');
    const answers = await house.store.transact((unit) => unit.daily.answers(channel, '2026-11-03'));
    expect(answers.map(({ user }) => user)).toEqual([ada.user]);
    expect((await house.press(option, alone, house.clock.wall() + 5_000)).card.title).toMatch(/already$/);
  });

  it('is on at 20:00 by the clock of the channel where none is said, and says when it comes, and ends', async () => {
    const house = await reminded('daily remind on');
    const status = wordsOf((await house.command('daily remind', ada)).card);
    expect(status).toContain('When: 20:00 Etc/UTC, on days on which a question waits for you');
    expect(wordsOf((await house.command('daily remind off', ada)).card)).toContain('I remind you no more.');
    await at(house, '2026-11-03T08:00:00Z');
    await at(house, '2026-11-03T20:00:00Z');
    expect(told(house)).toEqual([]);
    expect((await house.command('daily remind off', ada)).card.title).toBe('Reminders are off');
    const asked = await (await openAt('2026-11-02T07:00:00Z')).command('daily remind on', ada);
    expect(asked.card.title).toBe('Which time zone?');
  });

  it('is taken back while it waits, if the question is answered meanwhile', async () => {
    const house = await reminded();
    await at(house, '2026-11-03T08:00:00Z');
    house.platform.fault = () => 'later';
    house.clock.set(Date.parse('2026-11-03T20:00:00Z'));
    await until(house, async () => {
      const kept = await house.store.transact((unit) => unit.reminders.lock(ada.user));
      expect(kept?.asked?.date).toBe('2026-11-03');
    });
    await answerRight(house, '2026-11-03', ada);
    house.platform.fault = () => null;
    await house.pass(60_000);
    expect(told(house)).toEqual([]);
  });

  it('comes once though the bot is stopped and started around its hour, and says which did not come', async () => {
    const house = await reminded();
    await at(house, '2026-11-03T08:00:00Z');
    await house.restart(undefined, {
      meanwhile: async () => house.clock.set(Date.parse('2026-11-03T20:30:00Z')),
    });
    await house.settled();
    expect(told(house)).toHaveLength(1);
    await house.restart();
    await house.settled();
    expect(told(house)).toHaveLength(1);
    await at(house, '2026-11-04T08:00:00Z');
    await house.restart(undefined, {
      meanwhile: async () => house.clock.set(Date.parse('2026-11-05T07:30:00Z')),
    });
    await house.settled();
    await at(house, '2026-11-05T08:00:00Z');
    await at(house, '2026-11-05T20:00:00Z');
    expect(told(house)).toHaveLength(2);
    expect(words(house)[1]).toContain('The reminder of 4 November did not come');
  });

  it('leaves alone who stops it, who takes no direct messages, and who is forgotten', async () => {
    const house = await reminded();
    await at(house, '2026-11-03T08:00:00Z');
    await at(house, '2026-11-03T20:00:00Z');
    expect((await house.press('remind:stop', alone)).card.title).toBe('Reminders are off');
    await at(house, '2026-11-04T08:00:00Z');
    await at(house, '2026-11-04T20:00:00Z');
    expect(told(house)).toHaveLength(1);
    await house.command('daily remind 21:00 Etc/UTC', ada);
    await house.press('forget:yes', ada);
    expect(await house.store.transact((unit) => unit.reminders.lock(ada.user))).toBeNull();
    await at(house, '2026-11-05T08:00:00Z');
    await at(house, '2026-11-05T21:00:00Z');
    expect(told(house)).toHaveLength(1);
    await house.command('daily remind 21:00 Etc/UTC', ada);
    await answerRight(house, '2026-11-05', ada);
    await at(house, '2026-11-06T08:00:00Z');
    house.platform.fault = () => 'forbidden';
    await at(house, '2026-11-06T21:00:00Z');
    house.platform.fault = () => null;
    expect(await house.store.transact((unit) => unit.reminders.lock(ada.user))).toMatchObject({ on: false });
    expect(wordsOf((await house.command('me', ada)).card)).toContain(
      'They come by direct message, and mine was refused',
    );
  });
});
