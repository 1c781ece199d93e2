import { describe, expect, it } from 'vitest';
import type { DailyPost } from '../../../src/app/store/daily.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { addDays } from '../../../src/core/schedule/local-date.ts';
import { createOpening, type Opener } from '../opener.ts';

const channel = 'slack:T1:C1';

/** Posts a question on each of these dates, the last of them open, and has people answer some. */
async function post(store: Store, dates: readonly string[], people: Readonly<Record<string, readonly string[]>>) {
  await store.transact(async ({ daily }) => {
    for (const date of dates) {
      const about = { channel, date, question: 'stride', asked: 'h1', order: [0, 1, 2, 3], outgoing: `daily:${date}` };
      const state: DailyPost['state'] = 'closed';
      await daily.addPost({ ...about, state, since: 7 });
      for (const [user, answered] of Object.entries(people)) {
        if (answered.includes(date)) await answer(daily, user, date);
      }
    }
    await daily.setPostState(channel, dates.at(-1) ?? '', 'open');
  });
}

async function answer(
  daily: Parameters<Parameters<Store['transact']>[0]>[0]['daily'],
  user: string,
  date: string,
): Promise<void> {
  await daily.answer(channel, date, { user, name: user, choice: 0, correct: true, at: 7 });
  await daily.countStreak(channel, { user, name: user }, date);
}

/** What every store promises of streaks. */
export function describeStreaks(opener: Opener): void {
  describe('streaks', () => {
    const open = createOpening(opener);
    const dates = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];

    it('are kept over two missed questions of a month, and say which', async () => {
      const store = await open();
      await post(store, dates, { a: dates.slice(0, 1), b: dates.slice(0, 2), c: dates.slice(1, 4), d: dates });
      const streak = (user: string) => store.transact(({ daily }) => daily.streak(channel, user));
      expect(await streak('a')).toMatchObject({ current: 0, longest: 1, kept: [], used: dates.slice(1, 3) });
      expect(await streak('b')).toMatchObject({ current: 2, longest: 2, kept: dates.slice(2, 4) });
      expect(await streak('c')).toMatchObject({ current: 3, longest: 3, kept: [], used: [] });
      expect(await streak('d')).toMatchObject({ current: 5, longest: 5 });
      expect(await streak('z')).toBeNull();
      const longest = await store.transact(({ daily }) => daily.longestStreaks(channel, 2));
      expect(longest.map(({ user, current }) => [user, current])).toEqual([
        ['d', 5],
        ['c', 3],
      ]);
      const all = await store.transact(({ daily }) => daily.longestStreaks(channel, 9));
      expect(all.map(({ user }) => user)).toEqual(['d', 'c', 'b']);
    });

    it('end once a third question is closed, for those alone who have used both freezes', async () => {
      const store = await open();
      await post(store, dates, { a: ['2026-11-23', '2026-11-26'], b: dates.slice(1, 4) });
      const running = async () =>
        (await store.transact(({ daily }) => daily.longestStreaks(channel, 9))).map(({ user }) => user);
      expect(await running()).toEqual(['b', 'a']);
      await store.transact(({ daily }) => daily.setPostState(channel, '2026-11-27', 'closed'));
      expect(await running()).toEqual(['b']);
      expect(await store.transact(({ daily }) => daily.streak(channel, 'a'))).toMatchObject({ current: 0, longest: 2 });
    });

    it('tell where somebody answered lately, and which question they have not', async () => {
      const store = await open();
      await post(store, dates, { a: dates.slice(0, 4), b: dates });
      await store.transact(async ({ daily }) => {
        expect(await daily.answeredIn(['a', 'z'], '2026-11-26')).toEqual([{ channel, user: 'a' }]);
        expect([await daily.answeredIn(['a'], '2026-11-27'), await daily.answeredIn([], '')]).toEqual([[], []]);
        const waits = (user: string, until: number) => daily.unanswered({ channel, user }, { from: 0, until });
        expect(await waits('a', 7)).toMatchObject({ date: '2026-11-27', state: 'open' });
        expect([await waits('b', 7), await waits('a', 6)]).toEqual([null, null]);
        await daily.setPostState(channel, '2026-11-27', 'withdrawn');
        expect(await waits('a', 7)).toBeNull();
      });
    });

    it('take in an older question that was still open, answered after a newer one', async () => {
      const store = await open();
      await post(store, dates, { a: ['2026-11-23', '2026-11-24', '2026-11-25'] });
      await store.transact(async ({ daily }) => {
        await daily.setPostState(channel, '2026-11-26', 'open');
        await answer(daily, 'a', '2026-11-27');
        expect(await daily.streak(channel, 'a')).toMatchObject({ current: 4, used: [] });
        await answer(daily, 'a', '2026-11-26');
        expect(await daily.streak(channel, 'a')).toMatchObject({ current: 5, used: [] });
      });
    });

    it('look at what came since the last answer only, after a thousand days as after two', async () => {
      const store = await open();
      const thousand = Array.from({ length: 1_000 }, (_, day) => addDays('2024-01-01', day));
      await post(store, thousand, { a: thousand.slice(0, -1) });
      await store.transact(async ({ daily }) => {
        await answer(daily, 'a', thousand.at(-1) ?? '');
        expect(await daily.streak(channel, 'a')).toMatchObject({
          current: 1_000,
          longest: 1_000,
          until: thousand.at(-1),
        });
        // What lies before is settled: even if it changed, nobody would look at it again.
        await daily.addPost({
          ...{ channel, date: '2024-01-01b', question: 'stride', asked: 'h1', order: [0, 1, 2, 3] },
          ...{ outgoing: 'late', state: 'closed', since: 7 },
        });
        expect(await daily.streak(channel, 'a')).toMatchObject({ current: 1_000 });
      });
    });
  });
}
