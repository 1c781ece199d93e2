import { describe, expect, it } from 'vitest';
import { createOpening, type Opener } from '../opener.ts';
import { first, sampleTimer } from '../samples.ts';

/** What every store promises of timers. */
export function describeTimers(opener: Opener): void {
  describe('timers', () => {
    const open = createOpening(opener);
    const at = (wall: number, steady = wall) => ({ wall, steady });

    it('fall due by their own clock, earliest first', async () => {
      const store = await open();
      await store.transact(async ({ timers }) => {
        await timers.arm(sampleTimer('late', { due: 30 }));
        await timers.arm(sampleTimer('early', { due: 10 }));
        await timers.arm(sampleTimer('steady', { due: 20, clock: 'steady' }));
        await timers.arm(sampleTimer('not yet', { due: 31 }));
      });
      expect(await store.timers.untilNext(at(4, 0))).toBe(6);
      expect((await store.timers.claim(at(30, 19), 10, 100)).map(({ key }) => key)).toEqual(['early', 'late']);
      expect((await store.timers.claim(at(30, 20), 10, 100)).map(({ key }) => key)).toEqual(['steady']);
      expect(await store.timers.untilNext(at(30, 500))).toBe(0);
    });

    it('carry their payload and keep the time for which they were armed', async () => {
      const store = await open();
      const timer = sampleTimer('one', { payload: { b: [1, 'ü', null], 1: { a: true } } });
      await store.transact(({ timers }) => timers.arm(timer));
      expect(await store.timers.claim(at(5_000), 10, 100)).toEqual([{ ...timer, attempts: 1 }]);
      expect(await store.timers.claim(at(5_100), 10, 100)).toEqual([{ ...timer, attempts: 2 }]);
    });

    it('are handed out once in a lease, at most as many as asked for', async () => {
      const store = await open();
      await store.transact(async ({ timers }) => {
        for (let no = 0; no < 5; no += 1) await timers.arm(sampleTimer(`t${no}`, { due: no }));
      });
      expect(await store.timers.claim(at(100), 2, 50)).toHaveLength(2);
      expect(await store.timers.claim(at(149), 10, 50)).toHaveLength(3);
      expect(await store.timers.claim(at(149), 10, 50)).toHaveLength(0);
      expect(await store.timers.claim(at(150), 10, 50)).toHaveLength(2);
    });

    it('are armed once by one key, due when the later call said', async () => {
      const store = await open();
      await store.transact(({ timers }) => timers.arm(sampleTimer('one', { due: 10 })));
      await store.transact(({ timers }) => timers.arm(sampleTimer('one', { due: 70, payload: 'new' })));
      expect(await store.timers.claim(at(69), 10, 100)).toEqual([]);
      expect((await store.timers.claim(at(70), 10, 100)).map(({ payload }) => payload)).toEqual(['new']);
    });

    it('are finished together with their effect, and only once', async () => {
      const store = await open();
      await store.transact(({ timers }) => timers.arm(sampleTimer('one')));
      const claimed = first(await store.timers.claim(at(1_000), 10, 100));
      const failing = store.transact(async ({ timers }) => {
        await timers.finish(claimed);
        throw new Error('the effect failed');
      });
      await expect(failing).rejects.toThrow('the effect failed');
      expect(await store.transact(({ timers }) => timers.finish(claimed))).toBe(true);
      expect(await store.transact(({ timers }) => timers.finish(claimed))).toBe(false);
      expect(await store.timers.untilNext(at(0))).toBeNull();
    });

    it('cannot be finished by who lost them: claimed again, armed anew, or taken out and armed anew', async () => {
      const store = await open();
      await store.transact(({ timers }) => timers.arm(sampleTimer('one')));
      const lost = first(await store.timers.claim(at(1_000), 10, 100));
      const again = first(await store.timers.claim(at(1_100), 10, 100));
      expect(await store.transact(({ timers }) => timers.finish(lost))).toBe(false);
      await store.transact(({ timers }) => timers.arm(sampleTimer('one')));
      expect(await store.transact(({ timers }) => timers.finish(again))).toBe(false);
      await store.transact(async ({ timers }) => {
        await timers.disarm('one');
        await timers.arm(sampleTimer('one', { payload: 'another act' }));
      });
      const newest = first(await store.timers.claim(at(1_000), 10, 100));
      expect(newest.attempts).toBe(lost.attempts);
      expect(await store.transact(({ timers }) => timers.finish(lost))).toBe(false);
      expect(await store.transact(({ timers }) => timers.finish(newest))).toBe(true);
    });

    it('go when they are disarmed, and not when the unit fails', async () => {
      const store = await open();
      await store.transact(({ timers }) => timers.arm(sampleTimer('one')));
      const failing = store.transact(async ({ timers }) => {
        await timers.disarm('one');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await store.timers.untilNext(at(1_000))).toBe(0);
      await store.transact(({ timers }) => timers.disarm('one'));
      expect(await store.timers.untilNext(at(1_000))).toBeNull();
    });
  });
}
