import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { until } from '../../until.ts';
import type { House, Place } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { asked, bo, button, channel, cy, lobby, open, pick, right, start, stop, thread } from './played.ts';

const ada = { user: 'sim:S:ada', name: 'Ada', manages: false };

/** Says that they want to be forgotten, and means it; gives what they were asked. */
async function forget(house: House, who: { readonly user: string }): Promise<string> {
  const { card } = await house.command('forget me', who);
  const done = await house.press(buttonsOf(card)[0]?.id ?? '', who);
  expect(done.card.title).toBe('You are forgotten');
  return wordsOf(card);
}

/** Eve's quiz, in which the first question has been answered by all, Ada first; its reveal stands there. */
async function revealed(house: House, text: string, ...others: readonly (typeof bo)[]): Promise<void> {
  await open(text, house);
  for (const who of others) await house.press(button(lobby(house), 'Join'), who);
  await house.press(button(lobby(house), 'Start now'), { user: 'sim:S:ada', manages: true });
  const first = await asked(house, 0);
  const place = await right(house, 0);
  for (const [no, who] of others.entries()) {
    house.clock.set(first.at + 1000 * (no + 1));
    await pick(house, first, place, who);
  }
  await until(() =>
    expect(thread(house).map(({ card }) => card.title)).toContainEqual(expect.stringMatching(/answer/)),
  );
}

async function next(house: House, no: number) {
  await house.pass(5000);
  return asked(house, no);
}

const everythingShown = (house: House) => house.platform.messages.map(({ card }) => JSON.stringify(card)).join('\n');

/** What the bot promises to whoever is forgotten while a quiz is played. */
export function describeForgotten(engine: string, locate: () => Promise<Place>): void {
  const begin = async () => openHouse(standingClock(start), undefined, { place: await locate() });

  describe(`whoever is forgotten in the middle of a quiz, on ${engine}`, () => {
    it('has no place, no points and no win in what is shown from then on, and another wins', async () => {
      const house = await begin();
      await revealed(house, 'quiz 2 20s', ada, bo, cy);
      const told = await forget(house, ada);
      expect(told).toContain('points');
      expect(told).toContain('You leave the quiz that is being played.');
      const since = house.platform.messages.length;
      const second = await next(house, 1);
      expect(JSON.stringify(second.card)).not.toContain('Ada');
      house.clock.set(second.at + 1000);
      await pick(house, second, await right(house, 1), bo);
      await pick(house, second, await right(house, 1), cy);
      await house.pass(5000);
      await until(() => expect(house.platform.in(channel).at(-1)?.card.title).toContain('the result'));
      const shown = house.platform.messages.slice(since).map(({ card }) => JSON.stringify(card));
      expect(shown.join('\n')).not.toMatch(/Ada|ada|forgotten/);
      expect(wordsOf(house.platform.in(channel).at(-1)?.card ?? { body: [] })).toMatch(/🥇 Bo .*\n🥈 Cy/);
      expect(JSON.stringify(lobby(house))).not.toContain('sim:S:ada"');
      for (const board of ['leaderboard', 'leaderboard everywhere']) {
        const words = wordsOf((await house.command(board, bo)).card);
        expect(words).toMatch(/1 \| Bo .*\| 1\n2 \| Cy .*\| 0/);
        expect(words).not.toMatch(/Ada|forgotten/);
      }
    });

    it('is a new player from zero when they answer again, once', async () => {
      const house = await begin();
      await revealed(house, 'quiz 2 20s', ada, bo);
      await forget(house, ada);
      const second = await next(house, 1);
      house.clock.set(second.at + 1000);
      expect(wordsOf((await pick(house, second, await right(house, 1), ada)).card)).toContain('locked in');
      await pick(house, second, await right(house, 1), bo);
      await house.pass(5000);
      await until(() => expect(house.platform.in(channel).at(-1)?.card.title).toContain('the result'));
      expect(wordsOf(house.platform.in(channel).at(-1)?.card ?? { body: [] })).toMatch(/🥇 Bo 1,925.*\n🥈 Ada 975/);
      const words = wordsOf((await house.command('leaderboard', bo)).card);
      expect(words.match(/Ada/g)).toHaveLength(1);
      expect(words).toMatch(/2 \| Ada \| 975 \| 100%/);
    });

    it('takes their points out of their team', async () => {
      const house = await begin();
      await open('quiz 1 20s teams 2', house);
      for (const [who, team] of [
        [ada, 'Join Red'],
        [cy, 'Join Red'],
        [bo, 'Join Blue'],
      ] as const)
        await house.press(button(lobby(house), team), who);
      await house.press(button(lobby(house), 'Start now'), { user: 'sim:S:ada', manages: true });
      const first = await asked(house, 0);
      house.clock.set(first.at + 1000);
      const place = await right(house, 0);
      await pick(house, first, place, ada);
      await pick(house, first, place, bo);
      await forget(house, ada);
      await pick(house, first, (place + 1) % 4, cy);
      await house.pass(5000);
      await until(() => expect(house.platform.in(channel).at(-1)?.card.title).toContain('the result'));
      expect(wordsOf(house.platform.in(channel).at(-1)?.card ?? { body: [] })).toContain('Blue won: Blue 975 · Red 0');
    });

    it('hands the quiz over when they are its host, and the next one may stop it', async () => {
      const house = await begin();
      await open('quiz 2 20s', house);
      for (const who of [bo, cy]) await house.press(button(lobby(house), 'Join'), who);
      await forget(house, ada);
      await house.settled();
      await until(() =>
        expect(thread(house).map(({ card }) => wordsOf(card))).toContainEqual(
          expect.stringContaining('Bo is the host now'),
        ),
      );
      await house.pass(3000);
      await until(() => expect(wordsOf(lobby(house) ?? { body: [] })).toContain('Bo starts a quiz'));
      expect(wordsOf((await house.command('quiz stop', cy)).card)).toContain('Only Bo, its host,');
      expect(wordsOf((await stop(house, bo)).card)).toContain('Stopped');
    });

    it('calls the quiz off when nobody else is in it, and the channel is free', async () => {
      const house = await begin();
      await open('quiz 2 20s', house);
      await forget(house, ada);
      await until(() => expect(wordsOf(lobby(house) ?? { body: [] })).toContain('called off'));
      expect(everythingShown(house)).not.toContain('sim:S:ada');
      expect(wordsOf((await house.command('quiz 2 20s', bo)).card)).toContain('The quiz is open');
    });

    it('is taken out of quizzes that are over, and those who played with them still have their review', async () => {
      const house = await begin();
      await revealed(house, 'quiz 1 20s', ada, bo);
      await house.pass(5000);
      await until(async () => expect(await house.store.transact((unit) => unit.quizzes.live())).toEqual([]));
      await forget(house, ada);
      const rows = await house.database.read('select state from quizzes');
      expect(JSON.stringify(rows)).not.toMatch(/sim:S:ada|Ada/);
      const review = button(thread(house).at(-1)?.card, 'Review');
      expect(wordsOf((await house.press(review, bo)).card)).toContain('every question right');
      expect(wordsOf((await house.press(review, ada)).card)).toContain('You did not play');
      expect(wordsOf((await house.command('forget me', ada)).card)).toContain('I keep nothing about you.');
    });
  });

  describe(`a person of several servers, on ${engine}`, () => {
    const direct = { scope: 'sim:-', channel: 'sim:-:D', direct: true, elsewhere: 'meant' } as const;
    const alone = { ...direct, user: 'sim:-:ada', name: 'Ada' };

    it('sees and deletes in a direct message what is theirs in each, by name', async () => {
      const house = await begin();
      house.platform.names.set('sim:S', 'Chess club').set('sim:T', 'Go club');
      await revealed(house, 'quiz 1 20s', ada, bo);
      await house.pass(5000);
      const there = { scope: 'sim:T', channel: 'sim:T:C', user: 'sim:T:ada', elsewhere: 'apart' } as const;
      await house.command('daily on 09:30 Etc/UTC', there);
      const record = wordsOf((await house.command('me', alone)).card);
      expect(record).toContain('By place:\nChess club: 975 points');
      const { card } = await house.command('forget me', alone);
      const words = wordsOf(card);
      expect(words).toContain('Chess club: 975 points, your part in 1 quiz, what you learned from 1 answer\n');
      expect(words).toContain('Go club: that you set up a daily question');
      expect(words).not.toMatch(/sim:/);
      const done = await house.press(buttonsOf(card)[0]?.id ?? '', alone);
      expect(wordsOf(done.card)).toContain('I keep nothing under your name any more, anywhere.');
      expect(wordsOf((await house.command('me', alone)).card)).toContain('no points yet');
      for (const who of [ada, there])
        expect(wordsOf((await house.command('forget me', who)).card)).toContain('I keep nothing about you');
      expect((await house.database.read('select learner from memory_answers')).length).toBe(1);
      for (const table of [
        'memory_answers',
        'memory_cards',
        'quizzes',
        'scores',
        'topics',
        'quiz_answers',
        'daily_schedules',
      ])
        expect(JSON.stringify(await house.database.read(`select * from ${table}`))).not.toMatch(/:ada"|Ada/);
      expect(wordsOf((await house.command('me', bo)).card)).toContain('950');
      expect(wordsOf((await house.command('daily status', there)).card)).toContain('The daily question is on');
    });

    it('deletes only what is of a server when they say it there, and is told how to do more', async () => {
      const house = await begin();
      await revealed(house, 'quiz 1 20s', ada, bo);
      const there = { scope: 'sim:T', channel: 'sim:T:C', user: 'sim:T:ada', elsewhere: 'apart' } as const;
      await house.command('daily on 09:30 Etc/UTC', there);
      expect(await forget(house, there)).toContain('What I keep of you elsewhere stays.');
      expect(wordsOf((await house.command('me', ada)).card)).toContain('975');
    });
  });
}
