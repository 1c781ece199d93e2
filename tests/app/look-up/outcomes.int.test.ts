import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { instant } from '../daily/place.ts';
import { type House, openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { fakeSearch } from './fake-search.ts';

const query = 'Autoencoder not learning identity function';
const search = fakeSearch({
  [query]: ['partial', 'autoencoder', 'stride'],
  'kernel hop': ['unsure', 'padding', 'stride'],
  'kernel hop?': ['unsure', 'padding', 'stride'],
  'what is stride': ['answer', 'stride', 'padding'],
  'quizz 5': ['unsure', 'stride'],
  'practce 5': ['unsure', 'stride'],
  'random seed': ['unsure', 'stride'],
});

const start = instant('2026-11-02T07:00:00Z');
const open = () => openHouse(standingClock(start), undefined, { search });
const bo = { user: 'sim:S:bo' };

/** What was counted, once the bot has written all of it. */
async function counted(house: House) {
  await house.restart();
  return house.store.transact(async ({ gaps, clicks }) => ({
    gaps: (await gaps.list(9)).map(({ kind, query: asked, question, count }) => [kind, asked, question, count]),
    clicks: (await clicks.list(9)).map(({ query: asked, question, count, against }) => [
      asked,
      question,
      count,
      against,
    ]),
  }));
}

describe('a query of which the bank explains only the thing', () => {
  it('is told so, with the title of what it has, and opened in place', async () => {
    const house = await open();
    const { card } = await house.command(query);
    expect(wordsOf(card)).toContain(`I can answer What is an autoencoder? About`);
    expect(wordsOf(card)).toContain(`“${query}”`);
    expect(buttonsOf(card)).toMatchObject([{ id: 'choose:autoencoder', style: 'primary' }, { id: 'choose:stride' }]);
    const opened = await house.press('choose:autoencoder');
    expect(opened).toMatchObject({ place: 'instead', card: { title: 'What is an autoencoder?' } });
  });

  it('has a button that is stale once the question is gone', async () => {
    const house = await open();
    await house.command(query);
    expect(wordsOf((await house.press('choose:no-such-question')).card)).toContain('out of date');
  });
});

describe('a long answer', () => {
  it('is shown short first, and whole in place of that once more is wanted', async () => {
    const house = await open();
    const { card } = await house.command('what is stride');
    expect(buttonsOf(card)[0]).toEqual({ id: 'more:stride', label: 'More' });
    const whole = await house.press('more:stride');
    expect(whole).toMatchObject({ place: 'instead', card: { title: card.title } });
    expect(wordsOf(whole.card).length).toBeGreaterThan(wordsOf(card).length);
    expect(buttonsOf(whole.card)).toEqual([{ id: 'less:stride', label: 'Less' }, ...buttonsOf(card).slice(1)]);
    await house.restart();
    expect(await house.press('less:stride')).toMatchObject({ place: 'instead', card });
    expect(wordsOf((await house.press('more:no-such-question')).card)).toContain('out of date');
  });
});

describe('what is counted of look-ups', () => {
  it('are those without an answer, of each kind, and no manners or commands', async () => {
    const house = await open();
    for (const text of [query, 'kernel hop', 'dropout', 'Dropout?', 'what is stride']) await house.command(text);
    for (const text of ['thanks', 'good morning', 'hi', 'quizz 5', 'practise', '?!']) await house.command(text);
    expect(await counted(house)).toEqual({
      gaps: [
        ['unanswered', 'dropout', '', 2],
        ['partial', query, 'autoencoder', 1],
        ['unsure', 'kernel hop', 'padding', 1],
      ],
      clicks: [],
    });
  });

  it('is what was opened of an offer, once a person, and never who', async () => {
    const house = await open();
    for (const who of [{}, bo]) {
      await house.command('kernel hop', who);
      await house.press('choose:stride', who);
      await house.press('choose:stride', who);
    }
    await house.command(query);
    await house.press('choose:autoencoder');
    await house.command('what is stride');
    await house.press('show:padding');
    const { clicks } = await counted(house);
    expect(clicks).toEqual([
      ['kernel hop', 'stride', 2, 0],
      [query, 'autoencoder', 1, 0],
    ]);
    expect(JSON.stringify(await house.database.read('select * from clicks'))).not.toContain('sim:S');
  });

  it('is what was opened after a 👎, which counts against what got it until it is taken back', async () => {
    const house = await open();
    await house.command('kernel hop');
    await house.press('choose:padding');
    expect(buttonsOf((await house.press('bad:padding')).card)).toMatchObject([{ id: 'show:stride' }]);
    await house.press('show:stride');
    expect((await counted(house)).clicks.toSorted()).toEqual([
      ['kernel hop', 'padding', 1, 1],
      ['kernel hop', 'stride', 1, 0],
    ]);
    await house.press('good:padding');
    expect((await counted(house)).clicks.toSorted()).toEqual([
      ['kernel hop', 'padding', 1, 0],
      ['kernel hop', 'stride', 1, 0],
    ]);
  });
});

describe('what is no question', () => {
  const said = async (house: House, text: string) => wordsOf((await house.command(text)).card);

  it('is answered in kind', async () => {
    const house = await open();
    expect(await said(house, 'hi')).toContain('Hello!');
    expect(await said(house, 'thank you!')).toContain('You are welcome!');
    expect(await said(house, 'ok')).toContain('All right.');
  });

  it('leads to the command that was meant', async () => {
    const house = await open();
    expect(await said(house, 'quizz 5')).toContain('Did you mean the command quiz 5?');
    expect(await said(house, 'topcs')).toContain('Did you mean the command topics?');
    expect(await said(house, 'practce 5')).toContain('Did you mean the command practice 5?');
  });

  it('may be one after all: both are told where it is not clear', async () => {
    const house = await open();
    expect(await said(house, 'random forest')).toMatch(
      /The bank has nothing on “random forest”.*For a random question/s,
    );
    expect(await said(house, 'random seed')).toMatch(/Did you mean this\?.*For a random question type random/s);
  });
});
