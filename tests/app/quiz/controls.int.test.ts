import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import type { QuizState } from '../../../src/core/quiz/state.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { stop } from './played.ts';

const start = Date.parse('2026-11-02T09:00:00Z');
const ada = { user: 'sim:S:ada', name: 'Ada', manages: false };
const bo = { user: 'sim:S:bo', name: 'Bo', manages: false };

async function stateOf(house: House): Promise<QuizState | undefined> {
  const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
  return quiz?.state;
}

/** A quiz of three questions whose first one is being asked; gives its id. */
async function running(house: House): Promise<string> {
  await house.command('quiz 3 10s', ada);
  const id = (await stateOf(house))?.id ?? '';
  for (const who of [ada, bo]) await house.press(`join:${id}`, who);
  await house.press(`begin:${id}`, ada);
  await asked(house, 0);
  return id;
}

async function asked(house: House, no: number): Promise<void> {
  await until(async () => {
    const state = await stateOf(house);
    expect(state?.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
    expect(state?.closed).toHaveLength(no);
  });
}

async function pass(house: House, ms: number): Promise<void> {
  house.clock.set(house.clock.wall() + ms);
  house.bot.wake();
}

/** Presses a button by its label; time goes on a little with every press. */
async function press(house: House, card: Card, label: string, who: Partial<Caller> = ada): Promise<Card> {
  const button = buttonsOf(card).find((action) => action.label === label);
  if (button === undefined) throw new Error(`There is no button ${label} in ${wordsOf(card)}`);
  house.clock.set(house.clock.wall() + 10);
  return (await house.press(button.id, who)).card;
}

const labels = (card: Card) => buttonsOf(card).map(({ label }) => label);
const newest = (house: House, key: string): Card =>
  house.platform.messages.findLast((message) => message.key.includes(key))?.card ?? { body: [] };

describe('the controls of a quiz', () => {
  it('stand behind one button apart from the answers, where a slip of the finger changes nothing', async () => {
    const house = await openHouse(standingClock(start));
    await running(house);
    const question = newest(house, ':question:0');
    const rows = question.body.map((node) => labels({ body: [node] }));
    expect(rows.filter((row) => row.length > 0)).toEqual([['A', 'B', 'C', 'D'], ['Host controls']]);
    const controls = await press(house, question, 'Host controls');
    expect(labels(controls)).toEqual(['Pause', 'Skip', 'Stop']);
    expect((await stateOf(house))?.phase).toMatchObject({ kind: 'asking' });
  });

  it('are for the host and for who manages, and tell anybody else so', async () => {
    const house = await openHouse(standingClock(start));
    const id = await running(house);
    const question = newest(house, ':question:0');
    expect(wordsOf(await press(house, question, 'Host controls', bo))).toContain('Only Ada');
    for (const button of [`control:${id}:pause`, `control:${id}:skip:0`, `control:${id}:stop`, `stop:${id}:0`]) {
      expect(wordsOf((await house.press(button, bo)).card)).toContain('Only Ada');
    }
    expect((await stateOf(house))?.phase).toMatchObject({ kind: 'asking' });
    const controls = await press(house, question, 'Host controls', { ...bo, manages: true });
    expect(wordsOf(await press(house, controls, 'Pause', { ...bo, manages: true }))).toContain('Paused.');
  });

  it('show what can be done at the moment, in place of what was shown before', async () => {
    const house = await openHouse(standingClock(start));
    const id = await running(house);
    const controls = await press(house, newest(house, ':question:0'), 'Host controls');
    const paused = await press(house, controls, 'Pause');
    expect(labels(paused)).toEqual(['Go on', 'Stop']);
    expect((await house.press(`control:${id}:resume`, ada, house.clock.wall() + 10)).place).toBe('instead');
    house.clock.set(house.clock.wall() + 20);
    const skipped = await press(house, controls, 'Skip');
    expect(wordsOf(skipped)).toContain('Skipped.');
    expect(labels(skipped)).toEqual(['Pause', 'Next question', 'Stop']);
    await press(house, skipped, 'Next question');
    await asked(house, 1);
    expect(wordsOf(await press(house, skipped, 'Next question'))).toContain('earlier moment');
    await asked(house, 1);
  });

  it('ask once more before they stop it, and go on where the answer is no', async () => {
    const house = await openHouse(standingClock(start));
    await running(house);
    const controls = await press(house, newest(house, ':question:0'), 'Host controls');
    const sure = await press(house, controls, 'Stop');
    expect(wordsOf(sure)).toContain('Stop the quiz for everybody?');
    expect(labels(sure)).toEqual(['Yes, stop it', 'No']);
    expect(wordsOf(await press(house, sure, 'No'))).toContain('It goes on.');
    await asked(house, 0);
    expect(wordsOf(await press(house, sure, 'Yes, stop it'))).toContain('Stopped.');
    expect(await stateOf(house)).toBeUndefined();
    expect(wordsOf(await press(house, sure, 'Yes, stop it'))).toContain('This quiz is over.');
    expect(wordsOf(await press(house, sure, 'No'))).toContain('This quiz is over.');
  });

  it('take a yes only for the question at which they asked, and ask again for another', async () => {
    const house = await openHouse(standingClock(start));
    await running(house);
    const controls = await press(house, newest(house, ':question:0'), 'Host controls');
    const sure = await press(house, controls, 'Stop');
    await pass(house, 11_000);
    await until(async () => expect((await stateOf(house))?.phase.kind).toBe('revealing'));
    await pass(house, 6000);
    await asked(house, 1);
    const again = await press(house, sure, 'Yes, stop it');
    expect(wordsOf(again)).toContain('The quiz has moved on since I asked.');
    await asked(house, 1);
    expect(wordsOf(await press(house, again, 'Yes, stop it'))).toContain('Stopped.');
    expect(await stateOf(house)).toBeUndefined();
  });

  it('ask before a lobby is called off, and no longer mean it once the quiz has begun', async () => {
    const house = await openHouse(standingClock(start));
    await house.command('quiz 3 10s', ada);
    await until(() => expect(labels(newest(house, ':lobby'))).toContain('Call it off'));
    const lobby = newest(house, ':lobby');
    await press(house, lobby, 'Join');
    const sure = await press(house, lobby, 'Call it off');
    expect(wordsOf(sure)).toContain('Call the quiz off for everybody?');
    await press(house, lobby, 'Start now');
    await asked(house, 0);
    expect(wordsOf(await press(house, sure, 'Yes, call it off'))).toContain('The quiz has moved on since I asked.');
    await asked(house, 0);
  });

  it('ask once more before they stop it, also whoever types so', async () => {
    const house = await openHouse(standingClock(start));
    await running(house);
    house.clock.set(house.clock.wall() + 10);
    expect(wordsOf((await house.command('quiz stop', ada)).card)).toContain('Stop the quiz for everybody?');
    expect((await stateOf(house))?.phase.kind).toBe('asking');
    expect(wordsOf((await stop(house, ada)).card)).toContain('Stopped.');
    expect(await stateOf(house)).toBeUndefined();
  });
});
