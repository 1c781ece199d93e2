import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import {
  ada,
  asked,
  bo,
  button,
  channel,
  lobby,
  open,
  pick,
  questionButtons,
  questions,
  right,
  start,
  thread,
} from './played.ts';

/** The first question of a quiz in which nothing can be edited any more. */
async function played(house: House) {
  await open('quiz 2 5s', house);
  await house.press(button(lobby(house), 'Join'), bo);
  await house.press(button(lobby(house), 'Start now'), ada);
  const question = await asked(house, 0);
  house.platform.fault = (call) => (call === 'edit' ? 'no-edits' : null);
  await pick(house, question, await right(house, 0));
  await house.pass(5000);
  return question;
}

const answers = (house: House) => thread(house).filter(({ card }) => card.title?.includes('the answer'));
const pickable = (house: House) => questions(house).filter(({ card }) => button(card, 'A') !== '');

describe('a quiz where messages cannot be edited', () => {
  it('shows each answer in a message of its own, and goes on', async () => {
    const house = await openHouse(standingClock(start));
    const question = await played(house);
    expect(answers(house).map(({ key }) => key.includes(':reveal:0'))).toEqual([true]);
    await house.pass(5000);
    const second = await asked(house, 1);
    expect(second.key).toContain(':question:1');
    expect(button(question.card, 'A')).not.toBe('');
  });

  it('answers politely who presses the old message meanwhile', async () => {
    const house = await openHouse(standingClock(start));
    const question = await played(house);
    await house.pass(4000);
    const { card } = await house.press(button(questionButtons(question), 'B'), bo);
    expect(wordsOf(card)).toMatch(/closed|over|late/i);
  });

  it('takes the buttons off the old messages when edits go again, also after a restart', async () => {
    const house = await openHouse(standingClock(start));
    await played(house);
    for (let step = 0; step < 6; step += 1) await house.pass(5000);
    expect(pickable(house)).toHaveLength(2);
    await house.restart();
    house.platform.fault = () => null;
    for (let minutes = 0; minutes < 15 && pickable(house).length > 0; minutes += 1) await house.pass(60_000);
    expect(pickable(house)).toEqual([]);
    expect(questions(house).map(({ card }) => wordsOf(card).includes('a message of its own'))).toEqual([true, true]);
    expect(answers(house)).toHaveLength(2);
    expect(buttonsOf(lobby(house) ?? { body: [] })).toEqual([]);
  });

  it('says in the channel that nobody was in it, and takes Join off the old card later', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 2 5s', house);
    await house.press(button(lobby(house), 'Leave'));
    house.platform.fault = (call) => (call === 'edit' ? 'no-edits' : null);
    await house.pass(30_000);
    await until(() => expect(house.platform.in(channel)).toHaveLength(2));
    expect(wordsOf(house.platform.in(channel)[1]?.card ?? { body: [] })).toContain('Nobody was in it');
    expect(button(lobby(house), 'Join')).not.toBe('');
    house.platform.fault = () => null;
    for (let minutes = 0; minutes < 15 && button(lobby(house), 'Join') !== ''; minutes += 1) await house.pass(60_000);
    expect(buttonsOf(lobby(house) ?? { body: [] })).toEqual([]);
  });

  it('shows numbers that a late click has changed where the answer stands', async () => {
    const house = await openHouse(standingClock(start));
    const question = await played(house);
    house.platform.fault = () => null;
    const at = question.at + 4000;
    await house.press(button(questionButtons(question), 'ABCD'[await right(house, 0)] ?? ''), bo, at);
    await house.pass(2000);
    expect(answers(house).map(({ edits }) => edits)).toContain(1);
  });
});
