import { describe, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { at, instant, posts } from './place.ts';

describe('the daily question', () => {
  it('keeps to topic and level, and says when the bank has none such', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC topic:autograd level:easy');
    await at(house, '2026-11-02T08:00:00Z');
    expect(wordsOf(posts(house)[0]?.card ?? { body: [] })).toContain('Autograd · easy');
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
});
