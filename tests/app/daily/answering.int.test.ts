import { describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { at, day, instant, option, posts, rightPlace } from './place.ts';

describe('the daily question', () => {
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
});
