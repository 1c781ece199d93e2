import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/app/hindrance.ts';
import { rich } from '../../../src/core/card.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { ada, button, channel, lobby, open, start, stop } from '../quiz/played.ts';
import { wordsOf } from '../words-of.ts';

/** From now on something stands against everything; what was planned is noted. */
function hinder(house: House): Plan[] {
  const plans: Plan[] = [];
  house.hindrance = async (plan) => {
    plans.push(plan);
    return { problem: rich('I lack the permission to knock.'), cure: rich('Open the door.') };
  };
  return plans;
}

/** Nothing of it is kept, and nothing is on its way. */
async function expectNothing(house: House): Promise<void> {
  await house.settled();
  expect(house.platform.messages).toEqual([]);
  expect(await house.store.transact((unit) => unit.quizzes.liveIn(channel))).toBeNull();
  expect(await house.store.transact((unit) => unit.daily.schedule(channel))).toBeNull();
  expect(await house.database.read('select * from daily_drafts')).toEqual([]);
  expect(await house.database.read('select * from outgoings')).toEqual([]);
}

const commands: readonly (readonly [string, string, Plan])[] = [
  ['quiz 3', 'No quiz was opened', { kind: 'quiz' }],
  ['daily on 09:00 Europe/Berlin', 'Nothing was set up', { kind: 'daily', thread: false, ping: null }],
  ['daily on 09:00 Europe/Berlin thread', 'Nothing was set up', { kind: 'daily', thread: true, ping: null }],
  ['daily on 09:00', 'Nothing was set up', { kind: 'daily', thread: false, ping: null }],
  ['daily on 09:00 Berlinn', 'Nothing was set up', { kind: 'daily', thread: false, ping: null }],
  ['daily now', 'No question was posted', { kind: 'question', thread: false, ping: null }],
];

describe('where something stands against it', () => {
  it.each(commands)('%s says so at once, and nothing is kept', async (text, title, plan) => {
    const house = await openHouse(standingClock(start));
    const plans = hinder(house);
    const { audience, card } = await house.command(text);
    expect(audience).toBe('asker');
    expect(wordsOf(card)).toBe(`${title}\nI lack the permission to knock. Open the door.`);
    expect(plans).toEqual([plan]);
    await expectNothing(house);
  });

  it('a rematch says so, and works by the same button once that is mended', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 3 5s', house);
    await house.press(button(lobby(house), 'Call it off'), { manages: true });
    await stop(house);
    await until(() => expect(button(lobby(house), 'Start it again')).not.toBe(''));
    const again = button(lobby(house), 'Start it again');
    hinder(house);
    expect((await house.press(again, ada)).card.title).toBe('No quiz was opened');
    expect(await house.store.transact((unit) => unit.quizzes.liveIn(channel))).toBeNull();
    house.hindrance = async () => null;
    expect(wordsOf((await house.press(again, ada)).card)).toContain('The quiz is open');
  });

  it('the choice of a zone says so, and sets up nothing', async () => {
    const house = await openHouse(standingClock(start));
    const { card } = await house.command('daily on 09:00 Berlinn thread');
    const plans = hinder(house);
    expect((await house.press(button(card, 'Europe/Berlin'))).card.title).toBe('Nothing was set up');
    expect(plans).toEqual([{ kind: 'daily', thread: true, ping: null }]);
    expect(await house.store.transact((unit) => unit.daily.schedule(channel))).toBeNull();
  });

  it('an edit that needs more says so, and what was set up stays as it was', async () => {
    const house = await openHouse(standingClock(start));
    await house.command('daily on 09:00 Europe/Berlin');
    hinder(house);
    await house.command('daily on 09:00 Europe/Berlin thread');
    expect((await house.store.transact((unit) => unit.daily.schedule(channel)))?.settings.thread).toBe(false);
  });

  it('a question at once is asked for with the thread that the schedule opens', async () => {
    const house = await openHouse(standingClock(start));
    await house.command('daily on 09:00 Europe/Berlin thread');
    const plans = hinder(house);
    await house.command('daily now');
    expect(plans).toEqual([{ kind: 'question', thread: true, ping: null }]);
  });

  it('what only ends or leaves out something works all the same', async () => {
    const house = await openHouse(standingClock(start));
    await house.command('daily on 09:00 Europe/Berlin');
    const plans = hinder(house);
    expect((await house.command('daily skip')).card.title).not.toBe('Nothing was set up');
    expect(wordsOf((await house.command('daily off')).card)).toContain('No more will be posted');
    expect(plans).toEqual([]);
  });
});
