import { describe, expect, it } from 'vitest';
import { createOpening, type Opener } from '../opener.ts';

/** What every store promises of clicks on what was offered. */
export function describeClicks(opener: Opener): void {
  describe('clicks', () => {
    const open = createOpening(opener);

    it('are counted by query and question, with what speaks against them, of which a 👎 can be taken back', async () => {
      const store = await open();
      const list = () => store.transact(({ clicks }) => clicks.list(9));
      const down = { kind: 'down-voted', query: 'kernel hop', question: 'stride' } as const;
      await store.transact(async ({ clicks, gaps }) => {
        await clicks.count({ query: 'Kernel  hop?', question: 'stride' }, 1);
        await clicks.count({ query: 'kernel hop', question: 'stride' }, 2);
        await clicks.count({ query: 'kernel hop', question: 'padding' }, 3);
        await gaps.count(down, 4);
        await gaps.count({ ...down, kind: 'unsure' }, 4);
        await gaps.count({ ...down, kind: 'partial', question: 'padding' }, 4);
      });
      expect(await list()).toEqual([
        { query: 'Kernel hop?', question: 'stride', count: 2, against: 1, partly: 0, last: 2 },
        { query: 'kernel hop', question: 'padding', count: 1, against: 0, partly: 1, last: 3 },
      ]);
      await store.transact(({ gaps }) => gaps.uncount(down));
      expect((await list())[0]).toMatchObject({ against: 0 });
    });

    it('make room for new ones at the cost of the rarest and oldest', async () => {
      const store = await open();
      await store.transact(async ({ clicks }) => {
        for (let no = 0; no < 2; no += 1) await clicks.count({ query: 'often', question: 'a' }, 0);
        for (let no = 0; no < 5_000; no += 1) await clicks.count({ query: `rare ${no}`, question: 'a' }, no + 1);
      });
      const list = await store.transact(({ clicks }) => clicks.list(10_000));
      expect(list).toHaveLength(5_000);
      expect(list[0]).toMatchObject({ query: 'often', count: 2 });
      expect(list.some(({ query }) => query === 'rare 0')).toBe(false);
      expect(list.some(({ query }) => query === 'rare 4999')).toBe(true);
    });

    it('bear any text', async () => {
      const store = await open();
      await store.transact(({ clicks }) => clicks.count({ query: `\0\ud800${'ﷺ'.repeat(40_000)}`, question: 'a' }, 1));
      const [click] = await store.transact(({ clicks }) => clicks.list(1));
      expect([...(click?.query ?? '')].length).toBe(300);
    });
  });
}
