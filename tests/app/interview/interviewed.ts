import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import { plainText } from '../../../src/core/card.ts';
import type { Interview } from '../../../src/core/interview/interview.ts';
import { ownIdOf } from '../../../src/core/own.ts';
import { bank } from '../../search/bank.ts';
import { ada, bo, button, start } from '../edits.ts';
import type { House, Place } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const minute = 60_000;
const secret = 'Stride is how far the kernel jumps, I believe.';

async function held(house: House, user = 'sim:S:ada'): Promise<Interview> {
  const interview = await house.store.transact((unit) => unit.interviews.lock(user));
  if (interview === null) throw new Error('There is no interview.');
  return interview;
}

/** Writes an answer to the question that is asked now. */
async function say(house: House, text = secret, who: Partial<Caller> = ada): Promise<Card> {
  const { id, questions } = await held(house);
  return (await house.say(`interview:${id}:said:${questions.length - 1}`, text, who)).card;
}

/** Presses the buttons with these labels, one after the other, each under what came of the one before. */
async function press(house: House, card: Card, ...labels: readonly string[]): Promise<Card> {
  let shown = card;
  for (const label of labels) shown = (await house.press(button(shown, label), ada)).card;
  return shown;
}

const begin = async (house: House, command = 'interview') => (await house.command(command, ada)).card;
const notes = (house: House) =>
  house.database.read('select learner, source, question, item, correct from memory_answers');

/** What a mock interview promises, on any database. */
export function describeInterview(engine: string, locate: () => Promise<Place>): void {
  const open = async (questions = bank) => openHouse(standingClock(start), questions, { place: await locate() });

  describe(`an interview on ${engine}`, () => {
    it('asks openly, shows the answer beside what one said, and has its points ticked', async () => {
      const house = await open();
      const first = await house.command('interview 20 vision', ada);
      expect(first).toMatchObject({ audience: 'asker', place: 'new', card: { title: 'Interview: question 1' } });
      expect(wordsOf(first.card)).toMatch(
        /^Interview: question 1\n20 minutes of open questions\. .+ what you write is not kept\.\n.+\?\n\[Answer\] \[Show the answer\] \[End\]\nVision · \w+ · time ends in 20 minutes$/,
      );
      const asked = house.outcomeOf(button(first.card, 'Answer'), ada);
      const { title = '', points = [] } = (await held(house)).questions[0] ?? {};
      expect(asked).toMatchObject({
        kind: 'ask',
        asked: { title: 'Your answer', about: title, fields: [{ name: 'text', most: 3000 }] },
      });
      const shown = await say(house);
      expect(shown.title).toBe(title);
      const words = wordsOf(shown);
      expect(words).toContain(`You said: ${secret}`);
      expect(words).toContain('Which of these did you say?');
      for (const point of points)
        expect(words).toContain(`
${point.replaceAll('`', '')}`);
      const ticked = await press(house, shown, '1', '2', '1 ✓');
      expect(wordsOf(ticked)).toContain(`\n${points[0]?.replaceAll('`', '')}\n✓ ${points[1]?.replaceAll('`', '')}\n`);
      expect(wordsOf(ticked)).toContain(`1 of ${points.length} points · time ends in 20 minutes`);
      expect((await press(house, ticked, 'Next question')).title).toBe('Interview: question 2');
    });

    it('keeps nothing of what somebody writes, in no table', async () => {
      const house = await open();
      await begin(house);
      await say(house);
      const tables = ['interviews', 'memory_answers', 'outgoings', 'events', 'timers'];
      const rows = await Promise.all(tables.map((table) => house.database.read(`select * from ${table}`)));
      expect(JSON.stringify(rows)).toContain('sim:ada');
      expect(JSON.stringify(rows)).not.toContain('kernel jumps');
      await house.restart();
      const shown = (await house.press(`interview:${(await held(house)).id}:go`, ada)).card;
      expect(wordsOf(shown)).not.toContain('You said');
      expect(wordsOf(shown)).toContain('Which of these did you say?');
    });

    it('is shown to its author alone where what is shown is stored, and is in no card', async () => {
      const house = await open();
      await begin(house);
      const { id } = await held(house);
      const { card } = await house.say(`interview:${id}:said:0`, secret, ada, { stored: true });
      expect(JSON.stringify(card)).not.toContain('kernel jumps');
      const about = ownIdOf(card) ?? '';
      const own = await house.bot.application.own(about, { user: 'sim:S:ada', channel: 'sim:S:C' });
      expect(plainText(own?.text ?? [])).toBe(`You said: ${secret}`);
      expect(await house.bot.application.own(about, { user: 'sim:S:bo', channel: 'sim:S:C' })).toBeNull();
    });

    it('ends with a report by topic, and what fell short is remembered as wrong', async () => {
      const house = await open();
      let card = await begin(house, 'interview vision');
      card = await press(house, await say(house), 'Next question');
      const { points = [] } = (await held(house)).questions[1] ?? {};
      card = await press(house, card, 'Show the answer', ...points.map((_, place) => String(place + 1)));
      expect(await notes(house)).toHaveLength(1);
      card = await press(house, card, 'End');
      const [first, second] = (await held(house)).questions;
      const all = (first?.points.length ?? 0) + points.length;
      expect(card.title).toBe(`Interview: ${points.length} of ${all} points, in 2 questions`);
      const words = wordsOf(card);
      expect(words).toContain(`Vision: ${points.length} of ${all} points`);
      expect(words).toMatch(/To read again:\n\[.+\]\nTo practise what was weakest, Vision: practice vision\n/);
      expect(await notes(house)).toMatchObject([
        { learner: 'sim:ada', question: first?.question, item: '(open)', correct: 0 },
        { learner: 'sim:ada', question: second?.question, item: '(open)', correct: 1 },
      ]);
      const cards = await house.store.transact(({ memory }) => memory.cards('sim:S:ada'));
      expect(cards.map(({ question, missed }) => [question, missed])).toEqual([
        [first?.question, 1],
        [second?.question, 0],
      ]);
      // It is due in practice the next day.
      await house.pass(24 * 60 * minute);
      expect(wordsOf((await house.command('practice 1', ada)).card)).toContain('back again');
    });

    it('lets the last answer be finished when the time is up, and then reports', async () => {
      const house = await open();
      await begin(house, 'interview 5');
      await house.pass(6 * minute);
      const shown = await say(house);
      expect(wordsOf(shown)).toContain('[See how it went]');
      expect(wordsOf(shown)).toContain('the time is up');
      expect((await press(house, shown, '1', 'See how it went')).title).toMatch(
        /^Interview: 1 of \d points, in 1 question$/,
      );
    });

    it('goes on where it was after a restart, and counts what is pressed twice, in two processes, once', async () => {
      const house = await open();
      await begin(house);
      const shown = await say(house);
      await house.restart();
      const other = house.another();
      const tick = button(shown, '2');
      const told = await Promise.all([
        house.pressUnder('sim:S:m', tick, ada),
        other.pressUnder('sim:S:m', tick, ada),
        other.pressUnder('sim:S:tab', tick, ada),
      ]);
      expect(told.map((reply) => reply && wordsOf(reply.card).includes('[2 ✓]'))).toEqual([true, true, true]);
      const next = button(shown, 'Next question');
      const on = await Promise.all([house.pressUnder('sim:S:m', next, ada), other.pressUnder('sim:S:n', next, ada)]);
      expect(on.map((reply) => reply?.card.title)).toEqual(['Interview: question 2', 'Interview: question 2']);
      expect((await held(house)).questions).toHaveLength(2);
      expect(await notes(house)).toHaveLength(1);
      // What is ticked under the question before comes too late.
      expect((await house.press(button(shown, '1'), ada)).card.title).toBe('Interview: question 2');
      expect((await held(house)).questions[0]?.ticked).toEqual([1]);
    });

    it('asks whether to go on when it is called for in the middle of one, and begins once for one event', async () => {
      const house = await open();
      await begin(house);
      await say(house);
      const card = await begin(house, 'interview 30 vision hard');
      expect(wordsOf(card)).toBe(
        [
          'You are in the middle of an interview',
          'You have answered 1 question.',
          'Go on with it, or begin anew with 30 minutes (Vision, hard)?',
          '[Go on] [Begin anew]',
        ].join('\n'),
      );
      expect(wordsOf(await press(house, card, 'Go on'))).toContain('Which of these did you say?');
      const again = await begin(house, 'interview 30 vision hard');
      expect((await press(house, again, 'Begin anew')).title).toBe('Interview: question 1');
      expect((await held(house)).request).toEqual({ minutes: 30, topics: ['vision'], level: 'hard' });
      await house.command('interview', ada, 'same-event');
      expect(wordsOf((await house.command('interview', ada, 'same-event')).card)).toContain('done already');
    });

    it('follows up on what the question before names as related', async () => {
      const some = bank.filter(({ topic }) => topic === 'vision').map(({ id }) => id);
      const following = (id: string) => some[(some.indexOf(id) + 1) % some.length] ?? '';
      const house = await open(bank.map((question) => ({ ...question, related: [following(question.id)] })));
      await begin(house, 'interview vision');
      const card = await press(house, await say(house), 'Next question');
      expect(wordsOf(card)).toContain('a follow-up');
      const [first, second] = (await held(house)).questions;
      expect(second).toMatchObject({ question: following(first?.question ?? ''), followUp: true });
    });

    it('says so where there is nothing to ask, to end, or to go on with', async () => {
      const house = await open();
      expect(wordsOf((await house.command('interview stop', ada)).card)).toContain('No interview to end');
      expect(wordsOf((await house.press('interview:old:next:0', ada)).card)).toContain('That interview is over');
      expect(wordsOf((await house.press('interview:old:answer:0:gone', ada)).card)).toContain('out of date');
      expect(wordsOf((await house.say('interview:old:said:0', secret, bo)).card)).toContain('That interview is over');
      await begin(house);
      expect(wordsOf(await say(house, '  \n '))).toContain('That was empty');
      expect((await held(house)).questions[0]?.revealed).toBe(false);
      const without = await open(bank.map(({ points: _, ...question }) => question));
      expect(wordsOf(await begin(without))).toContain('An interview needs questions with a checklist');
    });

    it('is gone when somebody is forgotten', async () => {
      const house = await open();
      await begin(house);
      await say(house);
      await house.press('forget:yes', ada);
      expect(await house.store.transact((unit) => unit.interviews.lock('sim:S:ada'))).toBeNull();
    });
  });
}
