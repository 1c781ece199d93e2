import { describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import {
  ada,
  asked,
  bo,
  button,
  channel,
  cy,
  lobby,
  open,
  pick,
  questionButtons,
  right,
  start,
  stop,
  thread,
} from './played.ts';

describe('a quiz', () => {
  it('is played in a thread from the lobby to the podium', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 2 10s', house);
    await house.press(button(lobby(house), 'Join'), bo);
    expect((await house.press(button(lobby(house), 'Start now'), ada)).card.body).not.toEqual([]);
    for (const no of [0, 1]) {
      const message = await asked(house, no);
      expect(message.thread).toBe(house.platform.in(channel)[0]?.message);
      const place = await right(house, no);
      await pick(house, message, place, ada, message.at);
      expect(wordsOf((await pick(house, message, (place + 1) % 4, bo)).card)).toContain('locked in');
      await until(() => expect(message.card.title).toContain('the answer'));
      await house.pass(5000);
    }
    await until(() => expect(thread(house).at(-1)?.card.title).toBe('The quiz is over'));
    const end = wordsOf(thread(house).at(-1)?.card ?? { body: [] });
    expect(end).toContain('🥇 Ada 2,000 points');
    expect(end).toContain('2 | Bo | 0 | 0 of 2');
    await until(() => expect(house.platform.in(channel).at(-1)?.card.title).toBe('PyTorch quiz · the result'));
    expect(wordsOf((await house.command('leaderboard')).card)).toContain('1 | Ada | 2,000 | 100% | 1');
    const review = await house.press(button(thread(house).at(-1)?.card, 'Review'), bo);
    expect(review.card.title).toBe('2 questions to look at again');
    expect(wordsOf((await house.press(button(thread(house).at(-1)?.card, 'Review'), ada)).card)).toContain(
      'every question right',
    );
  });

  it('gives points by the platform’s clock: a slow bot costs nobody any', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    await house.press(button(lobby(house), 'Join'), bo);
    await house.press(button(lobby(house), 'Start now'), ada);
    const message = await asked(house, 0);
    const place = await right(house, 0);
    await pick(house, message, place, bo, message.at + 5000);
    // The bot has stalled for 2 s: Ada pressed in the last moment, and her click comes after the close.
    await house.pass(11_500);
    await until(() => expect(message.card.title).toContain('the answer'));
    expect(
      wordsOf((await pick(house, { ...message, card: questionButtons(message) }, place, ada, message.at + 9900)).card),
    ).toContain('locked in');
    await until(() => expect(wordsOf(message.card)).toContain('1. Bo 750\n2. Ada 505'));
    expect(
      wordsOf((await pick(house, { ...message, card: questionButtons(message) }, place, cy, message.at + 10_100)).card),
    ).toContain('Too late');
  });

  it('counts the first choice, whatever is pressed afterwards', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    await house.press(button(lobby(house), 'Join'), bo);
    await house.press(button(lobby(house), 'Start now'), ada);
    const message = await asked(house, 0);
    const place = await right(house, 0);
    await pick(house, message, (place + 1) % 4, ada);
    expect(wordsOf((await pick(house, message, place, ada)).card)).toMatch(/You chose [A-D] already/);
    await house.pass(10_000);
    await until(() => expect(wordsOf(message.card)).toContain('Nobody got it right.'));
  });

  it('takes 50 clicks at once, each counted once', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    await house.press(button(lobby(house), 'Start now'), ada);
    const message = await asked(house, 0);
    const place = await right(house, 0);
    const crowd = Array.from({ length: 50 }, (_, index) => ({ user: `sim:S:u${index}`, name: `U${index}` }));
    const clicks = [1000, 3000].flatMap((after) =>
      crowd.map((who) => pick(house, message, place, who, message.at + after)),
    );
    const replies = await Promise.all(clicks);
    expect(replies.filter(({ card }) => wordsOf(card).includes('locked in'))).toHaveLength(50);
    await house.pass(10_000);
    await until(() => expect(wordsOf(message.card)).toContain('██████████ 50'));
    expect(wordsOf((await house.command('leaderboard')).card)).toContain('1 to 10 of 50');
  });

  it('pauses itself after three questions that nobody answers, and goes on when asked', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 5 5s', house);
    await house.press(button(lobby(house), 'Start now'), ada);
    for (const no of [0, 1, 2]) {
      await asked(house, no);
      await house.pass(5000);
      await house.pass(5000);
    }
    await until(() => expect(thread(house).at(-1)?.card.title).toBe('Paused'));
    expect(wordsOf((await house.press(button(thread(house).at(-1)?.card, 'Go on'), bo)).card)).toContain('Only Ada');
    await house.press(button(thread(house).at(-1)?.card, 'Go on'), ada);
    await asked(house, 3);
  });

  it('can be paused, resumed, skipped and stopped by the host or a manager, and by nobody else', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 3 10s', house);
    await house.press(button(lobby(house), 'Start now'), ada);
    const message = await asked(house, 0);
    house.clock.set(start + 10);
    expect(wordsOf((await house.command('quiz stop', bo)).card)).toContain('Only Ada');
    expect(wordsOf((await house.command('quiz pause', { ...bo, manages: true })).card)).toContain('Paused');
    house.clock.set(start + 20);
    expect(wordsOf((await pick(house, message, 0, bo)).card)).toContain('paused');
    await house.command('quiz resume', ada);
    house.clock.set(start + 30);
    await house.command('quiz skip', ada);
    await until(() => expect(message.card.title).toContain('the answer'));
    await house.pass(5000);
    await asked(house, 1);
    await stop(house, ada);
    await until(() => expect(thread(house).at(-1)?.card.title).toBe('The quiz is over'));
    expect(wordsOf((await house.command('quiz skip', ada)).card)).toContain('None is running');
  });

  it('adds up teams fairly and keeps their wins', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s teams', house);
    await house.press(button(lobby(house), 'Join Red'), ada);
    await house.press(button(lobby(house), 'Join Blue'), bo);
    await house.press(button(lobby(house), 'Join Blue'), cy);
    expect(wordsOf((await house.press(button(lobby(house), 'Join Blue'), cy)).card)).toContain('team Blue already');
    await house.press(button(lobby(house), 'Start now'), ada);
    const message = await asked(house, 0);
    const place = await right(house, 0);
    await pick(house, message, place, ada, message.at + 2000);
    await pick(house, message, place, bo, message.at + 1000);
    await pick(house, message, (place + 1) % 4, cy, message.at + 1000);
    await until(() => expect(wordsOf(message.card)).toContain('1. Blue 950 · 2. Red 900'));
    await house.pass(5000);
    await until(() => expect(wordsOf(thread(house).at(-1)?.card ?? { body: [] })).toContain('Blue won'));
    expect(wordsOf((await house.command('leaderboard teams')).card)).toContain('1 | Blue | 1 | 1 | 950');
  });

  it('cannot be named into a ping or a format: names stay text', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    const name = '<!channel> @everyone **x** \u202e😀';
    await house.press(button(lobby(house), 'Join'), { ...bo, name });
    await until(() => expect(JSON.stringify(lobby(house))).toContain('"kind":"person"'));
    const people = lobby(house)?.body.flatMap((node) => (node.kind === 'text' ? node.text : [])) ?? [];
    expect(people.filter((span) => span.text.includes('@everyone')).every(({ kind }) => kind === 'person')).toBe(true);
  });

  it('answers old buttons politely: after the end, of another question, of no quiz', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 1 10s', house);
    const sure = await house.press(button(lobby(house), 'Call it off'), ada);
    await house.press(button(sure.card, 'Yes'), ada);
    await until(() => expect(wordsOf(lobby(house) ?? { body: [] })).toContain('stopped'));
    for (const id of [
      'join:nothing',
      'pick:nothing:0:0',
      'pick:x',
      'team:',
      'control:nothing:dance',
      'control:nothing:stop',
      'host:nothing',
      'stop:nothing:0',
      'stop:nothing:no',
      'stop:nothing',
      'review:',
      'begin:',
      'rematch:no',
    ]) {
      const { audience, card } = await house.press(id, bo);
      expect(audience).toBe('asker');
      expect(wordsOf(card)).toMatch(/None is running|out of date/);
    }
  });
});
