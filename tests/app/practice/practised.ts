import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/app/ports.ts';
import { relearn } from '../../../src/app/upkeep/learn.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { orderOf } from '../../../src/core/permutation.ts';
import type { PracticeSession } from '../../../src/core/practice/session.ts';
import { bank } from '../../search/bank.ts';
import { ada, button, day, edits, nobody, start } from '../edits.ts';
import type { House, Place } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const alone = { channel: 'sim:S:D-ada', direct: true };

/** The practice that Ada is in, or was last. */
async function held(house: House): Promise<PracticeSession> {
  const session = await house.store.transact((unit) => unit.practice.lock('sim:S:ada'));
  if (session === null) throw new Error('There is no practice.');
  return session;
}

/** The button of a right or a wrong option of the question that is asked now. */
async function option(house: House, correct: boolean): Promise<string> {
  const { id, items, answers } = await held(house);
  const no = answers.length;
  const { asked = '', order = 0 } = items[no] ?? {};
  const found = (await house.store.transact((unit) => unit.items.find([asked]))).get(asked);
  const place = orderOf(order).findIndex((index) => found?.item.options[index]?.correct === correct);
  return `session:${id}:pick:${no}:${place}`;
}

const answer = async (house: House, correct: boolean, who: Partial<Caller> = ada) =>
  (await house.press(await option(house, correct), who)).card;

const next = async (house: House, card: Card, who: Partial<Caller> = ada) =>
  (await house.press(buttonsOf(card)[0]?.id ?? '', who)).card;

/** Answers all that is left, and gives the summary. */
async function finish(house: House, ...correct: readonly boolean[]): Promise<Card> {
  let card = nobody;
  for (const each of correct) card = await next(house, await answer(house, each));
  return card;
}

const cards = (house: House, user = 'sim:S:ada') => house.store.transact(({ memory }) => memory.cards(user));
const answers = (house: House) => house.database.read('select learner, source, question, correct from memory_answers');

/** What practice promises, on any database. */
export function describePractice(engine: string, locate: () => Promise<Place>): void {
  const open = async (questions = bank) => openHouse(standingClock(start), questions, { place: await locate() });

  describe(`practice on ${engine}`, () => {
    it('asks one question after the other, judges each, and sums up what comes back when', async () => {
      const house = await open();
      const first = await house.command('practice 3', ada);
      expect(first).toMatchObject({ audience: 'asker', place: 'new' });
      expect(first.card.title).toBe('Practice: question 1 of 3');
      expect(wordsOf(first.card)).toContain('3 questions, all new to you. Only you see this, and it gives no points.');
      const wrong = await house.press(await option(house, false), ada);
      expect(wrong).toMatchObject({ audience: 'asker', place: 'instead', card: { title: 'Not quite', tone: 'bad' } });
      expect(wordsOf(wrong.card)).toMatch(/You chose .+\n.+\nThe right answer is .+\n.+\n/);
      expect(wordsOf(wrong.card)).toContain(
        '[Next] [Full answer] [Stop here] [This is wrong]\n1 of 3, 0 right. This comes back tomorrow.',
      );
      const second = await next(house, wrong.card);
      expect(second.title).toBe('Practice: question 2 of 3');
      const right = await answer(house, true);
      expect(wordsOf(right)).toContain('2 of 3, 1 right. This comes back in 4 days.');
      await next(house, right);
      const summary = await next(house, await answer(house, true));
      expect(summary.title).toBe('Practice: 2 of 3 right');
      expect(wordsOf(summary)).toContain('What comes back: 1 tomorrow and 2 in 4 days.');
      expect(wordsOf(summary)).toContain('[Practise my mistakes again] [Practise more]');
      expect(await house.store.transact(({ scores }) => scores.own('sim:S', 'all', 'sim:S:ada'))).toBeNull();
    });

    it('brings back what is due first, by another item, and then what is new', async () => {
      const house = await open();
      await house.command('practice 2', ada);
      const before = (await held(house)).items;
      await finish(house, false, true);
      await house.pass(day);
      const card = (await house.command('practice 4', ada)).card;
      expect(wordsOf(card)).toContain('4 questions: 1 back again and 3 new to you.');
      const again = (await held(house)).items;
      expect(again.map(({ why }) => why)).toEqual(['due', 'new', 'new', 'new']);
      expect(again[0]?.question).toBe(before[0]?.question);
      expect(again[0]?.item).not.toBe(before[0]?.item);
    });

    it('goes on where it was after a restart, and on another instance', async () => {
      const house = await open();
      await house.command('practice 3', ada);
      const verdict = await answer(house, false);
      await house.restart();
      const second = await next(house, verdict);
      expect(second.title).toBe('Practice: question 2 of 3');
      const elsewhere = house.another();
      const told = await elsewhere.pressUnder('sim:S:m', await option(house, true), ada);
      expect(told?.card.title).toBe('Right');
      expect((await held(house)).answers.map(({ correct }) => correct)).toEqual([false, true]);
    });

    it('counts an answer once, pressed in two places at once or again later, and shows the verdict each time', async () => {
      const house = await open();
      await house.command('practice 2', ada);
      const [right, wrong] = [await option(house, true), await option(house, false)];
      const other = house.another();
      const told = await Promise.all([
        house.pressUnder('sim:S:m', right, ada),
        other.pressUnder('sim:S:m', right, ada),
        other.pressUnder('sim:S:other-tab', right, ada),
      ]);
      expect(told.map((reply) => reply?.card.title)).toEqual(['Right', 'Right', 'Right']);
      expect((await house.press(wrong, ada)).card.title).toBe('Right');
      expect(await answers(house)).toHaveLength(1);
      expect(await cards(house)).toMatchObject([{ answered: 1, missed: 0 }]);
    });

    it('asks whether to go on when it is called for in the middle of one', async () => {
      const house = await open();
      await house.command('practice 3', ada);
      const id = (await held(house)).id;
      await answer(house, true);
      const { card } = await house.command('practice 2 vision easy', ada);
      expect(wordsOf(card)).toBe(
        [
          'You are in the middle of a practice',
          'You have answered 1 of 3 questions.',
          'Go on with it, or begin anew with 2 questions (Vision, easy)?',
          '[Go on] [Begin anew]',
        ].join('\n'),
      );
      expect((await house.press(button(card, 'Go on'), ada)).card.title).toBe('Practice: question 2 of 3');
      const anew = button(card, 'Begin anew');
      const begun = await Promise.all([house.press(anew, ada), house.another().pressUnder('sim:S:t', anew, ada)]);
      expect(begun.map((reply) => reply?.card.title)).toEqual([
        'Practice: question 1 of 2',
        'Practice: question 1 of 2',
      ]);
      const session = await held(house);
      expect(session).toMatchObject({ request: { count: 2, topics: ['vision'], level: 'easy' }, answers: [] });
      expect(wordsOf((await house.press(`session:${id}:pick:1:0`, ada)).card)).toContain('That practice is over');
      expect((await house.press(`session:${id}:next`, ada)).card.title).toBe('Practice: question 1 of 2');
    });

    it('begins once for one event, and anew at once where nothing was answered', async () => {
      const house = await open();
      await house.command('practice 3', ada, 'same-event');
      const { id } = await held(house);
      expect(wordsOf((await house.command('practice 3', ada, 'same-event')).card)).toContain('done already');
      expect((await house.command('practice 2', ada)).card.title).toBe('Practice: question 1 of 2');
      expect((await held(house)).id).not.toBe(id);
    });

    it('stops where one wants, and practises the mistakes again by other items', async () => {
      const house = await open();
      await house.command('practice 5', ada);
      const missed = (await held(house)).items[0];
      const verdict = await answer(house, false);
      const summary = (await house.press(button(verdict, 'Stop here'), ada)).card;
      expect(summary.title).toBe('Practice: 0 of 1 right');
      const again = (await house.press(button(summary, 'Practise my mistakes again'), ada)).card;
      expect(again.title).toBe('Practice: question 1 of 1');
      expect(wordsOf(again)).toContain('missed before');
      const [item] = (await held(house)).items;
      expect(item?.question).toBe(missed?.question);
      expect(item?.item).not.toBe(missed?.item);
      expect(wordsOf((await house.command('practice stop', ada)).card)).toContain('You answered nothing');
      expect(wordsOf((await house.command('practice stop', ada)).card)).toContain('No practice to stop');
    });

    it('takes the place of a quiz where one is alone with the bot, and says so', async () => {
      const house = await open();
      const { card } = await house.command('quiz 2 vision 10s teams', { ...ada, ...alone });
      expect(card.title).toBe('Practice: question 1 of 2');
      expect(wordsOf(card)).toContain('A quiz is played in a channel, against others.');
      expect((await held(house)).request).toEqual({ count: 2, topics: ['vision'], level: null });
    });

    it('says when there are fewer questions', async () => {
      const house = await open();
      const { card } = await house.command('practice 50 vision easy', ada);
      expect(wordsOf(card)).toMatch(/There are no more than \d+ questions, all new to you/);
    });

    it('says when there are none, and keeps nothing', async () => {
      const few = await open(bank.filter(({ topic }) => topic !== 'vision'));
      const { card } = await few.command('practice vision', ada);
      expect(wordsOf(card)).toContain('The bank has no question for “Vision”.');
      expect(await few.store.transact(({ practice }) => practice.lock('sim:S:ada'))).toBeNull();
    });

    it('grades what it asked, whatever has become of the bank', async () => {
      const house = await open();
      await house.command('practice 2', ada);
      const right = await option(house, true);
      await house.restart(edits['the question was removed'](bank));
      expect((await house.press(right, ada)).card.title).toBe('Right');
      await house.pass(5 * day);
      const { card } = await house.command('practice stop', ada);
      expect(card.title).toBe('Practice: 1 of 1 right');
      await house.command('practice 3', ada);
      expect((await held(house)).items.map(({ why }) => why)).toEqual(['new', 'new', 'new']);
      expect(await cards(house)).toHaveLength(1);
    });

    it('is forgotten with the person', async () => {
      const house = await open();
      await house.command('practice 3', ada);
      await answer(house, true);
      const { card } = await house.command('forget me', ada);
      expect(wordsOf(card)).toContain('what you learned from 1 answer');
      await house.press(buttonsOf(card)[0]?.id ?? '', ada);
      expect(await house.store.transact(({ practice }) => practice.lock('sim:S:ada'))).toBeNull();
      expect([await answers(house), await cards(house)]).toEqual([[], []]);
      expect(wordsOf((await house.command('forget me', ada)).card)).toContain('I keep nothing about you');
    });
  });

  describe(`what somebody remembers on ${engine}`, () => {
    it('is of daily questions, of quizzes once they are closed, and of practice; the same when made anew', async () => {
      const house = await open();
      await house.command('daily now', { ...ada, manages: true });
      await house.settled();
      const [daily] = house.platform.questionsIn('sim:S:C');
      await house.press(button(daily?.card, 'A'), ada);
      await house.press(button(daily?.card, 'B'), ada);
      await house.command('practice 2', ada);
      await answer(house, false);
      const tried = await house.press('practise:stride', ada);
      await house.pressUnder('sim:S:tried', button(tried.card, 'A'), ada);
      await house.another().pressUnder('sim:S:tried', button(tried.card, 'B'), ada);
      const kinds = (await answers(house)).map(({ source }) => String(source).split(':')[0]);
      expect(kinds.toSorted()).toEqual(['daily', 'practice', 'try']);
      const before = await cards(house);
      expect(before.length).toBeGreaterThan(1);
      await relearn(house.store);
      expect(await cards(house)).toEqual(before);
    });
  });
}
