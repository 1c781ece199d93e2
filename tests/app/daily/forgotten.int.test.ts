import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { at, instant, option, posts } from './place.ts';

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
