import { describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { ada, asked, bo, button, lobby, open, pick, questions, right, start } from './played.ts';

describe('a quiz', () => {
  it('goes on after a restart in the middle, with the time that was lost given back', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 2 10s', house);
    await house.press(button(lobby(house), 'Join'), bo);
    await house.press(button(lobby(house), 'Start now'), ada);
    const message = await asked(house, 0);
    const place = await right(house, 0);
    await pick(house, message, place, ada, message.at + 1000);
    house.clock.set(house.clock.wall() + 60_000);
    await house.restart();
    await house.pass(9000);
    expect(message.card.title).not.toContain('the answer');
    expect(wordsOf((await pick(house, message, place, bo)).card)).toContain('locked in');
    await until(() => expect(wordsOf(message.card)).toMatch(/1\. Ada 950\n2\. Bo 5\d\d/));
    await house.pass(5000);
    await asked(house, 1);
    expect(questions(house)).toHaveLength(2);
  });

  it('pauses and tells the host when the bot may not write any more, and asks that question once that is mended', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 2 10s', house);
    house.platform.fault = (call, key) => (call === 'post' && key.includes(':question:') ? 'forbidden' : null);
    await house.press(button(lobby(house), 'Start now'), ada);
    await until(() => expect(house.platform.messages.map(({ where }) => where)).toContain('@sim:S:ada'));
    const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
    expect(quiz?.state.phase).toMatchObject({ kind: 'paused', reason: { kind: 'lost' } });
    house.platform.fault = () => null;
    house.clock.set(start + 60_000);
    await house.command('quiz resume', ada);
    await asked(house, 0);
    expect(questions(house)).toHaveLength(1);
  });

  it('tells who wants to start another what it waits for, and frees the channel after ten minutes', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 2 10s', house);
    house.platform.fault = (call, key) => (call === 'post' && key.includes(':question:') ? 'forbidden' : null);
    await house.press(button(lobby(house), 'Start now'), ada);
    await house.settled();
    house.platform.fault = () => null;
    const waits = wordsOf((await house.command('quiz 1 5s', bo)).card);
    expect(waits).toContain('A quiz is paused here\nI could not post in it any more.');
    expect(waits).toContain('can go on with quiz resume or end it with quiz stop');
    await house.pass(10 * 60_000 + 1);
    expect(wordsOf((await house.command('quiz 1 5s', bo)).card)).toContain('The quiz is open');
  });

  it('asks no question twice when the platform loses answers, and still ends', async () => {
    const house = await openHouse(standingClock(start));
    let calls = 0;
    house.platform.fault = (call) => {
      calls += 1;
      return call === 'post' && calls % 3 === 0 ? 'done-but-lost' : null;
    };
    await open('quiz 3 5s', house);
    await until(() => expect(lobby(house)).toBeDefined());
    await house.press(button(lobby(house), 'Start now'), ada);
    for (let step = 0; step < 60; step += 1) {
      await house.pass(1000);
      if ((await house.store.transact((unit) => unit.quizzes.live())).length === 0) break;
    }
    expect(await house.store.transact((unit) => unit.quizzes.live())).toEqual([]);
    const keys = house.platform.messages.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(questions(house)).toHaveLength(3);
  });

  it('leaves a question out when nobody can tell whether it was posted', async () => {
    const house = await openHouse(standingClock(start));
    house.platform.canLook = false;
    house.platform.fault = (call, key) => (call === 'post' && key.endsWith(':question:0') ? 'done-but-lost' : null);
    await open('quiz 2 5s', house);
    await house.press(button(lobby(house), 'Start now'), ada);
    for (let step = 0; step < 8; step += 1) await house.pass(1000);
    await asked(house, 1);
    expect(questions(house)).toHaveLength(2);
  });
});
