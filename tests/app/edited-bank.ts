import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/core/question.ts';
import { bank, bankOf } from '../search/bank.ts';
import type { SeenMessage } from '../simulators/platform/platform.ts';
import { until } from '../until.ts';
import { ada, bo, button, channel, cy, day, editNames, edits, nobody, shownIn, start } from './edits.ts';
import type { House, Place } from './house.ts';
import { openHouse, standingClock } from './house.ts';
import { wordsOf } from './words-of.ts';

/** How the bank changes under what stands in the channel. */
const change = {
  'at a restart': (house: House, changed: readonly Question[]) => house.restart(changed),
  'while the bot runs': (house: House, changed: readonly Question[]) => house.bot.useBank(bankOf(changed)),
} as const;

type Way = keyof typeof change;

const bothWays = ['at a restart', 'while the bot runs'] as const;

/** What stands in a message is what is graded, revealed, reviewed and counted, on any database. */
export function describeEditedBank(
  name: string,
  locate: () => Promise<Place | undefined>,
  ways: readonly Way[] = bothWays,
): void {
  const cases = editNames.flatMap((edit) => ways.map((way) => ({ edit, way })));
  const open = async () => openHouse(standingClock(start), bank, { place: await locate() });

  describe(`a daily question on ${name} whose bank changes while it stands open`, () => {
    it.each(cases)('is graded, closed and counted as it stands there, when $edit $way', async ({ edit, way }) => {
      const house = await open();
      await house.command('daily on 08:00 Etc/UTC');
      await house.pass(3_600_000);
      await until(() => expect(house.platform.questionsIn(channel)).toHaveLength(1));
      const [post] = house.platform.questionsIn(channel);
      const { right, wrong } = shownIn(post?.card ?? nobody);
      const asked = post?.card ?? nobody;
      const before = await house.press(button(asked, right.letter), ada);
      expect(before.card.title).toBe('Right');
      await change[way](house, edits[edit](bank));

      const good = await house.press(button(asked, right.letter), bo);
      expect(good.card.title).toBe('Right');
      expect(wordsOf(good.card)).toContain(right.text);
      expect(wordsOf(good.card)).toContain(right.why);
      const bad = await house.press(button(asked, wrong.letter), cy);
      expect(bad.card.title).toBe('Not quite');
      expect(wordsOf(bad.card)).toContain(`The right answer is ${right.letter}  ${right.text}`);
      const again = await house.press(button(asked, wrong.letter), ada);
      expect(again.card.title).toBe(`You have answered ${right.letter} already`);
      expect(again.card.tone).toBe('good');

      await house.pass(20_000);
      expect(shownIn(post?.card ?? nobody).right).toEqual(right);
      await until(() => expect(wordsOf(post?.card ?? nobody)).toContain('3 people answered'));
      await house.pass(day);
      await until(() => expect(post?.card.title).toContain('the answer'));
      const closed = wordsOf(post?.card ?? nobody);
      expect(closed).toMatch(new RegExp(`✅ ${right.letter} {2}`));
      expect(closed).toContain(right.text);
      expect(closed).toContain(`The right answer is ${right.letter}. ${right.why}`);
      expect(closed).toContain('3 people answered, 2 of them right');
      const late = await house.press(button(asked, wrong.letter), { user: 'sim:S:late', name: 'Late' });
      expect(wordsOf(late.card)).toContain(`The right answer was ${right.letter}: ${right.text}`);
      const board = wordsOf((await house.command('leaderboard')).card);
      expect(board).toMatch(/Ada \| 500/);
      expect(board).toMatch(/Bo \| 500/);
      expect(board).toMatch(/Cy \| 0/);
    });
  });

  describe(`a quiz on ${name} whose bank changes while it runs`, () => {
    const questions = (house: House) =>
      house.platform.inThreads(channel).filter(({ key }) => key.includes(':question:'));
    const lobby = (house: House) => house.platform.in(channel)[0]?.card;

    async function asked(house: House, no: number): Promise<SeenMessage> {
      await until(async () => {
        house.bot.wake();
        const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
        expect(quiz?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
        expect(quiz?.state.closed).toHaveLength(no);
      });
      const message = questions(house)[no];
      if (message === undefined) throw new Error(`Question ${no} is not there.`);
      return message;
    }

    it.each(cases)('is graded, revealed and reviewed as it was asked, when $edit $way', async ({ edit, way }) => {
      const house = await open();
      await house.command('quiz 2 60s', ada);
      await until(() => expect(lobby(house)).toBeDefined());
      await house.press(button(lobby(house), 'Join'), bo);
      await house.press(button(lobby(house), 'Start now'), ada);
      const message = await asked(house, 0);
      const card = message.card;
      const { right, wrong, item } = shownIn(card);
      await house.press(button(card, right.letter), ada);
      await change[way](house, edits[edit](bank));

      expect(wordsOf((await house.press(button(card, wrong.letter), bo)).card)).toContain('locked in');
      await until(() => expect(message.card.title).toContain('the answer'));
      const reveal = wordsOf(message.card);
      expect(reveal).toContain(`✅ ${right.letter}  ${right.text}`);
      expect(reveal).toContain(`The right answer is ${right.letter}. ${right.why}`);
      expect(reveal).toContain(item.stem.replaceAll('`', ''));
      await house.pass(5000);

      // What was picked at the beginning is what is asked, whatever has become of the bank.
      const second = await asked(house, 1);
      const other = shownIn(second.card);
      expect(other.question.id).not.toBe(shownIn(card).question.id);
      const secondCard = second.card;
      await house.press(button(secondCard, other.right.letter), ada);
      await house.press(button(secondCard, other.wrong.letter), bo);
      await until(() => expect(second.card.title).toContain('the answer'));
      await house.pass(5000);
      const result = () => house.platform.inThreads(channel).at(-1)?.card;
      await until(() => expect(result()?.title).toBe('The quiz is over'));
      expect(wordsOf(result() ?? nobody)).toMatch(/🥇 Ada/);
      expect(wordsOf(result() ?? nobody)).toContain('Bo | 0 | 0 of 2');

      await house.restart(edits[edit](bank));
      const review = wordsOf((await house.press(button(result(), 'Review'), bo)).card);
      expect(review).toContain('2 questions to look at again');
      expect(review).toContain(`You chose: ${wrong.text}\n${wrong.why}\nRight: ${right.text}`);
      expect(review).toContain(right.why);
      expect(review).toContain(`You chose: ${other.wrong.text}\n${other.wrong.why}\nRight: ${other.right.text}`);
    });
  });

  describe(`practice on ${name} whose bank changes`, () => {
    it.each(cases)('is judged by what the card shows, when $edit $way', async ({ edit, way }) => {
      const house = await open();
      const answer = await house.command('what is stride');
      const practice = await house.press(button(answer.card, 'Quiz me'));
      const { right, wrong } = shownIn(practice.card);
      await change[way](house, edits[edit](bank));
      const good = await house.press(button(practice.card, right.letter));
      expect(good).toMatchObject({ place: 'instead', card: { title: 'Right' } });
      expect(wordsOf(good.card)).toContain(right.why);
      const bad = await house.press(button(practice.card, wrong.letter));
      expect(bad).toMatchObject({ place: 'instead', card: { title: 'Not quite' } });
      expect(wordsOf(bad.card)).toContain(`The right answer is ${right.letter}  ${right.text}`);
    });
  });
}
