import { describe, expect, it } from 'vitest';
import { pagesAt } from '../../../src/app/page-links.ts';
import type { Card } from '../../../src/core/card.ts';
import { readCsv } from '../../export/csv-reader.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { ada, asked, bo, button, cy, open, pick, right, start, stop, thread } from './played.ts';

const day = 86_400_000;
const mallory = { user: 'sim:S:mal', name: '=HYPERLINK("https://evil.example","Ada")', manages: false };

/** A quiz of Ada's that Bo answered rightly, Mallory wrongly and Ada not at all, and its card at the end. */
async function played(house: House): Promise<Card> {
  await open('quiz 1 10s teams', house);
  const id = (await house.store.transact((unit) => unit.quizzes.live()))[0]?.id ?? '';
  for (const who of [bo, mallory]) await house.press(`join:${id}`, who);
  await house.press(`begin:${id}`, ada);
  const message = await asked(house, 0);
  const place = await right(house, 0);
  const at = house.clock.wall();
  await pick(house, message, place, bo, at + 1500);
  await pick(house, message, (place + 1) % 4, mallory, at + 250);
  await house.pass(20_000);
  await house.pass(10_000);
  return until(() => {
    const card = thread(house).find(({ key }) => key.endsWith(':result'))?.card;
    if (card === undefined) throw new Error('There is no result yet.');
    return card;
  });
}

const rowsOf = (card: Card) => readCsv(card.file?.text ?? '');

describe('the results of a quiz as a file', () => {
  it('say what everybody chose, whether it was right, how long it took and what it brought', async () => {
    const house = await openHouse(standingClock(start));
    const end = await played(house);
    const { audience, card } = await house.press(button(end, 'Results as CSV'), ada);
    expect(audience).toBe('asker');
    expect(card.file?.name).toMatch(/^quiz-[a-z0-9]{12}\.csv$/);
    const rows = rowsOf(card);
    expect(rows.map(({ player, right: isRight, seconds, points }) => [player, isRight, seconds, points])).toEqual([
      ['Ada', 'no', '', '0'],
      ['Bo', 'yes', '1.500', '925'],
      [`'${mallory.name}`, 'no', '0.250', '0'],
    ]);
    expect(rows.map(({ team }) => team).toSorted()).toEqual(expect.arrayContaining(['Blue', 'Red']));
    const [quiz] = await house.store.transact((unit) => unit.quizzes.of('sim:S:ada'));
    const picked = quiz?.state.questions[0];
    const item = (await house.store.transact((unit) => unit.items.find([picked?.asked ?? '']))).get(
      picked?.asked ?? '',
    )?.item;
    expect(rows[1]).toMatchObject({ number: '1', item: `${picked?.question}#${picked?.item}` });
    const plain = (text = '') => text.replace(/^'/, '');
    expect(plain(rows[1]?.['question'])).toBe(item?.stem);
    expect(plain(rows[1]?.['choice'])).toBe(item?.options.find(({ correct }) => correct)?.text);
    expect(item?.options.map(({ text }) => text)).toContain(plain(rows[2]?.['choice']));
    expect(rows[0]?.['choice']).toBe('');
  });

  it('are for its host alone, also for who manages and by command, and never while it goes on', async () => {
    const house = await openHouse(standingClock(start));
    await open('quiz 2 10s', house);
    const [live] = await house.store.transact((unit) => unit.quizzes.live());
    expect(wordsOf((await house.press(`results:${live?.id}`, ada)).card)).toContain('The quiz goes on');
    expect(wordsOf((await house.command('quiz results', ada)).card)).toContain('You have hosted no quiz here');
    await stop(house, ada);
    const end = await played(house);
    for (const who of [bo, { ...cy, manages: true }]) {
      const { card } = await house.press(button(end, 'Results as CSV'), who);
      expect(card.file).toBeUndefined();
      expect(wordsOf(card)).toContain('for the host of the quiz alone, and here that was Ada');
      expect((await house.command('quiz results', who)).card.file).toBeUndefined();
    }
    expect(rowsOf((await house.command('quiz results', ada)).card)).toHaveLength(3);
    expect((await house.command('quiz results', { ...ada, channel: 'sim:S:D' })).card.file).toBeUndefined();
  });

  it('are given for thirty days, at their address, too, which only the host was told', async () => {
    const house = await openHouse(standingClock(start));
    house.bot.useLinks(pagesAt('https://bot.example'));
    const end = await played(house);
    const { card } = await house.press(button(end, 'Results as CSV'), ada);
    const [, word = ''] = /https:\/\/bot\.example\/results\/([^"]+)"/.exec(JSON.stringify(card.body)) ?? [];
    const file = () => house.bot.presenting.results(word);
    expect(await file()).toEqual(card.file);
    expect(await house.bot.presenting.results(`${word}x`)).toBeNull();
    expect(await house.bot.presenting.results(word.split('-', 1)[0] ?? '')).toBeNull();
    const seen = JSON.stringify(house.platform.messages);
    expect(seen).not.toContain(word.split('-').slice(1).join('-'));
    house.clock.set(house.clock.wall() + 29 * day);
    expect(rowsOf((await house.command('quiz results', ada)).card)).toHaveLength(3);
    house.clock.set(house.clock.wall() + 2 * day);
    expect(wordsOf((await house.press(button(end, 'Results as CSV'), ada)).card)).toContain('more than 30 days ago');
    expect((await house.command('quiz results', ada)).card.file).toBeUndefined();
    expect(await file()).toBeNull();
  });

  it('are without whoever was forgotten, and no longer at their address once that is the host', async () => {
    const house = await openHouse(standingClock(start));
    house.bot.useLinks(pagesAt('https://bot.example'));
    const end = await played(house);
    const { card } = await house.press(button(end, 'Results as CSV'), ada);
    const [, word = ''] = /\/results\/([^"]+)"/.exec(JSON.stringify(card.body)) ?? [];
    await house.command('forget me', bo);
    await house.press('forget:yes', bo);
    const text = (await house.bot.presenting.results(word))?.text ?? '';
    expect(text).toContain('Ada');
    expect(text).not.toContain('Bo,');
    await house.command('forget me', ada);
    await house.press('forget:yes', ada);
    expect(await house.bot.presenting.results(word)).toBeNull();
    for (const who of [ada, mallory]) {
      expect((await house.press(button(end, 'Results as CSV'), who)).card.file).toBeUndefined();
    }
  });
});
