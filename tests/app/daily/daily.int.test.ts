import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { bank } from '../../search/bank.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const channel = 'sim:S:C';
const hour = 3_600_000;
const day = 24 * hour;
const instant = (text: string) => Date.parse(text);

/** Sets the clock and waits until everything that is due then has been done. */
async function at(house: House, time: string | number): Promise<void> {
  house.clock.set(typeof time === 'string' ? instant(time) : time);
  await house.settled();
}

/** The questions in the channel, without what it is told of changes. */
const posts = (house: House) => house.platform.questionsIn(channel);
const dayOf = (card: Card) => card.title?.split(' · ')[1];
const option = (card: Card, place: number) => buttonsOf(card)[place]?.id ?? '';

/** The place of the right option, found by asking as a person nobody knows. */
async function rightPlace(house: House, card: Card): Promise<number> {
  const reply = await house.press(option(card, 0), { user: 'sim:S:probe', name: 'Probe' });
  if (reply.card.title === 'Right') return 0;
  const line = wordsOf(reply.card).match(/The right answer is ([A-D])/)?.[1] ?? 'A';
  return 'ABCD'.indexOf(line);
}

describe('the daily question', () => {
  it('comes at the local time of the channel, on the chosen days, through a change of the clocks', async () => {
    const house = await openHouse(standingClock(instant('2026-10-23T06:00:00Z')));
    const { card } = await house.command('daily on 09:00 Europe/Berlin weekdays');
    expect(card.title).toBe('The daily question is on');
    expect(wordsOf(card)).toContain('09:00 Europe/Berlin, Monday to Friday');
    await at(house, '2026-10-23T06:59:59Z');
    expect(posts(house)).toHaveLength(0);
    await at(house, '2026-10-23T07:00:00Z');
    expect(posts(house).map(({ card: post }) => dayOf(post))).toEqual(['23 October']);
    // The weekend is left out; on Sunday the clocks are put back, so Monday's 09:00 is an hour later.
    await at(house, '2026-10-26T07:30:00Z');
    expect(posts(house)).toHaveLength(1);
    await at(house, '2026-10-26T08:00:00Z');
    expect(posts(house).map(({ card: post }) => dayOf(post))).toEqual(['23 October', '26 October']);
  });

  it('tells each person privately whether they are right, and everybody only how many have answered', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    await at(house, '2026-11-02T08:00:00Z');
    const [post] = posts(house);
    const right = await rightPlace(house, post?.card ?? { body: [] });
    const reply = await house.press(option(post?.card ?? { body: [] }, right));
    expect(reply).toMatchObject({ audience: 'asker', place: 'new', card: { title: 'Right', tone: 'good' } });
    expect(wordsOf(reply.card)).toContain('+500 points');
    const wrong = await house.press(option(post?.card ?? { body: [] }, (right + 1) % 4), {
      user: 'sim:S:bo',
      name: 'Bo',
    });
    expect(wrong.card.title).toBe('Not quite');
    expect(wordsOf(wrong.card)).toMatch(/You chose .*\n.*\nThe right answer is /);
    await at(house, house.clock.wall());
    await at(house, house.clock.wall() + 20_000);
    await until(() => expect(wordsOf(posts(house)[0]?.card ?? { body: [] })).toContain('3 people answered'));
    expect(wordsOf(posts(house)[0]?.card ?? { body: [] })).not.toContain('The right answer is');
  });

  it('counts the first answer: a second click on another option changes nothing', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily now');
    await at(house, house.clock.wall());
    const card = posts(house)[0]?.card ?? { body: [] };
    const right = await rightPlace(house, card);
    await house.press(option(card, (right + 1) % 4));
    const again = await house.press(option(card, right));
    expect(again.card.title).toMatch(/^You have answered [A-D] already$/);
    expect(wordsOf((await house.command('me')).card)).toContain('Points: 0');
  });

  it('counts clicks that come at the same time once for each person', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily now');
    await at(house, house.clock.wall());
    const card = posts(house)[0]?.card ?? { body: [] };
    const right = await rightPlace(house, card);
    await Promise.all(
      Array.from({ length: 40 }, (_, click) =>
        house.press(option(card, right), { user: `sim:S:u${click % 10}`, name: `U${click % 10}` }),
      ),
    );
    const board = wordsOf((await house.command('leaderboard')).card);
    expect(board.match(/ \| 500 \| 100% /g)).toHaveLength(10);
  });

  it('is closed when the next one is due: the answer, the bar, the first right and the streaks', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    for (const date of ['2026-11-02', '2026-11-03']) {
      await at(house, `${date}T08:00:00Z`);
      const card = posts(house).at(-1)?.card ?? { body: [] };
      const right = await rightPlace(house, card);
      await house.press(option(card, right));
    }
    await at(house, '2026-11-04T08:00:00Z');
    const closed = posts(house)[1]?.card ?? { body: [] };
    expect(closed.title).toBe('Daily question · 3 November · the answer');
    expect(wordsOf(closed)).toMatch(/First right: (Ada|Probe)/);
    expect(wordsOf(closed)).toMatch(/Longest streaks: .*Ada 2/);
    expect(wordsOf(closed)).toContain('✅');
    const late = await house.press(`daily:2026-11-03:0`, { user: 'sim:S:late', name: 'Late' });
    expect(late.card.title).toBe('That daily question is over');
  });

  it('is closed after 24 hours even when no other follows', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily now');
    await at(house, house.clock.wall());
    await at(house, house.clock.wall() + day);
    expect(posts(house)[0]?.card.title).toContain('the answer');
  });

  it('comes late within six hours after downtime, and is left out after that', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    house.clock.set(instant('2026-11-02T13:00:00Z'));
    await house.restart();
    await at(house, '2026-11-02T13:00:01Z');
    expect(posts(house).map(({ card }) => dayOf(card))).toEqual(['2 November']);
    // Down for three days: those dates are gone, and nothing is made up for.
    house.clock.set(instant('2026-11-05T20:00:00Z'));
    await house.restart();
    await at(house, '2026-11-05T20:00:01Z');
    expect(posts(house)).toHaveLength(1);
    await at(house, '2026-11-06T08:00:00Z');
    expect(posts(house).map(({ card }) => dayOf(card))).toEqual(['2 November', '6 November']);
  });

  it('comes once for a date when the clock is set back, when it is set up again, and when a restart comes between', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    await at(house, '2026-11-02T08:00:00Z');
    await at(house, '2026-11-02T06:00:00Z');
    await house.restart();
    await at(house, '2026-11-02T08:00:00Z');
    await house.command('daily on 18:00 Etc/UTC');
    await at(house, '2026-11-02T18:00:00Z');
    expect(posts(house)).toHaveLength(1);
    await at(house, '2026-11-03T18:00:00Z');
    expect(posts(house).map(({ card }) => dayOf(card))).toEqual(['2 November', '3 November']);
  });

  it('asks every question of the pool before one comes again, also when the bank changes', async () => {
    const some = bank.slice(0, 6);
    const house = await openHouse(standingClock(instant('2026-11-01T07:00:00Z')), some.slice(0, 4));
    await house.command('daily on 08:00 Etc/UTC');
    const asked: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      if (count === 2) await house.restart(some);
      await at(house, instant('2026-11-01T08:00:00Z') + count * day);
      const history = await house.store.transact((unit) => unit.daily.history(channel));
      asked.push(history.at(-1)?.question ?? '');
    }
    expect(new Set(asked.slice(0, 6)).size).toBe(6);
    expect(posts(house)).toHaveLength(8);
  });

  it('keeps to topic and level, and says when the bank has none such', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC topic:autograd level:easy');
    await at(house, '2026-11-02T08:00:00Z');
    expect(wordsOf(posts(house)[0]?.card ?? { body: [] })).toContain('autograd · easy');
    expect((await house.command('daily on 08:00 Etc/UTC topic:sequences level:easy')).card.title).toBe(
      'No such question',
    );
  });

  it('can be skipped for a day, turned off, asked for at once, and told about', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    expect((await house.command('daily status')).card.title).toBe('The daily question is off');
    await house.command('daily on 08:00 Etc/UTC');
    expect((await house.command('daily skip')).card.title).toBe('No daily question on 2 November');
    await at(house, '2026-11-02T12:00:00Z');
    expect(posts(house)).toHaveLength(0);
    expect(wordsOf((await house.command('daily status')).card)).toContain('Tuesday, 3 November, 08:00 Etc/UTC');
    await house.command('daily now');
    await house.command('daily now');
    await at(house, house.clock.wall());
    expect(posts(house).map(({ card }) => card.title)).toEqual([
      'Daily question · 2 November',
      'Practice question · 2 November',
    ]);
    expect((await house.command('daily off')).card.title).toBe('The daily question is off');
    await at(house, '2026-11-05T12:00:00Z');
    expect(posts(house)).toHaveLength(2);
  });

  it('does an order once, however often it is delivered', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily now', {}, 'E1');
    expect(wordsOf((await house.command('daily now', {}, 'E1')).card)).toContain('done already');
    await at(house, house.clock.wall());
    expect(posts(house)).toHaveLength(1);
  });

  it('is set up only by those who manage the channel; looking is open to all', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    for (const text of ['daily on 08:00 Etc/UTC', 'daily off', 'daily now', 'daily skip', 'daily unskip']) {
      expect((await house.command(text, { manages: false })).card.title).toBe('That is for those who run this channel');
    }
    expect((await house.command('daily status', { manages: false })).card.title).toBe('The daily question is off');
  });

  it('offers zones for one that it does not know', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    expect(wordsOf((await house.command('daily on 08:00 Europe/Berlni')).card)).toContain('Europe/Berlin');
  });

  it.each(['forbidden', 'gone'] as const)(
    'is turned off when the channel is %s, and who set it up is told once',
    async (fault) => {
      const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
      await house.command('daily on 08:00 Etc/UTC');
      house.platform.fault = (call, key) => (call === 'post' && !key.startsWith('daily-off') ? fault : null);
      await at(house, '2026-11-02T08:00:00Z');
      await at(house, '2026-11-03T08:00:00Z');
      expect(posts(house)).toHaveLength(0);
      const told = house.platform.messages.filter(({ where }) => where === '@sim:S:ada');
      expect(told.map(({ card }) => card.title)).toEqual(['A daily question was turned off']);
      expect((await house.command('daily status')).card.title).toBe('The daily question is off');
    },
  );

  it('that was asked for at once and cannot be posted is told to who asked', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    house.platform.fault = (call, key) =>
      call === 'post' && key.endsWith('02b') && !key.includes('failed') ? 'forbidden' : null;
    await house.command('daily now');
    await at(house, house.clock.wall());
    await until(() => expect(house.platform.messages).toHaveLength(1));
    const [told] = house.platform.messages;
    expect([told?.where, told?.card.title]).toEqual(['@sim:S:ada', 'The question could not be posted']);
  });

  it('opens a thread under the post where that was wished for', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC thread');
    await at(house, '2026-11-02T08:00:00Z');
    expect([...house.platform.threads]).toEqual([posts(house)[0]?.message]);
  });
});

describe('a person', () => {
  it('is forgotten with all points and streaks, and the counts stay', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    await at(house, '2026-11-02T08:00:00Z');
    const card = posts(house)[0]?.card ?? { body: [] };
    await house.press(option(card, 1));
    const confirm = await house.command('forget me');
    const done = await house.press(buttonsOf(confirm.card)[0]?.id ?? '');
    expect(done).toMatchObject({ place: 'instead', card: { title: 'You are forgotten' } });
    expect(wordsOf((await house.command('me')).card)).toContain('no points yet');
    expect(wordsOf((await house.command('leaderboard')).card)).not.toContain('Ada');
    await at(house, '2026-11-03T08:00:00Z');
    const closed = wordsOf(posts(house)[0]?.card ?? { body: [] });
    expect(closed).toContain('1 person answered');
    expect(closed).not.toContain('Ada');
  });

  it('counts as asked only what its topic and level allow, so that its numbers add up', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC topic:tensors');
    await at(house, '2026-11-02T08:00:00Z');
    expect(wordsOf((await house.command('daily status')).card)).toMatch(/Asked so far:? 1 question, /);
    await house.command('daily on 08:00 Etc/UTC topic:vision');
    expect(wordsOf((await house.command('daily status')).card)).toMatch(/Asked so far:? 0 questions, /);
  });

  it('loses nothing else when the bot is removed from another workspace, and everything with its own', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC');
    await house.bot.application.forgetScope('sim:OTHER');
    expect((await house.command('daily status')).card.title).toBe('The daily question is on');
    await house.bot.application.forgetScope('sim:S');
    expect((await house.command('daily status')).card.title).toBe('The daily question is off');
    await at(house, '2026-11-02T08:00:00Z');
    expect(posts(house)).toHaveLength(0);
  });
});

describe('gaps', () => {
  it('count what was not answered and what was of no use, without who asked', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    for (const user of ['a', 'b']) await house.command('How to deploy Kubernetes', { user: `sim:S:${user}` });
    const answer = await house.command('what is stride');
    await house.press(buttonsOf(answer.card).find(({ label }) => label === '👎')?.id ?? '');
    await house.restart();
    const gaps = await house.store.transact((unit) => unit.gaps.list(10));
    expect(gaps.map(({ kind, query, question, count }) => [kind, query.toLowerCase(), question, count])).toEqual([
      ['unanswered', 'how to deploy kubernetes', '', 2],
      ['down-voted', 'what is stride', 'stride', 1],
    ]);
    expect(JSON.stringify(gaps)).not.toContain('sim:S');
  });
});
