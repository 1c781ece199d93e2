import { describe, expect, it } from 'vitest';
import { createConnection } from '../../../src/app/connection.ts';
import { silent } from '../../silent.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { ada, asked, bo, button, lobby, open, pick, questions, right, start, thread } from './played.ts';

const trouble = { problem: 'There is no connection.', cure: 'Wait.' };
const lose = (house: House, part = 'sim:S') => house.reports.lost(part, trouble);

/** A quiz of questions of 10 seconds with Ada and Bo, whose first is asked. */
async function playing(count = 3): Promise<House> {
  const house = await openHouse(standingClock(start));
  house.reports.heard('sim:S');
  await open(`quiz ${count} 10s`, house);
  await house.press(button(lobby(house), 'Join'), bo);
  await house.press(button(lobby(house), 'Start now'), ada);
  await asked(house, 0);
  return house;
}

const state = async (house: House, channel = 'sim:S:C') =>
  (await house.store.transact((unit) => unit.quizzes.liveIn(channel)))?.state;
const said = (house: House) => thread(house).filter(({ key }) => key.includes(':say:'));

/** Seconds pass one by one, so that whatever would close by itself does. */
async function pass(house: House, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await house.pass(1000);
}

/** As another process says that it hears a part. */
const otherHears =
  'insert into instances (owner, seen_at) values (?, ?) on conflict (owner) do update set seen_at = excluded.seen_at';

describe('an outage in the middle of a quiz', () => {
  it('closes no question, and its time is given back', async () => {
    const house = await playing();
    const message = await asked(house, 0);
    await pass(house, 4);
    lose(house);
    await pass(house, 25);
    expect((await state(house))?.closed).toHaveLength(0);
    house.reports.heard('sim:S');
    await until(() =>
      expect(said(house).map(({ card }) => wordsOf(card))).toEqual([expect.stringMatching(/25 seconds/)]),
    );
    await pass(house, 5);
    const place = await right(house, 0);
    expect(wordsOf((await pick(house, message, place, ada)).card)).toContain('locked in');
    await pass(house, 1);
    await until(async () => expect((await state(house))?.closed).toHaveLength(1));
    expect(wordsOf(message.card)).toMatch(/1\. Ada 550/);
  });

  it('leaves the lobby open', async () => {
    const house = await openHouse(standingClock(start));
    house.reports.heard('sim:S');
    await open('quiz 2 10s', house);
    lose(house);
    await pass(house, 40);
    expect((await state(house))?.phase.kind).toBe('lobby');
    house.reports.heard('sim:S');
    await pass(house, 29);
    expect((await state(house))?.phase.kind).toBe('lobby');
    await pass(house, 2);
    await asked(house, 0);
  });

  it('pauses the quiz after three minutes, which says so, and can be resumed when people are heard again', async () => {
    const house = await playing();
    lose(house);
    for (let step = 0; step < 20; step += 1) await house.pass(10_000);
    expect((await state(house))?.phase).toMatchObject({ kind: 'paused', reason: { kind: 'unheard' } });
    expect(said(house).map(({ card }) => wordsOf(card))).toEqual([expect.stringMatching(/Nothing that you press/)]);
    await house.pass(3_600_000);
    expect((await state(house))?.phase.kind).toBe('paused');
    house.reports.heard('sim:S');
    await house.settled();
    await house.pass(29 * 60_000);
    await house.command('quiz resume', ada);
    await pass(house, 9);
    const place = await right(house, 0);
    const message = questions(house)[0];
    if (message === undefined) throw new Error('No question is there.');
    expect(wordsOf((await pick(house, message, place, ada)).card)).toContain('locked in');
  });

  it('leaves quizzes elsewhere alone, on another platform and on another part of this one', async () => {
    const house = await playing(2);
    const other = createConnection({ partOf: () => 'other', now: () => house.clock.wall(), log: silent });
    other.reports.heard('other');
    other.reports.lost('other', trouble);
    house.bot.start(new Map(), new Map([['other', other]]));
    lose(house, 'sim:T');
    await pass(house, 11);
    await until(async () => expect((await state(house))?.closed).toHaveLength(1));
    other.reports.heard('other');
    house.reports.heard('sim:T');
    await pass(house, 6);
    await asked(house, 1);
    expect(said(house)).toEqual([]);
  });

  it('takes a click that the platform repeats before it is over', async () => {
    const house = await playing();
    const message = await asked(house, 0);
    const place = await right(house, 0);
    await pass(house, 5);
    lose(house);
    await pass(house, 20);
    const clicked = pick(house, message, place, ada, message.at + 15_000);
    house.reports.heard('sim:S');
    expect(wordsOf((await clicked).card)).toContain('locked in');
    await pass(house, 6);
    await until(() => expect(wordsOf(message.card)).toMatch(/1\. Ada 750/));
  });

  it('is none as long as another process hears people', async () => {
    const house = await playing();
    lose(house);
    for (let second = 0; second < 11; second += 1) {
      await house.database.write([[otherHears, 'heard:sim:S@other', house.clock.wall() + 1000]]);
      await house.pass(1000);
    }
    await until(async () => expect((await state(house))?.closed).toHaveLength(1));
    house.reports.heard('sim:S');
    await house.settled();
    expect(said(house)).toEqual([]);
  });
});
