import { describe, expect, it } from 'vitest';
import { pagesAt } from '../../../src/app/page-links.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { importAll, readAnki } from '../../core/progress/anki-reader.ts';
import { bank, shipped } from '../../search/bank.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-02T09:00:00Z');
const { command } = shipped.subject;

let sources = 0;

/** Somebody answers the first item of a question of our bank, in a workspace of theirs. */
async function answer(house: House, question: number, correct: boolean, user = 'sim:S:ada'): Promise<string> {
  const asked = bank[question];
  const item = asked?.items[0];
  if (asked === undefined || item === undefined) throw new Error('There is no such question.');
  sources += 1;
  const at = house.clock.wall();
  const { id, topic, level } = asked;
  await house.store.transact(({ memory }) =>
    memory.note({
      ...{ user, source: `daily:${sources}`, question: id, item: item.id, topic, level, asked: null, choice: null },
      ...{ correct, at },
    }),
  );
  return `${command}:${id}#${item.id}`;
}

const open = () => openHouse(standingClock(start), bank);
const button = (card: Card, label: string) => buttonsOf(card).find((each) => each.label === label)?.id ?? '';
const tokenIn = (card: Card) => /progress\/([^"/]+)"/.exec(JSON.stringify(card))?.[1] ?? '';

describe('one’s own progress', () => {
  it('is there for whoever only practises, and has no points to tell', async () => {
    const house = await open();
    expect(wordsOf((await house.command('me')).card)).toContain('You have no points yet');
    await answer(house, 0, false);
    await answer(house, 1, true);
    const words = wordsOf((await house.command('me')).card);
    expect(words).not.toContain('Points:');
    expect(words).toContain('To repeat: 0 today');
    expect(words).toContain(`Learned: 0 of ${bank.length} questions; 2 met so far`);
    house.clock.set(start + day);
    expect(wordsOf((await house.command('me')).card)).toContain('To repeat: 1 today, 2 within a week');
  });

  it('is shown to a channel once, however often and by whichever process it is pressed', async () => {
    const house = await open();
    await answer(house, 0, true);
    const { card } = await house.command('me');
    const share = button(card, 'Share');
    const first = await house.pressUnder('sim:S:C:m', share, {}, start);
    expect(first?.audience).toBe('channel');
    expect(wordsOf(first?.card ?? card)).toContain('Ada shows how far they have come:');
    expect(first?.card.body.some(({ kind }) => kind === 'picture')).toBe(true);
    expect(buttonsOf(first?.card ?? card)).toEqual([]);
    for (const process of [house, house.another()]) {
      const again = await process.pressUnder('sim:S:C:m', share, {}, start + 5000);
      expect(again?.audience).toBe('asker');
      expect(wordsOf(again?.card ?? card)).toContain('You have shared this one already.');
    }
    expect(button((await house.command('me', { direct: true })).card, 'Share')).toBe('');
  });

  it('has a page where pages are served, which nobody can guess and which ends with what is kept', async () => {
    const house = await open();
    await answer(house, 0, true);
    expect(JSON.stringify((await house.command('me')).card)).not.toContain('as a page');
    house.bot.useLinks(pagesAt('https://bot.example'));
    const token = tokenIn((await house.command('me')).card);
    expect(tokenIn((await house.command('me')).card)).toBe(token);
    expect(await house.bot.progress.progress(token)).toMatchObject({ met: 1, answered: 1, correct: 1 });
    expect(await house.bot.progress.progress('guessed')).toBeNull();
    expect(tokenIn((await house.command('me', { user: 'sim:S:bo' })).card)).toBe('');
    await house.press(buttonsOf((await house.command('forget me')).card)[0]?.id ?? '');
    expect(await house.bot.progress.progress(token)).toBeNull();
    expect(await house.bot.progress.file(token, 'data')).toBeNull();
    await answer(house, 0, true);
    expect(tokenIn((await house.command('me')).card)).not.toBe(token);
  });
});

describe('what one takes along for Anki', () => {
  it('has each item that was answered once, what was missed first', async () => {
    const house = await open();
    expect((await house.command('me anki')).card.title).toBe('Nothing to export yet');
    const right = await answer(house, 0, true);
    const missed = await answer(house, 1, false);
    const often = await answer(house, 2, false);
    for (const correct of [false, true]) await answer(house, 2, correct);
    await answer(house, 3, false, 'sim:S:bo');
    const { audience, card } = await house.command('me export to Anki');
    expect(audience).toBe('asker');
    expect(wordsOf(card)).toContain('3 questions that you have answered, those that you missed first.');
    expect(card.file).toMatchObject({ name: `${command}-anki.txt`, type: 'text/plain' });
    const { notes } = readAnki(card.file?.text ?? '');
    expect(notes.map(({ guid }) => guid)).toEqual([often, missed, right]);
    expect(notes.map(({ tags }) => tags.includes(`${command}::missed`))).toEqual([true, true, false]);
    expect(new Set(notes.map(({ deck }) => deck))).toEqual(new Set([shipped.subject.title]));
  });

  it('updates what is there when it is imported once more, and doubles nothing', async () => {
    const house = await open();
    await answer(house, 0, false);
    const before = (await house.command('me anki')).card.file?.text ?? '';
    await answer(house, 0, true);
    await answer(house, 1, true);
    const [first, ...others] = bank;
    if (first === undefined) throw new Error('The bank has a question.');
    const items = first.items.map((item) => ({ ...item, stem: `${item.stem} (in other words)` }));
    await house.bot.useBank({ ...shipped, questions: [{ ...first, items }, ...others] });
    const after = (await house.press('progress:anki')).card.file?.text ?? '';
    const collection = importAll([before, after]);
    expect(collection.size).toBe(2);
    expect([...collection.values()][0]?.fields[0]).toContain('(in other words)');
  });
});

describe('one’s own data', () => {
  it('are all that is kept, as JSON that another program reads', async () => {
    const house = await open();
    await answer(house, 0, false);
    const points = { user: 'sim:S:ada', name: 'Ada', points: 500, answered: 1, correct: 0, won: 0 };
    await house.store.transact(({ scores }) => scores.add(['sim:S:C', 'sim:S'], ['all'], points));
    await house.command('practice 2');
    const { audience, card } = await house.command('me export');
    expect([audience, card.file?.type]).toEqual(['asker', 'application/json']);
    expect(wordsOf(card)).toContain('1 answer, what you remember of each question, and your points.');
    const data = JSON.parse(card.file?.text ?? '');
    expect(data).toMatchObject({
      format: 'interview-bot/my-data',
      version: 1,
      exported: '2026-11-02T09:00:00.000Z',
      places: [{ key: 'sim:S:ada', name: 'Ada', together: { points: 500 }, kept: { answers: 1 } }],
      answers: [{ at: '2026-11-02T09:00:00.000Z', question: bank[0]?.id, correct: false, chosen: null }],
      remembered: [{ question: bank[0]?.id, missed: 1 }],
      stored: { practice_sessions: [{ state: { items: [{}, {}] } }], daily_practice: [], flags: [], interviews: [] },
    });
  });

  it('is answered politely where a button was not made by us', async () => {
    const house = await open();
    for (const id of ['progress', 'progress:all', 'progress:anki:x'])
      expect((await house.press(id)).card.title).toBe('That button is out of date');
  });
});
