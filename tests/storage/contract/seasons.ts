import { describe, expect, it } from 'vitest';
import { seasonPeriod } from '../../../src/app/store/season.ts';
import { createOpening, type Opener } from '../opener.ts';

const channel = 'slack:T1:C1';
const begun = { id: 's1', channel, scope: 'slack:T1', name: 'Autumn 🍂', startedAt: 10 };
const going = { ...begun, endedAt: null, quizzes: 0 };

/** What every store promises of seasons. */
export function describeSeasons(opener: Opener): void {
  describe('seasons', () => {
    const open = createOpening(opener);

    it('go on one at a time in a channel, until they end once', async () => {
      const store = await open();
      const current = (of = channel) => store.transact(({ seasons }) => seasons.current(of));
      const end = (id: string, at: number) => store.transact(({ seasons }) => seasons.end(id, at));
      const ends = await Promise.all(
        ['s1', 's2'].map((id) => store.transact(({ seasons }) => seasons.start({ ...begun, id }))),
      );
      expect(ends.toSorted()).toEqual([false, true]);
      expect(await store.transact(({ seasons }) => seasons.start({ ...begun, id: 's3', channel: 'slack:T1:C2' }))).toBe(
        true,
      );
      const id = (await current())?.id ?? '';
      expect(await current()).toEqual({ ...going, id });
      await store.transact(({ seasons }) => seasons.countQuiz(id));
      expect([await end(id, 50), await end(id, 60), await end('none', 60)]).toEqual([true, false, false]);
      const over = { ...going, id, endedAt: 50, quizzes: 1 };
      expect(await current()).toBeNull();
      expect(await store.transact(({ seasons }) => seasons.find(id))).toEqual(over);
      expect(await store.transact(({ seasons }) => seasons.latest(channel))).toEqual(over);
      expect(await store.transact(({ seasons }) => seasons.start({ ...begun, id: 's4', startedAt: 70 }))).toBe(true);
      expect((await store.transact(({ seasons }) => seasons.latest(channel)))?.id).toBe('s4');
      expect((await current('slack:T1:C2'))?.id).toBe('s3');
    });

    it('lose what somebody did in them when they are forgotten, and go with the workspace', async () => {
      const store = await open();
      const user = 'slack:T1:U1';
      const period = seasonPeriod(begun.id);
      await store.transact(async ({ seasons, scores }) => {
        await seasons.start(begun);
        await scores.add([channel], [period], { user, name: 'Ada', points: 9, answered: 1, correct: 1, won: 0 });
      });
      const rows = () => store.transact(({ scores }) => scores.page(channel, period, 0, 9));
      expect(await rows()).toHaveLength(1);
      await store.transact(({ people }) => people.forget(user));
      expect([await rows(), await store.transact(({ scores }) => scores.count(channel, period))]).toEqual([[], 0]);
      expect(await store.transact(({ seasons }) => seasons.current(channel))).toEqual(going);
      await store.transact(({ people }) => people.forgetScope('slack:T1'));
      expect(await store.transact(({ seasons }) => seasons.latest(channel))).toBeNull();
    });
  });
}
