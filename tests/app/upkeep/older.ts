import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store/store.ts';
import { createBot } from '../../../src/bot.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { orderOf } from '../../../src/core/permutation.ts';
import type { Question } from '../../../src/core/question.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { bank, bankOf } from '../../search/bank.ts';
import { searchOf } from '../../search/search-of.ts';
import { silent } from '../../silent.ts';
import type { SeenMessage } from '../../simulators/platform/platform.ts';
import { until } from '../../until.ts';
import { rules } from '../../zone-rules.ts';
import { ada, bo, button, channel, cy, day, edits, nobody, shownIn, start } from '../edits.ts';
import type { House, Place } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { stop } from '../quiz/played.ts';
import { wordsOf } from '../words-of.ts';
import { toOlder } from './older-database.ts';

const elsewhere = 'sim:S:D';

/** A database of a version before, while a daily question stands open, a quiz is played and another one is over. */
type Left = {
  readonly house: House;
  readonly daily: SeenMessage;
  readonly question: SeenMessage;
  /** What the daily question and the quiz showed before the update. */
  readonly asked: { readonly daily: Card; readonly question: Card };
  /** The result of the quiz that is over, in which Bo has missed one. */
  readonly result: Card;
  /** Starts this version over it, with a bank. */
  readonly update: (questions: readonly Question[], meanwhile?: () => Promise<void>) => Promise<void>;
};

async function startQuiz(house: House, where: string, text: string): Promise<SeenMessage> {
  await house.command(text, { ...ada, channel: where });
  const lobby = () => house.platform.in(where).findLast(({ key }) => key.endsWith(':lobby'))?.card;
  await until(() => expect(button(lobby(), 'Join')).not.toBe(''));
  for (const who of [ada, bo]) await house.press(button(lobby(), 'Join'), { ...who, channel: where });
  await house.press(button(lobby(), 'Start now'), { ...ada, channel: where });
  let question: SeenMessage | undefined;
  await until(async () => {
    house.bot.wake();
    const live = (await house.store.transact((unit) => unit.quizzes.live())).find((quiz) => quiz.channel === where);
    expect(live?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
    // Looked for only now: it may have been posted while the database was read.
    question = house.platform.inThreads(where).findLast(({ key }) => key.includes(':question:'));
  });
  if (question === undefined) throw new Error('Nothing was asked.');
  return question;
}

async function leave(place: Place): Promise<Left> {
  const house = await openHouse(standingClock(start), bank, { place });
  const over = await startQuiz(house, elsewhere, 'quiz 1 30s');
  const missed = shownIn(over.card);
  const buttons = over.card;
  await house.press(button(buttons, missed.right.letter), { ...ada, channel: elsewhere });
  await house.press(button(buttons, missed.wrong.letter), { ...bo, channel: elsewhere });
  await until(() => expect(over.card.title).toContain('the answer'));
  // What meets another instance's work on the database comes again after its lease.
  let result = nobody;
  await until(async () => {
    await house.pass(5000);
    // A word that messages come late, which has no title, may stand below it: the clock jumped while some were on their way.
    result = house.platform.inThreads(elsewhere).findLast(({ card }) => card.title !== undefined)?.card ?? nobody;
    expect(result.title).toBe('The quiz is over');
  });
  await house.command('daily on 08:00 Etc/UTC');
  await house.pass(3_600_000);
  await until(() => expect(house.platform.questionsIn(channel)).toHaveLength(1));
  const [daily] = house.platform.questionsIn(channel);
  if (daily === undefined) throw new Error('No daily question was asked.');
  const asked = { daily: daily.card };
  await house.press(button(daily.card, shownIn(daily.card).right.letter), ada);
  const question = await startQuiz(house, channel, 'quiz 2 300s');
  await house.press(button(question.card, shownIn(question.card).right.letter), ada);
  return {
    house,
    daily,
    question,
    asked: { ...asked, question: question.card },
    result,
    update: (questions, meanwhile = async () => {}) =>
      house.restart(questions, {
        meanwhile: async () => {
          await toOlder(place);
          await meanwhile();
        },
      }),
  };
}

/** What an update from versions that named what they asked by its place in the bank keeps, on any database. */
export function describeOlder(name: string, locate: () => Promise<Place>): void {
  describe(`an update on ${name} from a version that named items by their places`, () => {
    it('goes on with what stands open and was asked, and knows what was', async () => {
      const { house, daily, question, asked, result, update } = await leave(await locate());
      await update(bank);
      // From now on any edit will do.
      await house.bot.useBank(bankOf(edits['an item was put before the others'](edits['the key was changed'](bank))));

      const shown = shownIn(asked.daily);
      expect((await house.press(button(asked.daily, shown.right.letter), bo)).card.title).toBe('Right');
      const bad = await house.press(button(asked.daily, shown.wrong.letter), cy);
      expect(wordsOf(bad.card)).toContain(`The right answer is ${shown.right.letter}  ${shown.right.text}`);

      const played = shownIn(asked.question);
      expect(wordsOf((await house.press(button(asked.question, played.wrong.letter), bo)).card)).toContain('locked in');
      await until(() => expect(question.card.title).toContain('the answer'));
      expect(wordsOf(question.card)).toContain(`The right answer is ${played.right.letter}. ${played.right.why}`);

      const review = wordsOf((await house.press(button(result, 'Review'), bo)).card);
      expect(review).toContain('One question to look at again');
      expect(review).toMatch(/You chose: .+\n.+\nRight: .+/);

      const stride = bank.find(({ id }) => id === 'stride')?.items[1];
      const order = 5;
      const place = orderOf(order).findIndex((index) => stride?.options[index]?.correct === true);
      const practised = await house.press(`try:stride:1:${order}:${place}`);
      expect(practised).toMatchObject({ place: 'instead', card: { title: 'Right' } });
      expect(wordsOf(practised.card)).toContain(stride?.stem);
      expect((await house.press('practise:stride:1')).card.title).toBe('What is stride in a convolution?');

      await house.pass(day);
      await until(() => expect(daily.card.title).toContain('the answer'));
      expect(wordsOf(daily.card)).toContain(`The right answer is ${shown.right.letter}. ${shown.right.why}`);
      expect(wordsOf(daily.card)).toContain('3 people answered, 2 of them right');
    });

    it('has learned from the answers that were given before anybody learned from them', async () => {
      const { house, update } = await leave(await locate());
      const learned = async () => {
        const rows = await house.database.read(
          'select learner, source, question, item, topic, correct from memory_answers',
        );
        return rows.map((row) => JSON.stringify(row)).toSorted();
      };
      const before = await learned();
      expect(before.length).toBe(3);
      await update(bank);
      expect(await learned()).toEqual(before);
      const cards = await house.store.transact(({ memory }) => memory.cards('sim:S:ada'));
      expect(cards.map(({ answered, missed }) => [answered, missed])).toEqual([
        [1, 0],
        [1, 0],
      ]);
      await house.restart();
      expect(await learned()).toEqual(before);
    });

    it('repeats nothing that was asked lately', async () => {
      const { house, asked, update } = await leave(await locate());
      const quizzed = [shownIn(asked.question).question.id];
      const before = shownIn(asked.daily).question.id;
      await update(bank);
      const lastAsked = await house.store.transact((unit) => unit.quizzes.lastAsked(channel));
      expect(lastAsked.map(({ item }) => item.split('#')[0])).toEqual(quizzed);
      expect(lastAsked[0]?.item).toBe(`${quizzed[0]}#${shownIn(asked.question).item.id}`);
      await house.pass(1000);
      await stop(house, ada);
      await house.command('quiz 50', ada);
      const picked = await house.store.transact((unit) => unit.quizzes.live());
      const fresh = picked.find((quiz) => quiz.channel === channel)?.state.questions ?? [];
      expect(fresh).toHaveLength(50);
      expect(fresh.map(({ item, question }) => `${question}#${item}`)).not.toContain(lastAsked[0]?.item);
      expect(wordsOf((await house.command('daily status')).card)).toContain('1 question, 49');
      await house.pass(day);
      await until(() =>
        expect(house.platform.in(channel).filter(({ key }) => key.startsWith('daily:'))).toHaveLength(2),
      );
      const second = house.platform.in(channel).findLast(({ key }) => key.startsWith('daily:'));
      expect(shownIn(second?.card ?? nobody).question.id).not.toBe(before);
    });

    it.each(['the key was changed', 'the options stand in another order', 'the question was removed'] as const)(
      'grades nobody against another text when %s by the update itself',
      async (edit) => {
        const { house, daily, question, asked, result, update } = await leave(await locate());
        await update(edits[edit](bank));
        await until(() => expect(wordsOf(daily.card)).toContain('changed during an update'));
        expect(buttonsOf(daily.card)).toEqual([]);
        const shown = shownIn(asked.daily);
        const pressed = await house.press(button(asked.daily, shown.right.letter), bo);
        expect(wordsOf(pressed.card)).toContain('changed during an update');
        const board = async () => wordsOf((await house.command('leaderboard')).card);
        expect(await board()).toMatch(/Ada \| 500 /);
        expect(await board()).not.toContain('Bo');

        // By the letter that was right when it was asked; the words of another text are nowhere.
        const played = shownIn(asked.question);
        await house.press(button(asked.question, played.wrong.letter), bo);
        await until(() => expect(question.card.title).toContain('the answer'));
        expect(wordsOf(question.card)).toContain(`The right answer was ${played.right.letter}. `);
        expect(wordsOf(question.card)).toMatch(/1\. Ada [\d,]+\n2\. Bo 0/);
        const review = wordsOf((await house.press(button(result, 'Review'), bo)).card);
        expect(review).toContain('One question to look at again');
        expect(review).toMatch(/these were right in the thread: 1 [A-D]/);

        await house.restart(bank);
        expect(wordsOf((await house.press(button(asked.daily, shown.right.letter), cy)).card)).toContain(
          'changed during an update',
        );
        const streak = await house.store.transact((unit) => unit.daily.streak(channel, 'sim:S:ada'));
        expect(streak?.current).toBe(1);
      },
    );
  });
}

/** The same where several instances may be started at once, with different banks. */
export function describeOlderTogether(name: string, locate: () => Promise<Place>): void {
  it(`is taken over once on ${name} when two instances with different banks are started at once`, async () => {
    const place = await locate();
    const { house, asked, update } = await leave(place);
    await update(bank, async () => {
      const banks = [bank, edits['the key was changed'](bank)];
      const stores: Store[] = [];
      for (const no of banks.keys()) {
        stores.push(await openStore(place.location, { owner: `instance-${no}`, log: silent }));
      }
      const { clock } = house;
      const bots = stores.map((store, no) =>
        createBot({
          bank: bankOf(banks[no] ?? bank),
          store,
          clock,
          random: Math.random,
          token: () => 't',
          rules,
          log: silent,
          searchOf,
        }),
      );
      await Promise.all(bots.map((bot) => bot.recover()));
      expect(await place.database.read('select * from older_asked')).toEqual([]);
      for (const bot of bots) await bot.stop();
      for (const store of stores) await store.close();
    });
    const [post] = await house.store.transact((unit) => unit.daily.history(channel));
    const pressed = await house.press(button(asked.daily, shownIn(asked.daily).right.letter), bo);
    // Whoever came first: by its own bank it was adopted, or withdrawn.
    expect(pressed.card.title).toBe(post?.asked === null ? 'Daily question · 2 November' : 'Right');
    const quizzes = await place.database.read('select state from quizzes');
    expect(quizzes).toHaveLength(2);
    for (const { state } of quizzes) expect(String(state)).toMatch(/"asked":"[0-9a-f]*"/);
  });
}
