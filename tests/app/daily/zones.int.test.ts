import { describe, expect, it, onTestFinished } from 'vitest';
import { createReplanning } from '../../../src/app/daily/replanning.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import type { ZoneRules } from '../../../src/core/schedule/zone-rules.ts';
import { bank } from '../../search/bank.ts';
import { silent } from '../../silent.ts';
import { until } from '../../until.ts';
import { otherRules } from '../../zone-rules.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const channel = 'sim:S:C';
const winnipeg = 'America/Winnipeg';
const instant = (text: string) => Date.parse(text);

/** Those of before Manitoba stayed at −05:00, and those of after. */
const before = otherRules('2026c', winnipeg, -6);
const after = otherRules('2026e', winnipeg, -5);
/** Those of a release that a roll-back led to: it does not know the zone (any more). */
const without = otherRules('2026b', winnipeg, null);

/** Sets the clock and waits until everything that is due then has been done. */
async function at(house: House, time: string | number): Promise<void> {
  house.clock.set(typeof time === 'string' ? instant(time) : time);
  await house.settled();
}

const posts = (house: House) =>
  house.platform.questionsIn(channel).map(({ card, at: posted }) => ({ day: dayOf(card), posted }));
const dayOf = (card: Card) => card.title?.split(' · ')[1];
const schedule = (house: House) => house.store.transact((unit) => unit.daily.schedule(channel));
const status = async (house: House) => wordsOf((await house.command('daily status')).card);
const messages = (house: House) => house.platform.in('@sim:S:ada').map(({ card }) => card.title);

async function nextIs(house: House, date: string, at: string): Promise<void> {
  await until(async () => {
    const { nextDate, nextAt } = (await schedule(house)) ?? { nextDate: '', nextAt: 0 };
    expect([nextDate, new Date(nextAt).toISOString()]).toEqual([date, `${at}:00.000Z`]);
  });
}

describe('a planned post', () => {
  it('comes at the local hour by newer rules, for which its instant is made anew at the start', async () => {
    const house = await openHouse(standingClock(instant('2026-11-29T20:00:00Z')), bank, { rules: before });
    await house.command(`daily on 09:00 ${winnipeg}`);
    await nextIs(house, '2026-11-30', '2026-11-30T15:00');
    await house.restart(bank, { rules: after });
    await nextIs(house, '2026-11-30', '2026-11-30T14:00');
    expect(await status(house)).toContain(`Monday, 30 November, 09:00 ${winnipeg} (your time: 2026-11-30 14:00 UTC)`);
    await at(house, '2026-11-30T13:59:59Z');
    expect(posts(house)).toEqual([]);
    await at(house, '2026-11-30T14:00:00Z');
    await at(house, '2026-11-30T15:00:00Z');
    expect(posts(house)).toEqual([{ day: '30 November', posted: instant('2026-11-30T14:00:00Z') }]);
    await nextIs(house, '2026-12-01', '2026-12-01T14:00');
  });

  it('is not lost when its hour has gone by newer rules, and waits when it is still to come by them', async () => {
    const early = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: before });
    await early.command(`daily on 09:00 ${winnipeg}`);
    early.clock.set(instant('2026-11-30T14:30:00Z'));
    await early.restart(bank, { rules: after });
    await nextIs(early, '2026-12-01', '2026-12-01T14:00');
    await early.settled();
    expect(posts(early)).toEqual([{ day: '30 November', posted: instant('2026-11-30T14:30:00Z') }]);

    const late = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, {
      rules: otherRules('2026a', winnipeg, -4),
    });
    await late.command(`daily on 09:00 ${winnipeg}`);
    await nextIs(late, '2026-12-01', '2026-12-01T13:00');
    late.clock.set(instant('2026-12-01T13:30:00Z'));
    await late.restart(bank, { rules: after });
    await nextIs(late, '2026-12-01', '2026-12-01T14:00');
    await late.settled();
    expect(posts(late)).toEqual([]);
    await at(late, '2026-12-01T14:00:00Z');
    expect(posts(late)).toEqual([{ day: '1 December', posted: instant('2026-12-01T14:00:00Z') }]);
  });

  it('is never posted a second time for its date, whichever rules come and go', async () => {
    const house = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: after });
    await house.command(`daily on 09:00 ${winnipeg}`);
    await at(house, '2026-11-30T14:00:00Z');
    for (const [version, ahead] of [
      ['2026b', -6],
      ['2026g', -7],
      ['2026h', 5],
    ] as const) {
      await house.restart(bank, { rules: otherRules(version, winnipeg, ahead) });
      await house.settled();
      expect((await schedule(house))?.nextDate).toBe('2026-12-01');
    }
    expect(posts(house)).toHaveLength(1);
  });

  it('leaves a date alone that was skipped, and takes the next that is there by the new rules', async () => {
    const house = await openHouse(standingClock(instant('2026-11-29T20:00:00Z')), bank, { rules: before });
    await house.command(`daily on 09:00 ${winnipeg} weekdays`);
    expect((await house.command('daily skip')).card.title).toBe('No daily question on 30 November');
    await house.restart(bank, { rules: after });
    await nextIs(house, '2026-12-01', '2026-12-01T14:00');
    await at(house, '2026-11-30T18:00:00Z');
    expect(posts(house)).toEqual([]);
  });

  it('stays as it was planned by newer rules where an instance has older ones', async () => {
    const house = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: after });
    await house.command(`daily on 09:00 ${winnipeg}`);
    await house.restart(bank, { rules: before });
    await nextIs(house, '2026-11-30', '2026-11-30T14:00');
    expect(await status(house)).toContain('(your time: 2026-11-30 14:00 UTC)');
  });
});

describe('two instances with different rules', () => {
  it('come to rest with the newer ones: no date twice, no hour wrong for longer than a minute', async () => {
    const house = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: before });
    await house.command(`daily on 09:00 ${winnipeg}`);
    const newer = beside(house, after);
    await nextIs(house, '2026-11-30', '2026-11-30T14:00');
    // The instance with the older rules posts, and plans the day after by them, until the other one looks.
    newer.pause();
    await at(house, '2026-11-30T14:00:00Z');
    await nextIs(house, '2026-12-01', '2026-12-01T15:00');
    await newer.look();
    await nextIs(house, '2026-12-01', '2026-12-01T14:00');
    // Looking again changes nothing, on either side.
    for (let round = 0; round < 3; round += 1) {
      await newer.look();
      await createReplanning({ ...house, rules: before, log: silent }).start();
      await nextIs(house, '2026-12-01', '2026-12-01T14:00');
    }
    await at(house, '2026-12-01T14:00:00Z');
    expect(posts(house).map(({ day }) => day)).toEqual(['30 November', '1 December']);
  });

  it('tell the one with the older rules, once', async () => {
    const house = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: after });
    await house.command(`daily on 09:00 ${winnipeg}`);
    const warnings: unknown[] = [];
    const log = { ...silent, warn: (fields: unknown) => warnings.push(fields) };
    const older = createReplanning({ ...house, rules: before, log });
    await older.start();
    await older.stop();
    expect(warnings).toEqual([{ here: '2026c', elsewhere: '2026e' }]);
  });
});

/** An instance with other rules over the same store, of which only the look for older plans is run. */
function beside(house: House, by: ZoneRules) {
  let looking = createReplanning({ store: house.store, clock: house.clock, rules: by, log: silent });
  void looking.start();
  const pause = () => looking.stop();
  onTestFinished(pause);
  return {
    pause,
    look: async () => {
      await looking.stop();
      looking = createReplanning({ store: house.store, clock: house.clock, rules: by, log: silent });
      await looking.start();
    },
  };
}

describe('a zone that the rules do not know', () => {
  it('lets the planned post come, then waits, says so once to who set it up, and goes on with rules that know it', async () => {
    const house = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: after });
    await house.command(`daily on 09:00 ${winnipeg}`);
    await house.restart(bank, { rules: without });
    expect(await status(house)).toContain('(your time: 2026-11-30 14:00 UTC)');
    await at(house, '2026-11-30T14:00:00Z');
    expect(posts(house).map(({ day }) => day)).toEqual(['30 November']);
    expect(await status(house)).toMatch(/Next: waits: .* do not know that zone/);
    expect(messages(house)).toEqual([]);
    for (const date of ['2026-11-30', '2026-12-01', '2026-12-02']) {
      await at(house, `${date}T20:00:00Z`);
      await house.restart();
    }
    expect(messages(house)).toEqual(['A daily question waits']);
    expect(posts(house)).toHaveLength(1);
    house.clock.set(instant('2026-12-02T21:00:00Z'));
    await house.restart(bank, { rules: after });
    await nextIs(house, '2026-12-03', '2026-12-03T14:00');
    await house.settled();
    await at(house, '2026-12-03T14:00:00Z');
    expect(posts(house).map(({ day }) => day)).toEqual(['30 November', '3 December']);
    expect(messages(house)).toEqual(['A daily question waits', 'The daily question of 2 December was left out']);
  });

  it('is nobody’s concern when another instance plans on within minutes', async () => {
    const house = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: after });
    await house.command(`daily on 09:00 ${winnipeg}`);
    await house.restart(bank, { rules: without });
    await at(house, '2026-11-30T14:00:00Z');
    await beside(house, after).look();
    await nextIs(house, '2026-12-01', '2026-12-01T14:00');
    await at(house, '2026-11-30T15:00:00Z');
    expect(messages(house)).toEqual([]);
  });

  it('costs no answer, no point and no board, which go by UTC meanwhile', async () => {
    const house = await openHouse(standingClock(instant('2026-11-30T13:00:00Z')), bank, { rules: after });
    await house.command(`daily on 09:00 ${winnipeg}`);
    await house.restart(bank, { rules: without });
    await at(house, '2026-11-30T14:00:00Z');
    const [post] = house.platform.questionsIn(channel);
    for (const button of buttonsOf(post?.card ?? { body: [] })) {
      const { card } = await house.press(button.id, { user: `sim:S:${button.label}`, name: button.label });
      expect(['Right', 'Not quite']).toContain(card.title);
    }
    const board = wordsOf((await house.command('leaderboard')).card);
    expect(board).toMatch(/ \| 500 \| 100% /);
    expect((await house.command('daily now')).card.tone).toBe('good');
    await house.settled();
    expect(posts(house)).toHaveLength(2);
    expect((await house.command('daily skip')).card.title).toBe('No daily question on 1 December');
    expect((await house.command('daily off')).card.title).toBe('The daily question is off');
    await at(house, '2026-12-05T14:00:00Z');
    expect(messages(house)).toEqual([]);
  });
});
