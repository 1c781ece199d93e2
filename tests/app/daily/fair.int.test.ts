import { describe, expect, it } from 'vitest';
import { isPractice } from '../../../src/core/daily/post-key.ts';
import { wordsOf } from '../words-of.ts';
import { answerRight, boardOf, cardOf, channel, keysIn, openAt, stands, until } from './place.ts';

const scope = 'sim:S';

describe('points of daily questions', () => {
  it('cannot be farmed: of what is asked at once only the first of a date counts', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    const first = await house.command('daily now');
    expect(wordsOf(first.card)).toContain('today’s question');
    await stands(house, '2026-11-02b');
    expect(wordsOf(await answerRight(house, '2026-11-02b'))).toContain('+500 points');
    for (const no of [1, 2, 3, 4]) {
      const { card } = await house.command('daily now');
      expect(wordsOf(card)).toContain('for practice: today has had the question that counts');
      const post = await stands(house, `2026-11-02-${no}`);
      expect(post.title).toBe('Practice question · 2 November');
      expect(wordsOf(post)).toContain('for practice: no points');
      const verdict = await answerRight(house, `2026-11-02-${no}`);
      expect(verdict.title).toBe('Right');
      expect(wordsOf(verdict)).toContain('Just for practice: no points, and it does not count towards your streak.');
      expect(wordsOf(verdict)).not.toMatch(/\+\d+ points/);
    }
    for (const board of [channel, scope]) expect(await boardOf(house, board)).toEqual([['Ada', 500]]);
    expect(await house.store.transact((unit) => unit.scores.topicTotals(scope))).toEqual([
      expect.objectContaining({ answered: 1, correct: 1 }),
    ]);
    expect(wordsOf((await house.command('me')).card)).toContain('Right answers: 1 of 1 (100%)');
  });

  it('are those of the scheduled one where it is still to come: what is asked before is practice', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    const { card } = await house.command('daily now');
    expect(wordsOf(card)).toMatch(/for practice: .* still to come \(your time: 2026-11-02 08:00 UTC\)/);
    await stands(house, '2026-11-02-1');
    await answerRight(house, '2026-11-02-1');
    expect(await boardOf(house, channel)).toEqual([]);
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await stands(house, '2026-11-02');
    expect(wordsOf(await answerRight(house, '2026-11-02'))).toContain('+500 points');
    await house.command('daily now');
    await stands(house, '2026-11-02-2');
    await answerRight(house, '2026-11-02-2');
    expect(await boardOf(house, channel)).toEqual([['Ada', 500]]);
  });

  it('are those of the one asked for on a day without a scheduled one', async () => {
    // A Saturday; then a date that is left out.
    const house = await openAt('2026-10-31T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC weekdays');
    await house.command('daily now');
    await stands(house, '2026-10-31b');
    await house.command('daily skip');
    house.clock.set(Date.parse('2026-11-02T07:00:00Z'));
    await house.command('daily now');
    expect(wordsOf(await stands(house, '2026-11-02b'))).toContain('500 points');
  });

  it('are not given twice when the schedule is set up after one was asked for', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily now');
    await stands(house, '2026-11-02b');
    const { card } = await house.command('daily on 08:00 Etc/UTC');
    expect(wordsOf(card)).toContain('Next: Tuesday, 3 November');
    expect(wordsOf(card)).toContain('Today has had its question already');
    house.clock.set(Date.parse('2026-11-03T08:00:00Z'));
    await stands(house, '2026-11-03');
    expect(keysIn(house)).toEqual(['2026-11-02b', '2026-11-03']);
  });

  it('stay with the date of the post when it is answered after midnight, and another date begins anew', async () => {
    const house = await openAt('2026-11-02T23:50:00Z');
    await house.command('daily now');
    await stands(house, '2026-11-02b');
    house.clock.set(Date.parse('2026-11-03T00:10:00Z'));
    await answerRight(house, '2026-11-02b');
    await house.command('daily now');
    await stands(house, '2026-11-03b');
    await answerRight(house, '2026-11-03b');
    expect(await boardOf(house, channel)).toEqual([['Ada', 1000]]);
    expect(wordsOf((await house.command('me')).card)).toContain('Daily questions in a row: 2');
  });

  it('are not given twice by a change of the zone', async () => {
    const house = await openAt('2026-11-02T20:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    await house.command('daily now');
    await stands(house, '2026-11-02b');
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Honolulu']) {
      house.clock.set(house.clock.wall() + 60_000);
      const { card } = await house.command(`daily on 23:59 ${zone}`);
      expect(wordsOf(card)).toMatch(/Next: (Tuesday, 3|Wednesday, 4) November/);
      await house.command('daily off');
      expect(wordsOf((await house.command('daily now')).card)).toContain('for practice');
    }
    await stands(house, '2026-11-02-1');
    expect(keysIn(house).filter((key) => !isPractice(key))).toEqual(['2026-11-02b']);
  });

  it('go to the next one that is asked for when the first could not be posted', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    house.platform.fault = (call, key) => (call === 'post' && key.startsWith('daily:') ? 'forbidden' : null);
    await house.command('daily now');
    await stands(house, '2026-11-02b', 'failed');
    house.platform.fault = () => null;
    await house.command('daily now');
    await stands(house, '2026-11-02c');
    expect(wordsOf(await answerRight(house, '2026-11-02c'))).toContain('+500 points');
  });

  it('go to one that is asked for when the scheduled one could not be posted', async () => {
    const house = await openAt('2026-11-02T07:59:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    house.platform.fault = (call, key) => (call === 'post' && key.startsWith('daily:') ? 'forbidden' : null);
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await stands(house, '2026-11-02', 'failed');
    house.platform.fault = () => null;
    await house.command('daily now');
    await stands(house, '2026-11-02b');
  });

  it('are given once a date to two who ask at the same moment', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    const orders = [1, 2, 3].map((no) => house.command('daily now', { user: `sim:S:u${no}` }));
    const said = (await Promise.all(orders)).map(({ card }) => wordsOf(card));
    expect(said.filter((words) => words.includes('for practice'))).toHaveLength(2);
    await stands(house, '2026-11-02-2');
    expect(keysIn(house).toSorted()).toEqual(['2026-11-02-1', '2026-11-02-2', '2026-11-02b']);
  });
});

describe('practice', () => {
  it('takes the first answer, shows at its end what all chose, and names no streaks', async () => {
    const house = await openAt('2026-11-02T08:00:00Z');
    await house.command('daily now');
    await house.command('daily now');
    await stands(house, '2026-11-02-1');
    await answerRight(house, '2026-11-02-1');
    const again = await answerRight(house, '2026-11-02-1');
    expect(again.title).toMatch(/^You have answered [A-D] already$/);
    house.clock.set(Date.parse('2026-11-03T09:00:00Z'));
    await stands(house, '2026-11-02-1', 'closed');
    const closed = await until(house, () => {
      const card = cardOf(house, '2026-11-02-1') ?? { body: [] };
      expect(card.title).toBe('Practice question · 2 November · the answer');
      return card;
    });
    expect(wordsOf(closed)).toContain('1 person answered, and got it right. First right: Ada.');
    expect(wordsOf(closed)).not.toContain('streak');
    expect((await answerRight(house, '2026-11-02-1')).title).toBe('That practice question is over');
  });

  it('neither lengthens a streak nor breaks one', async () => {
    const house = await openAt('2026-11-02T08:00:00Z');
    for (const date of ['2026-11-02', '2026-11-03']) {
      house.clock.set(Date.parse(`${date}T08:00:00Z`));
      await house.command('daily now');
      await house.command('daily now');
      await house.command('daily now');
      await stands(house, `${date}-2`);
      await stands(house, `${date}b`);
      await answerRight(house, `${date}b`);
    }
    const own = await house.store.transact((unit) => unit.daily.streak(channel, 'sim:S:ada'));
    expect(own).toMatchObject({ current: 2, longest: 2 });
  });

  it('asks what was not asked yet, and the one that counts asks something else', async () => {
    const house = await openAt('2026-11-02T08:00:00Z');
    for (let no = 0; no < 5; no += 1) await house.command('daily now');
    const history = await house.store.transact((unit) => unit.daily.history(channel));
    expect(new Set(history.map(({ question }) => question)).size).toBe(5);
  });
});

describe('the letters of daily questions', () => {
  it('do not follow from channel and date, which everybody knows', async () => {
    const house = await openAt('2026-11-02T08:00:00Z');
    const orders = new Set<string>();
    for (let no = 0; no < 8; no += 1) {
      const where = `sim:S${no}:C`;
      await house.command('daily now', { scope: `sim:S${no}`, channel: where });
      const post = await house.store.transact((unit) => unit.daily.post(where, '2026-11-02b'));
      orders.add(JSON.stringify(post?.order));
      await house.bot.application.forgetScope(`sim:S${no}`);
      await house.command('daily now', { scope: `sim:S${no}`, channel: where });
      const anew = await house.store.transact((unit) => unit.daily.post(where, '2026-11-02b'));
      orders.add(JSON.stringify(anew?.order));
    }
    // Did they follow from channel and date, the second time would bring the same as the first: eight at most.
    expect(orders.size).toBeGreaterThan(8);
  });
});

describe('a conversation with the bot alone', () => {
  const alone = { channel: 'sim:S:D1', direct: true };

  it('counts for one’s own record, and on no board that others see', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily now', alone);
    await stands(house, '2026-11-02b', 'open', alone.channel);
    const verdict = wordsOf(await answerRight(house, '2026-11-02b', alone));
    expect(verdict).toContain('+500 points in your own record; what you answer here is on no leaderboard');
    expect(await boardOf(house, scope)).toEqual([]);
    expect(wordsOf((await house.command('leaderboard all everywhere')).card)).not.toContain('Ada');
    expect(await house.store.transact((unit) => unit.scores.topicTotals(scope))).toEqual([]);
    for (const where of [alone, {}]) {
      const me = wordsOf((await house.command('me', where)).card);
      expect(me).toContain('Points: 500\n');
      expect(me).toContain('Right answers: 1 of 1 (100%)');
      expect(me).toContain('500 points of these you made alone: they are not on the leaderboard of all channels.');
      expect(me).toMatch(/By topic:\n.* 1 of 1/);
    }
  });

  it('is added up with what was made in channels, topic by topic', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC topic:tensors', alone);
    await house.command('daily on 08:00 Etc/UTC topic:tensors');
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await stands(house, '2026-11-02', 'open', alone.channel);
    await stands(house, '2026-11-02');
    await answerRight(house, '2026-11-02', alone);
    await answerRight(house, '2026-11-02');
    const me = wordsOf((await house.command('me')).card);
    expect(me).toContain('Points: 1,000, of which 500 in this channel (1st place)');
    expect(me).toContain('Tensors: 2 of 2');
    expect(await boardOf(house, scope)).toEqual([['Ada', 500]]);
  });

  it('is forgotten with the person, and with the workspace', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    for (const user of ['sim:S:ada', 'sim:S:bo']) {
      const own = { channel: `sim:S:D-${user.at(-1)}`, direct: true, user };
      await house.command('daily now', own);
      await stands(house, '2026-11-02b', 'open', own.channel);
      await answerRight(house, '2026-11-02b', own);
    }
    await house.press('forget:yes', alone);
    expect(wordsOf((await house.command('me', alone)).card)).toContain('no points yet');
    expect(wordsOf((await house.command('me', { user: 'sim:S:bo' })).card)).toContain('Points: 500');
    await house.bot.application.forgetScope(scope);
    expect(wordsOf((await house.command('me', { user: 'sim:S:bo' })).card)).toContain('no points yet');
    expect(await house.store.transact((unit) => unit.scores.topics(`${scope}:own`, 'sim:S:bo'))).toEqual([]);
  });
});
