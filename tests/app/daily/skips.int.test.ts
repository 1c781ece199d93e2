import { describe, expect, it } from 'vitest';
import type { House } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { buttonOf, channel, keysIn, linesIn, openAt, stands, until } from './place.ts';

const nextOf = async (house: House) =>
  (await house.store.transact((unit) => unit.daily.schedule(channel)))?.nextDate ?? null;

describe('a date that was left out', () => {
  it('can be taken back by command, and comes at its time', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    const skipped = await house.command('daily skip');
    expect(skipped.card.title).toBe('No daily question on 2 November');
    expect(await nextOf(house)).toBe('2026-11-03');
    const { card } = await house.command('daily unskip');
    expect(card.title).toBe('The daily question of 2 November comes after all');
    expect(wordsOf(card)).toContain('The next one comes on Monday, 2 November (your time: 2026-11-02 08:00 UTC).');
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await stands(house, '2026-11-02');
  });

  it('can be taken back by the button under its answer, which then says so in its place', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    const button = buttonOf((await house.command('daily skip')).card, 'Take that back');
    const done = await house.press(button);
    expect(done).toMatchObject({ audience: 'asker', place: 'instead' });
    expect(done.card.title).toBe('The daily question of 2 November comes after all');
    expect((await house.press(button)).card.title).toBe('Too late, or taken back already');
    expect(await nextOf(house)).toBe('2026-11-02');
  });

  it('is taken back only by those who manage the channel', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    const button = buttonOf((await house.command('daily skip')).card, 'Take that back');
    expect((await house.press(button, { manages: false })).card.title).toBe('That is for those who run this channel');
    expect(await nextOf(house)).toBe('2026-11-03');
  });

  it('is one of several: each can be taken back, the last one first', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    const first = buttonOf((await house.command('daily skip')).card, 'Take that back');
    await house.command('daily skip');
    await house.command('daily skip');
    expect(wordsOf((await house.command('daily status')).card)).toContain(
      'Left out: 2 November, 3 November and 4 November',
    );
    const back = await house.command('daily unskip');
    expect(back.card.title).toBe('The daily question of 4 November comes after all');
    expect(wordsOf(back.card)).toContain('Still left out: 2 November and 3 November.');
    expect(await nextOf(house)).toBe('2026-11-04');
    await house.press(first);
    expect(await nextOf(house)).toBe('2026-11-02');
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await stands(house, '2026-11-02');
    // The next day is left out still, and is neither posted nor promised.
    expect(await nextOf(house)).toBe('2026-11-04');
    expect(wordsOf((await house.command('daily status')).card)).toContain('Left out: 3 November');
    house.clock.set(Date.parse('2026-11-03T12:00:00Z'));
    await house.command('daily now');
    expect(wordsOf(await stands(house, '2026-11-03b'))).toContain('500 points');
    house.clock.set(Date.parse('2026-11-04T08:00:00Z'));
    await stands(house, '2026-11-04');
    expect(keysIn(house)).toEqual(['2026-11-02', '2026-11-03b', '2026-11-04']);
  });

  it('is taken back and leaves the question that is due at that moment', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    const first = buttonOf((await house.command('daily skip')).card, 'Take that back');
    await house.command('daily skip');
    await house.press(first);
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await house.command('daily unskip');
    await stands(house, '2026-11-02');
    expect(await nextOf(house)).toBe('2026-11-03');
  });

  it('cannot be taken back when its time is over, nor when its date has had its question otherwise', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    const first = buttonOf((await house.command('daily skip')).card, 'Take that back');
    await house.command('daily now');
    await stands(house, '2026-11-02b');
    expect((await house.press(first)).card.title).toBe('Too late, or taken back already');
    const second = buttonOf((await house.command('daily skip')).card, 'Take that back');
    house.clock.set(Date.parse('2026-11-03T08:00:01Z'));
    const late = await house.press(second);
    expect(late.card.title).toBe('Too late, or taken back already');
    expect(wordsOf(late.card)).toContain('The next one comes on Wednesday, 4 November');
    const { card } = await house.command('daily unskip');
    expect(card.title).toBe('No date is left out');
    expect(wordsOf((await house.command('daily status')).card)).not.toContain('Left out');
    expect(await nextOf(house)).toBe('2026-11-04');
  });

  it('is over with a new set-up, which says so', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    await house.command('daily skip');
    await house.command('daily skip');
    const { card } = await house.command('daily on 09:00 Etc/UTC');
    expect(wordsOf(card)).toContain('No longer left out: 2 November and 3 November.');
    expect(await nextOf(house)).toBe('2026-11-02');
    house.clock.set(Date.parse('2026-11-02T09:00:00Z'));
    await stands(house, '2026-11-02');
    house.clock.set(Date.parse('2026-11-03T09:00:00Z'));
    await stands(house, '2026-11-03');
  });

  it('is over with a new set-up, which leaves the question that is due at that moment', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    house.clock.set(Date.parse('2026-11-02T08:00:00Z'));
    await house.command('daily on 08:00 Etc/UTC thread');
    await stands(house, '2026-11-02');
    expect(await nextOf(house)).toBe('2026-11-03');
  });

  it('is over with a new set-up also when the daily question was off between', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    await house.command('daily skip');
    await house.command('daily off');
    expect((await house.command('daily unskip')).card.title).toBe('The daily question is off');
    await house.command('daily on 08:00 Etc/UTC');
    expect(await nextOf(house)).toBe('2026-11-02');
  });

  it('is known after a restart, through a change of the clocks', async () => {
    // On 25 October 2026 the clocks are put back.
    const house = await openAt('2026-10-24T12:00:00Z');
    await house.command('daily on 02:30 Europe/Berlin');
    const button = buttonOf((await house.command('daily skip')).card, 'Take that back');
    await house.restart();
    house.clock.set(Date.parse('2026-10-25T00:29:59Z'));
    expect((await house.press(button)).card.title).toBe('The daily question of 25 October comes after all');
    house.clock.set(Date.parse('2026-10-25T00:30:00Z'));
    await stands(house, '2026-10-25');
    expect(await nextOf(house)).toBe('2026-10-26');
  });

  it('has a button that nobody made answered politely', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    for (const id of ['unskip', 'unskip:tomorrow', 'unskip:2026-11-02:1', 'unskip:2026-13-99']) {
      expect((await house.press(id)).card.title).toBe('That button is out of date');
    }
    expect((await house.press('unskip:2026-11-02')).card.title).toBe('The daily question is off');
  });

  it('is taken back once, however often the order is delivered', async () => {
    const house = await openAt('2026-11-02T07:00:00Z');
    await house.command('daily on 08:00 Etc/UTC');
    await house.command('daily skip');
    await house.command('daily skip');
    await house.command('daily unskip', {}, 'E1');
    expect(wordsOf((await house.command('daily unskip', {}, 'E1')).card)).toContain('done already');
    await until(house, () => expect(linesIn(house)).toHaveLength(4));
    expect(await nextOf(house)).toBe('2026-11-03');
  });
});
