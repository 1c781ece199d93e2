import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.ts';
import { createBot } from '../../src/bot.ts';
import { buttonsOf } from '../../src/core/card.ts';
import { commandOf } from '../core/command-of.ts';
import { bank, bankOf, shipped } from '../search/bank.ts';
import { searchOf } from '../search/search-of.ts';
import { silent } from '../silent.ts';
import { until } from '../until.ts';
import { rules } from '../zone-rules.ts';
import { describeEditedBank } from './edited-bank.ts';
import { edits, shownIn } from './edits.ts';
import { openHouse, standingClock } from './house.ts';
import { stop } from './quiz/played.ts';
import { wordsOf } from './words-of.ts';

describeEditedBank('SQLite', async () => undefined);

const caller = {
  scope: 'sim:S',
  channel: 'sim:S:C',
  user: 'sim:S:bo',
  name: 'Bo',
  direct: false,
  manages: true,
  moderates: true,
};
const nobody = { body: [] };

describe('what was asked lately', () => {
  const stride = bank.filter(({ id }) => id === 'stride');
  const changedIn = (edit: keyof typeof edits, id: string) => {
    const changed = edits[edit](stride);
    return stride.map((question) => ({
      ...question,
      items: question.items.map((item, no) => (item.id === id ? (changed[0]?.items[no] ?? item) : item)),
    }));
  };
  const open = () => openHouse(standingClock(Date.parse('2026-11-02T07:00:00Z')), stride);
  type House = Awaited<ReturnType<typeof open>>;

  /** Asks once and gives the id of the item that was chosen. */
  const ways = {
    'a daily question': async (house: House) => {
      await house.command('daily now');
      const posts = await house.store.transact((unit) => unit.daily.history('sim:S:C'));
      const last = posts.at(-1)?.asked ?? '';
      house.clock.set(house.clock.wall() + 1);
      return (await house.store.transact((unit) => unit.items.find([last]))).get(last)?.item.id ?? '';
    },
    'a quiz': async (house: House) => {
      await house.command('quiz 1');
      const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
      await house.press(`join:${quiz?.id}`);
      await house.press(`begin:${quiz?.id}`);
      house.clock.set(house.clock.wall() + 1000);
      await stop(house);
      house.clock.set(house.clock.wall() + 1000);
      return quiz?.state.questions[0]?.item ?? '';
    },
  };

  it.each(Object.entries(ways))('by %s is not asked again because its words were mended', async (_, ask) => {
    const house = await open();
    const first = await ask(house);
    for (const edit of ['a typo was mended', 'the options stand in another order'] as const) {
      await house.bot.useBank(bankOf(edits[edit](stride)));
      const second = await ask(house);
      expect(second).not.toBe(first);
      expect(await ask(house)).toBe(first);
    }
  });

  it.each(Object.entries(ways))('by %s is asked anew when its key was changed', async (_, ask) => {
    const house = await open();
    const [first, second] = [await ask(house), await ask(house)];
    expect(second).not.toBe(first);
    await house.restart(changedIn('the key was changed', second));
    expect([await ask(house), await ask(house)]).toEqual([second, first]);
  });
});

describe('two instances with different banks', () => {
  it('grade whatever the other one has asked', async () => {
    const house = await openHouse(standingClock(Date.parse('2026-11-02T07:00:00Z')));
    const { store, clock } = house;
    const questions = edits['the options stand in another order'](edits['the key was changed'](bank));
    const other = createBot({
      bank: bankOf(questions),
      store,
      clock,
      random: Math.random,
      token: () => 't',
      rules,
      log: silent,
      searchOf,
    });
    await other.recover();
    const press = async (id: string) => {
      const outcome = other.application.respond({
        kind: 'press',
        id,
        message: id,
        caller,
        event: id,
        at: clock.wall(),
      });
      if (outcome.kind === 'later') return outcome.act();
      if (outcome.kind !== 'now') throw new Error('That was shown to all.');
      return outcome.reply.card;
    };
    await house.command('daily now');
    await until(() => expect(house.platform.in('sim:S:C')).toHaveLength(1));
    const card = house.platform.in('sim:S:C')[0]?.card ?? nobody;
    const { right } = shownIn(card);
    expect((await press(buttonsOf(card)[right.place]?.id ?? '')).title).toBe('Right');
    const theirs = await press('practise:stride');
    const shown = shownIn(theirs, questions);
    expect((await house.press(buttonsOf(theirs)[shown.right.place]?.id ?? '')).card.title).toBe('Right');
    await other.stop();
  });
});

describe('practice without a memory', () => {
  it('is judged by the bank at hand, and goes on to the next item of the question, then to another question', async () => {
    const { application } = createAssistant(shipped);
    const respond = async (outcome: ReturnType<typeof application.respond>) => {
      if (outcome.kind === 'later') return await outcome.act();
      if (outcome.kind !== 'now') throw new Error('It answers.');
      return outcome.reply.card;
    };
    let messages = 0;
    const press = (id: string) => {
      messages += 1;
      return respond(application.respond({ kind: 'press', id, message: `m${messages}`, caller, event: 'e', at: 0 }));
    };
    const command = commandOf('what is stride');
    const answer = await respond(application.respond({ kind: 'command', command, caller, event: 'e', at: 0 }));
    const labelled = (label: string, card = answer) =>
      buttonsOf(card).find((action) => action.label === label)?.id ?? '';
    const seen: string[] = [];
    let card = await press(labelled('Quiz me on this'));
    for (let round = 0; round < 3; round += 1) {
      const { right, item } = shownIn(card);
      seen.push(item.id);
      const verdict = await press(labelled(right.letter, card));
      expect(verdict.title).toBe('Right');
      expect(wordsOf(verdict)).toContain(right.why);
      card = await press(labelled('Another one', verdict));
    }
    expect(seen.slice(0, 2)).toEqual(['output-size', 'unread-value']);
    expect(new Set(seen).size).toBe(3);
    expect((await press('try:ffffffffffffffffffffffffffffffff:0:0')).title).toBe('That button is out of date');
    expect((await press('try:stride:0:5:2')).title).toBe('That button is out of date');
  });
});
