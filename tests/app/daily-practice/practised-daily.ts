import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import type { ZoneRules } from '../../../src/core/schedule/zone-rules.ts';
import { bank } from '../../search/bank.ts';
import { until } from '../../until.ts';
import { rules as machineRules, otherRules } from '../../zone-rules.ts';
import { button, nobody } from '../edits.ts';
import type { House, Place } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const ada = { user: 'sim:S:ada', name: 'Ada', manages: false };
const alone = { ...ada, channel: 'sim:S:D-ada', direct: true };
const day = 86_400_000;
const hour = 3_600_000;
const berlin = 'Europe/Berlin';
const winnipeg = 'America/Winnipeg';
/** Monday, 09:00 in Berlin. */
const start = '2026-11-02T08:00:00Z';

/** Somebody missed so many questions of the bank, the day before. */
async function miss(house: House, count: number, user = ada.user, at = house.clock.wall() - day): Promise<void> {
  await house.store.transact(async ({ memory }) => {
    for (const [no, { id: question, topic, level, items }] of bank.slice(0, count).entries()) {
      const item = items[0]?.id ?? '';
      const known = { question, item, topic, level, asked: null, choice: null };
      await memory.note({ ...known, user, source: `daily:${at}:${no}`, correct: false, at });
    }
  });
}

const told = (house: House, user = ada.user): readonly Card[] => house.platform.in(`@${user}`).map(({ card }) => card);
const titles = (house: House) => told(house).map(({ title }) => title);
const latest = (house: House) => told(house).at(-1);
const kept = (house: House, user = ada.user) => house.store.transact((unit) => unit.dailyPractice.lock(user));
const say = async (house: House, text: string, who: Partial<Caller> = ada) => (await house.command(text, who)).card;

/** Sets the clock and waits until everything that is due then has been done. */
async function at(house: House, time: string): Promise<void> {
  house.clock.set(Date.parse(time));
  await house.settled();
}

/** Presses a button of the newest message, alone with the bot. */
async function press(house: House, label: string, card = latest(house)): Promise<Card> {
  const id = button(card, label);
  if (id === '') throw new Error(`There is no ${label}.`);
  return (await house.press(id, alone)).card;
}

/** Presses an option of the question that a card asks, then what leads on. */
async function answer(house: House, card: Card | undefined, label: string): Promise<Card> {
  const judged = await press(house, 'A', card);
  return press(house, label, judged);
}

/** What daily practice promises, on any database. */
export function describeDailyPractice(engine: string, locate: () => Promise<Place>): void {
  const open = async (time = start, using: ZoneRules = machineRules) =>
    openHouse(standingClock(Date.parse(time)), bank, { place: await locate(), rules: using });

  describe(`daily practice on ${engine}`, () => {
    it('brings what is due once a local day, at its hour, and goes on in that message', async () => {
      const house = await open();
      await miss(house, 3);
      const on = await house.command('practice daily 10:00 Europe/Berlin', ada);
      expect(on).toMatchObject({ audience: 'asker', place: 'new' });
      expect(wordsOf(on.card)).toBe(
        [
          'Daily practice is on',
          'When: 10:00 Europe/Berlin, every day on which anything is due',
          'Next: Monday, 2 November, 10:00 Europe/Berlin (your time: 2026-11-02 09:00 UTC)',
          'At that time I write you a direct message, if anything is due and you have not practised yet that day: five questions at most, and never two messages for one day unless you put one off.',
          'practice daily says when it comes, practice daily off ends it.',
        ].join('\n'),
      );
      await at(house, '2026-11-02T08:59:59Z');
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-02T09:00:00Z');
      expect(titles(house)).toEqual(['Today’s practice: 3 questions are back']);
      const message = latest(house) ?? nobody;
      expect(wordsOf(message)).toContain('Here is the first. Only you see them, and they give no points.');
      expect(wordsOf(message)).toContain('[Later] [Not today] [Stop these]');
      await at(house, '2026-11-02T12:00:00Z');
      expect(told(house)).toHaveLength(1);
      const second = await answer(house, message, 'Next');
      expect(second.title).toBe('Practice: question 2 of 3');
      const summary = await answer(house, await answer(house, second, 'Next'), 'See how it went');
      expect(summary.title).toMatch(/^Practice: \d of 3 right$/);
      const more = await press(house, 'Practise more', summary);
      expect(more.title).toBe('Practice: question 1 of 10');
    });

    it('asks five questions at most, the longest overdue first', async () => {
      const house = await open();
      await miss(house, 9);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await at(house, '2026-11-02T09:00:00Z');
      expect(titles(house)).toEqual(['Today’s practice: 5 questions are back']);
      const session = await house.store.transact((unit) => unit.practice.lock(ada.user));
      expect(session?.items.map(({ why }) => why)).toEqual(['due', 'due', 'due', 'due', 'due']);
    });

    it('says nothing on a day on which nothing is due, or that one has practised on by oneself', async () => {
      const house = await open();
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await at(house, '2026-11-02T09:00:00Z');
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-03T06:00:00Z');
      await miss(house, 12);
      const first = await say(house, 'practice 2');
      await press(house, 'A', first);
      await at(house, '2026-11-03T09:00:00Z');
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-04T09:00:00Z');
      expect(told(house)).toHaveLength(1);
    });

    it('does not take a practice away that somebody has just begun, but does from one of a day before', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      const begun = await say(house, 'practice 3');
      await at(house, '2026-11-02T09:00:00Z');
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-03T09:00:00Z');
      expect(told(house)).toHaveLength(1);
      expect(wordsOf(await press(house, 'A', begun))).toContain('That practice is over');
    });

    it('comes later on the same day where that is asked for, as often as there is time', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 17:00 Europe/Berlin');
      await at(house, '2026-11-02T16:00:00Z');
      const first = latest(house);
      const later = await press(house, 'Later');
      expect(wordsOf(later)).toBe('Later, then\nI ask you again at 19:00 UTC. To begin before: practice');
      expect(await press(house, 'Later', first)).toEqual(later);
      expect(await press(house, 'Not today', first)).toEqual(later);
      await at(house, '2026-11-02T18:59:00Z');
      expect(told(house)).toHaveLength(1);
      await at(house, '2026-11-02T19:00:00Z');
      expect(told(house)).toHaveLength(2);
      expect(wordsOf(await press(house, 'Later', first))).toContain('That message has had its day');
      await press(house, 'Later');
      await at(house, '2026-11-02T22:00:00Z');
      expect(told(house)).toHaveLength(3);
      expect(buttonsOf(latest(house) ?? nobody).map(({ label }) => label)).not.toContain('Later');
      await at(house, '2026-11-03T15:59:00Z');
      expect(told(house)).toHaveLength(3);
    });

    it('is not put off past the day, and says so', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 20:30 Europe/Berlin');
      await at(house, '2026-11-02T19:30:00Z');
      house.clock.set(Date.parse('2026-11-02T20:30:00Z'));
      expect(wordsOf(await press(house, 'Later'))).toBe(
        'Not today, then\nIn three hours this day will be over where you are, so I leave it at that.\nWhat is due stays due. The next message comes on Tuesday, 3 November, at 20:30.',
      );
      await at(house, '2026-11-03T19:00:00Z');
      expect(told(house)).toHaveLength(1);
    });

    it('says nothing later to who has practised meanwhile', async () => {
      const house = await open();
      await miss(house, 12);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await at(house, '2026-11-02T09:00:00Z');
      await press(house, 'Later');
      await press(house, 'A', await say(house, 'practice 2'));
      await at(house, '2026-11-02T12:00:00Z');
      expect(told(house)).toHaveLength(1);
    });

    it('takes a message back that still waits when somebody practises by themselves', async () => {
      const house = await open();
      await miss(house, 12);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      house.platform.fault = () => 'own';
      await at(house, '2026-11-02T09:00:00Z');
      await press(house, 'A', await say(house, 'practice 2'));
      house.platform.fault = () => null;
      await at(house, '2026-11-02T10:00:00Z');
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-03T09:00:00Z');
      expect(told(house)).toHaveLength(1);
      expect(wordsOf(latest(house) ?? nobody)).not.toContain('did not come');
    });

    it('leaves a day out, and ends, once however often that is pressed', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await at(house, '2026-11-02T09:00:00Z');
      const first = latest(house);
      const left = await press(house, 'Not today');
      expect(wordsOf(left)).toBe(
        'Not today, then\nWhat is due stays due. The next message comes on Tuesday, 3 November, at 10:00.',
      );
      expect(await press(house, 'Not today', first)).toEqual(left);
      expect(await press(house, 'Later', first)).toEqual(left);
      await at(house, '2026-11-03T09:00:00Z');
      expect(told(house)).toHaveLength(2);
      expect(wordsOf(await press(house, 'Stop these'))).toContain('I write you no more of these.');
      expect(wordsOf(await press(house, 'Stop these', first))).toContain('It was off already.');
      expect(wordsOf(await press(house, 'Later', first))).toContain('It was off already.');
      await at(house, '2026-11-09T09:00:00Z');
      expect(told(house)).toHaveLength(2);
    });

    it('never comes a second time for a date, whatever is set up anew', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await at(house, '2026-11-02T09:00:00Z');
      await say(house, 'practice daily off');
      const again = await say(house, 'practice daily 11:00 Europe/Berlin');
      expect(wordsOf(again)).toContain('Next: Tuesday, 3 November, 11:00');
      expect(wordsOf(again)).toContain('Today has had its message already, so it begins with the next day.');
      // West of it, where that is still to come on the same date.
      await say(house, `practice daily 23:00 ${winnipeg}`);
      await at(house, '2026-11-03T05:30:00Z');
      expect(told(house)).toHaveLength(1);
      await at(house, '2026-11-04T05:00:00Z');
      expect(told(house)).toHaveLength(2);
    });

    it('leaves alone who takes no direct messages, and tells them with their next command', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      house.platform.fault = () => 'forbidden';
      await at(house, '2026-11-02T09:00:00Z');
      expect(await kept(house)).toMatchObject({ on: false });
      house.platform.fault = () => null;
      await at(house, '2026-11-05T09:00:00Z');
      expect(told(house)).toEqual([]);
      const words = wordsOf(await say(house, 'practice daily'));
      expect(words).toContain('Daily practice is off');
      expect(words).toContain('You take no direct messages from me, so I say here what happened:');
      expect(words).toContain('Daily practice was turned off');
      expect(wordsOf(await say(house, 'practice daily'))).not.toContain('You take no direct messages');
    });

    it('is left out when it is late by more than six hours, which is said with the next one', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await house.restart(bank, { meanwhile: async () => house.clock.set(Date.parse('2026-11-04T15:00:01Z')) });
      await house.settled();
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-05T09:00:00Z');
      expect(told(house)).toHaveLength(1);
      expect(wordsOf(latest(house) ?? nobody)).toContain(
        'The practice of 2 November, 3 November and 4 November did not come: when it was due I was not running, or did not know the clocks there.',
      );
      await at(house, '2026-11-06T09:00:00Z');
      expect(wordsOf(latest(house) ?? nobody)).not.toContain('did not come');
    });

    it('comes late within six hours, after a restart', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await house.restart(bank, { meanwhile: async () => house.clock.set(Date.parse('2026-11-02T14:59:00Z')) });
      await house.settled();
      expect(told(house)).toHaveLength(1);
    });

    it('says nothing of days on which nothing was due', async () => {
      const house = await open();
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await house.restart(bank, { meanwhile: async () => house.clock.set(Date.parse('2026-11-04T18:00:00Z')) });
      await house.settled();
      await miss(house, 2);
      await at(house, '2026-11-05T09:00:00Z');
      expect(wordsOf(latest(house) ?? nobody)).not.toContain('did not come');
    });

    it('tells with the next one of a message that the chat did not take, or that nobody can tell of', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      house.platform.fault = () => 'own';
      await at(house, '2026-11-02T09:00:00Z').catch(() => undefined);
      house.platform.fault = () => null;
      house.platform.canLook = false;
      await at(house, '2026-11-02T17:00:00Z');
      house.platform.fault = () => 'unknown';
      await at(house, '2026-11-03T09:00:00Z');
      house.platform.fault = () => null;
      await at(house, '2026-11-03T09:05:00Z');
      expect(await kept(house)).toMatchObject({ missed: [{ why: 'not-taken' }, { why: 'unsure' }] });
      await at(house, '2026-11-04T09:00:00Z');
      const words = wordsOf(latest(house) ?? nobody);
      expect(words).toContain('The practice of 2 November did not come: the chat did not take my messages for hours.');
      expect(words).toContain('The practice of 3 November may be missing: I heard nothing back');
    });

    it('is posted once where a process dies between claim and post', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      house.platform.fault = () => 'done-but-lost';
      house.clock.set(Date.parse('2026-11-02T09:00:00Z'));
      await until(() => {
        house.bot.wake();
        expect(told(house)).toHaveLength(1);
      });
      house.platform.fault = () => null;
      await house.restart();
      await house.pass(60_000);
      expect(told(house)).toHaveLength(1);
      expect(await kept(house)).toMatchObject({ asked: { date: '2026-11-02', round: 0, state: 'asked' } });
    });

    it('is one of a person, wherever it was turned on last, and says that it has moved', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      const there = { ...ada, scope: 'sim:T', channel: 'sim:T:C', user: 'sim:T:ada' };
      const moved = await say(house, 'practice daily 10:30 Europe/Berlin', there);
      expect(wordsOf(moved)).toContain('You had turned it on somewhere else; from now on it comes from here alone.');
      await at(house, '2026-11-02T10:00:00Z');
      expect([told(house), told(house, 'sim:T:ada').length]).toEqual([[], 1]);
      await say(house, 'practice daily 10:00 Europe/Berlin', ada);
      await at(house, '2026-11-02T20:00:00Z');
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-03T09:00:00Z');
      expect([told(house).length, told(house, 'sim:T:ada').length]).toEqual([1, 1]);
    });

    it('is forgotten with the person, and with the workspace', async () => {
      const house = await open();
      await miss(house, 2);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      const { card } = await house.command('forget me', ada);
      expect(wordsOf(card)).toContain('your daily practice');
      await house.press(buttonsOf(card)[0]?.id ?? '', ada);
      const left = () => house.database.read("select key from timers where kind like 'practice-%'");
      expect([await kept(house), await left()]).toEqual([null, []]);
      await say(house, 'practice daily 10:00 Europe/Berlin');
      await house.bot.application.forgetScope('sim:S');
      expect([await kept(house), await left()]).toEqual([null, []]);
      await at(house, '2026-11-02T09:00:00Z');
      expect(told(house)).toEqual([]);
    });

    it('asks for the time zone where it is not known, and is on with one press', async () => {
      const house = await open();
      const asked = await say(house, 'practice daily 08:00');
      expect(wordsOf(asked)).toContain('Which time zone?');
      const guessed = await say(house, 'practice daily 8am berln');
      expect(wordsOf(guessed)).toContain('Or say which city: practice daily 08:00 Europe/Berlin.');
      const on = await press(house, berlin, guessed);
      expect(on.title).toBe('Daily practice is on');
      expect(wordsOf(await say(house, 'practice daily'))).toBe(
        'Daily practice is on\nWhen: 08:00 Europe/Berlin, every day on which anything is due\nNext: Tuesday, 3 November, 08:00 Europe/Berlin (your time: 2026-11-03 07:00 UTC)\nTo end it: practice daily off',
      );
    });

    it('comes at the local hour by newer rules, and waits where they do not know the zone', async () => {
      const house = await open('2026-11-29T20:00:00Z', otherRules('2026c', winnipeg, -6));
      await miss(house, 2);
      await say(house, `practice daily 09:00 ${winnipeg}`);
      await house.restart(bank, { rules: otherRules('2026e', winnipeg, -5) });
      await until(async () => expect((await kept(house))?.nextAt).toBe(Date.parse('2026-11-30T14:00:00Z')));
      await at(house, '2026-11-30T13:59:00Z');
      expect(told(house)).toEqual([]);
      await at(house, '2026-11-30T14:00:00Z');
      expect(told(house)).toHaveLength(1);
      await house.restart(bank, { rules: otherRules('2026b', winnipeg, null) });
      await at(house, '2026-12-01T14:00:00Z');
      expect(told(house)).toHaveLength(2);
      expect(wordsOf(await say(house, 'practice daily'))).toContain('Next: waits:');
      await at(house, '2026-12-02T20:30:00Z');
      expect(told(house)).toHaveLength(2);
      await house.restart(bank, { rules: otherRules('2026f', winnipeg, -5) });
      await until(async () => expect((await kept(house))?.rules).toBe('2026f'));
      await house.settled();
      await at(house, '2026-12-03T14:00:00Z');
      expect(told(house)).toHaveLength(3);
      expect(wordsOf(latest(house) ?? nobody)).toContain('The practice of 2 December did not come');
    });

    it.each([
      ['forward', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'],
      ['back', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'],
    ])('comes once a date where the clocks go %s over its hour', async (_, first, last) => {
      const house = await open(first);
      await miss(house, 1);
      await say(house, 'practice daily 02:30 Europe/Berlin');
      for (let now = Date.parse(first); now <= Date.parse(last); now += hour / 2) {
        house.clock.set(now);
        await house.settled();
      }
      expect(told(house)).toHaveLength(2);
    });
  });
}

/** What it promises where several instances share one database. */
export function describeDailyPracticeTogether(engine: string, locate: () => Promise<Place>): void {
  describe(`daily practice of two instances on ${engine}`, () => {
    it('comes once from two instances over one database', async () => {
      const place = await locate();
      const house = await openHouse(standingClock(Date.parse(start)), bank, { place });
      const other = await openHouse(house.clock, bank, { place });
      // Under another owner's name.
      await other.restart();
      const people = Array.from({ length: 8 }, (_, no) => ({ user: `sim:S:p${no}`, name: `P${no}`, manages: false }));
      for (const who of people) {
        await miss(house, 2, who.user);
        await say(house, 'practice daily 10:00 Europe/Berlin', who);
      }
      for (const time of ['2026-11-02T09:00:00Z', '2026-11-03T09:00:00Z']) {
        house.clock.set(Date.parse(time));
        await Promise.all([house.settled(), other.settled()]);
      }
      const keys = [house, other].flatMap(({ platform }) => platform.messages.map(({ key }) => key));
      expect(keys.length).toBe(16);
      expect(new Set(keys).size).toBe(16);
    });
  });
}
