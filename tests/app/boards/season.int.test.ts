import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { bo, cy, open, pick, right, start, thread } from '../quiz/played.ts';
import { wordsOf } from '../words-of.ts';

const channel = 'sim:S:C';
const manager = { user: 'sim:S:ada', name: 'Ada', manages: true };

/** A quiz of one question that Ada hosts: these answer it rightly, each a second after the one before. */
async function quiz(house: House, players: readonly { readonly user: string; readonly name: string }[]): Promise<void> {
  const before = thread(house).filter(({ key }) => key.endsWith(':result')).length;
  await open('quiz 1 10s', house);
  const [live] = await house.store.transact((unit) => unit.quizzes.live());
  for (const who of players) await house.press(`join:${live?.id}`, who);
  await house.press(`begin:${live?.id}`, manager);
  await until(async () => {
    const [now] = await house.store.transact((unit) => unit.quizzes.live());
    expect(now?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
  });
  const place = await right(house, 0);
  const message = thread(house).findLast(({ key }) => key.includes(`${live?.id}:question:0`));
  if (message === undefined) throw new Error('There is no question.');
  const at = house.clock.wall();
  for (const [no, who] of players.entries()) await pick(house, message, place, who, at + no * 1000);
  await house.pass(20_000);
  await house.pass(10_000);
  await until(() => expect(thread(house).filter(({ key }) => key.endsWith(':result'))).toHaveLength(before + 1));
}

const say = async (house: House, text: string, who = {}) => (await house.command(text, { ...manager, ...who })).card;
const posted = (house: House) => house.platform.in(channel).map(({ card }) => wordsOf(card));
const press = (house: House, card: Card, label: string, who = {}) =>
  house.press(buttonsOf(card).find((action) => action.label === label)?.id ?? '', { ...manager, ...who });

describe('a season', () => {
  it('counts the quizzes that two or more play between its beginning and its end, and nothing else', async () => {
    const house = await openHouse(standingClock(start));
    expect(wordsOf(await say(house, 'season'))).toContain('No season here');
    await quiz(house, [bo]);
    expect(wordsOf(await say(house, 'season start Autumn 2026'))).toContain('The season “Autumn 2026” is on');
    await house.settled();
    expect(posted(house).at(-1)).toMatch(/^A season begins: Autumn 2026.*Ada has begun it/s);
    expect(wordsOf(await say(house, 'season'))).toContain('Nobody has points in it yet');
    await quiz(house, [bo]);
    await quiz(house, [cy, bo]);
    await quiz(house, []);
    const board = wordsOf(await say(house, 'season', bo));
    expect(board).toMatch(/^Season · Autumn 2026.*2 quizzes so far/s);
    expect(board).toMatch(/1 \| Bo \| 1,950 \| 100% \| 1\n2 \| Cy \| 1,000 \| 100% \| 1/);
    const asking = await say(house, 'season end');
    expect(wordsOf(asking)).toContain('End the season “Autumn 2026”?');
    expect(wordsOf((await press(house, asking, 'Keep it')).card)).toContain('2 quizzes so far');
    expect(wordsOf((await press(house, asking, 'End it')).card)).toContain('It is over');
    await house.settled();
    expect(posted(house).at(-1)).toMatch(/^Season · Autumn 2026.*It is over.*1 \| Bo \| 1,950/s);
    await quiz(house, [cy, bo]);
    expect(wordsOf(await say(house, 'season'))).toMatch(/It is over.*2 quizzes in all.*1 \| Bo \| 1,950/s);
    expect(wordsOf(await say(house, 'season end'))).toContain('No season here');
  });

  it('is begun and ended by those who run the channel, one at a time, and seen by all', async () => {
    const house = await openHouse(standingClock(start));
    for (const text of ['season start Mine', 'season end']) {
      expect(wordsOf(await say(house, text, bo))).toContain('for those who run this channel');
    }
    await say(house, 'season start Autumn');
    expect(wordsOf(await say(house, 'season start Winter'))).toMatch(/A season goes on here.*“Autumn”/s);
    expect(wordsOf(await say(house, 'season start Winter', { channel: 'sim:S:D' }))).toContain('“Winter” is on');
    expect(wordsOf(await say(house, 'season start', { direct: true }))).toContain('A season needs a name');
    expect(wordsOf(await say(house, 'season', { direct: true }))).toContain('Seasons need a channel');
    const asking = await say(house, 'season end');
    expect(wordsOf((await press(house, asking, 'End it', bo)).card)).toContain('for those who run this channel');
    expect(wordsOf((await press(house, asking, 'End it', { channel: 'sim:S:D' })).card)).toContain('out of date');
    expect((await house.store.transact(({ seasons }) => seasons.current(channel)))?.name).toBe('Autumn');
  });

  it('has pages, is shown to all, and does not know who was forgotten', async () => {
    const house = await openHouse(standingClock(start));
    await say(house, 'season start Autumn');
    const season = await house.store.transact(({ seasons }) => seasons.current(channel));
    await house.store.transact(async ({ scores }) => {
      for (let no = 1; no <= 12; no += 1) {
        const change = {
          user: `sim:S:u${no}`,
          name: `Player ${no}`,
          points: 100 * no,
          answered: 1,
          correct: 1,
          won: 0,
        };
        await scores.add([channel], [`season:${season?.id}`], change);
      }
    });
    const first = await say(house, 'season', { user: 'sim:S:u1', name: 'Player 1' });
    expect(wordsOf(first)).toMatch(/You are 12th of 12 with 100 points\..*1 to 10 of 12/s);
    expect(wordsOf((await press(house, first, 'Further down ›')).card)).toMatch(/11 \| Player 2.*11 to 12 of 12/s);
    const shared = await press(house, first, 'Share to channel');
    expect([shared.audience, buttonsOf(shared.card), wordsOf(shared.card)]).toEqual([
      'channel',
      [],
      expect.not.stringContaining('You are'),
    ]);
    await house.command('forget me', { user: 'sim:S:u12', name: 'Player 12' });
    await house.press('forget:yes', { user: 'sim:S:u12', name: 'Player 12' });
    expect(wordsOf(await say(house, 'season'))).toMatch(/1 \| Player 11.*1 to 10 of 11/s);
  });
});
