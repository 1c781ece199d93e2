import { describe, expect, it } from 'vitest';
import { bank } from '../../search/bank.ts';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { ada, asked, bo, button, channel, lobby, open, pick, questions, right, start } from './played.ts';

describe('a quiz that is to begin', () => {
  it('can be left before it begins, also by its host, who stays the host', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    await house.press(button(lobby(house), 'Join'), bo);
    expect(wordsOf((await house.press(button(lobby(house), 'Leave'), ada)).card)).toContain('You are out');
    expect(wordsOf((await house.press(button(lobby(house), 'Leave'), ada)).card)).toContain('have not joined');
    await house.press(button(lobby(house), 'Start now'), ada);
    const message = await asked(house, 0);
    await pick(house, message, await right(house, 0), bo);
    await until(() => expect(message.card.title).toContain('the answer'));
    expect(wordsOf(message.card)).not.toContain('Ada');
  });

  it('is one at a time in a channel: a second start gets a link to the first', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    const { card } = await house.command('quiz 2', bo);
    expect(card.title).toBe('A quiz is running here');
    expect(JSON.stringify(card)).toContain(`https://chat.example/${channel}/`);
    const both = await Promise.all([
      house.command('quiz 1', { channel: 'sim:S:D' }),
      house.command('quiz 1', { channel: 'sim:S:D', ...bo }),
    ]);
    expect(both.map(({ card: reply }) => reply.title ?? 'open').toSorted()).toEqual(['A quiz is running here', 'open']);
  });

  it('starts nothing when the bank has too few questions for the filter, and says how many there are', async () => {
    const house = await openHouse(standingClock(start), bank.slice(0, 2));
    expect(wordsOf((await house.command('quiz 50')).card)).toContain('only 4');
    expect(await house.store.transact((unit) => unit.quizzes.live())).toEqual([]);
  });

  it('has its host in it, who plays alone when nobody joins', async () => {
    const house = await openHouse(standingClock(start));
    expect(wordsOf((await house.command('quiz 1 10s', ada)).card)).toContain('you are in as its host');
    await until(() => expect(wordsOf(lobby(house) ?? { body: [] })).toContain('also if nobody else joins'));
    await house.pass(30_000);
    await asked(house, 0);
  });

  it('begins at once where nobody else is', async () => {
    const house = await openHouse(standingClock(start));
    const { card } = await house.command('quiz 1 10s', { ...ada, alone: true });
    expect(wordsOf(card)).toContain('your quiz begins at once, in the thread');
    const [posted] = house.platform.in(channel);
    expect(JSON.stringify(card)).toContain(`https://chat.example/${channel}/${posted?.message}/thread`);
    await asked(house, 0);
    expect(wordsOf(lobby(house) ?? { body: [] })).toContain('It is on, in the thread. You can still join');
  });

  it('is called off when its host has left and nobody joined', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    await house.press(button(lobby(house), 'Leave'), ada);
    await house.pass(30_000);
    await until(() => expect(wordsOf(lobby(house) ?? { body: [] })).toContain('Nobody was in it'));
    expect(questions(house)).toHaveLength(0);
  });
});
