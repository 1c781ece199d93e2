import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/app/store/store.ts';
import { createOpening, type Opener } from '../opener.ts';
import { first, put, sampleAnswer, samplePost, sampleQuiz, sampleTimer, settle } from '../samples.ts';

const day = 86_400_000;

/** What every store promises of transactions, and of what it keeps for its own sake. */
export function describeUnits(opener: Opener): void {
  describe('units of work', () => {
    const open = createOpening(opener);

    it('are done as a whole or not at all', async () => {
      const store = await open();
      const failing = store.transact(async (unit) => {
        await unit.isNew('event', 1);
        await unit.timers.arm(sampleTimer('one'));
        await unit.outbox.put(samplePost('a'), 1);
        throw new RangeError('of the caller');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await store.timers.untilNext({ wall: 0, steady: 0 })).toBeNull();
      expect(await store.outbox.untilNext(0)).toBeNull();
      expect(await store.transact((unit) => unit.isNew('event', 1))).toBe(true);
    });

    it('see an event once, whoever asks at the same time', async () => {
      const store = await open();
      const ask = () => store.transact((unit) => unit.isNew('event', 1));
      expect((await Promise.all([ask(), ask(), ask(), ask()])).filter(Boolean)).toHaveLength(1);
    });

    it('refuse the store itself inside, at once and with the cause', async () => {
      const store = await open();
      const calls: readonly (() => Promise<unknown>)[] = [
        () => store.transact((unit) => unit.isNew('a', 1)),
        () => store.beat(1),
        () => store.timers.untilNext({ wall: 0, steady: 0 }),
        () => store.outbox.claim(1, 1, 1),
        () => store.answers.record('q', 1, sampleAnswer('u')),
      ];
      for (const call of calls) {
        await expect(store.transact(call)).rejects.toThrow('inside one of its own transactions');
      }
      expect(await store.beat(1)).toBeNull();
    });

    it('cannot be used when they are over', async () => {
      const store = await open();
      const kept: Unit[] = [];
      await store.transact(async (unit) => kept.push(unit));
      await expect(first(kept).isNew('event', 1)).rejects.toThrow();
    });

    it('wait for one another in turn, however many there are', async () => {
      const store = await open();
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, no) => store.transact((unit) => unit.isNew(`${no}`, 1))),
      );
      expect(results).toEqual(Array(40).fill(true));
    });

    it('refuse what is no value of a column, and then go on', async () => {
      const store = await open();
      const wrong = store.transact(({ timers }) => timers.arm(sampleTimer('one', { due: 1.5 })));
      await expect(wrong).rejects.toMatchObject({ name: 'Fault', code: 'storage' });
      expect(await store.isReady()).toBe(true);
    });
  });

  describe('the store itself', () => {
    const open = createOpening(opener);

    it('keeps everything when it is opened anew', async () => {
      const place = await opener.locate();
      const store = await open(place);
      await store.transact((unit) => unit.timers.arm(sampleTimer('one', { due: 2 ** 45 })));
      await store.close();
      const again = await open(place);
      expect(await again.timers.untilNext({ wall: 2 ** 45 - 7, steady: 0 })).toBe(7);
    });

    it('tells when any instance was alive last', async () => {
      const place = await opener.locate();
      const store = await open(place);
      expect([await store.beat(5), await store.beat(9)]).toEqual([null, 5]);
      await store.close();
      expect(await (await open(place)).beat(20)).toBe(9);
    });

    it('deletes what has had its time, and only that', async () => {
      const store = await open();
      await put(store, [samplePost('daily'), samplePost('old'), samplePost('waits', { due: 1e15 })]);
      for (let no = 0; no < 2; no += 1) await settle(store, first(await store.outbox.claim(1, 1, 100)));
      await store.transact(async ({ isNew, quizzes, daily }) => {
        await isNew('old', 1);
        await isNew('recent', 29 * day);
        await quizzes.open(sampleQuiz('old', { live: false }));
        await quizzes.open(sampleQuiz('live'));
        const post = { channel: 'c', date: 'd', question: 'q', asked: null, order: [0, 1, 2, 3], since: 1 };
        await daily.addPost({ ...post, outgoing: 'daily', state: 'open' });
      });
      await store.purge(31 * day);
      const state = () =>
        store.transact(async (unit) => ({
          events: [await unit.isNew('old', 31 * day), await unit.isNew('recent', 31 * day)],
          messages: [await unit.outbox.messageOf('daily'), await unit.outbox.messageOf('old')].map(
            (found) => found?.message,
          ),
          quizzes: [await unit.quizzes.lock('old'), await unit.quizzes.lock('live')].map((found) => found?.id),
        }));
      expect(await state()).toEqual({
        events: [true, false],
        messages: ['m-daily', undefined],
        quizzes: ['old', 'live'],
      });
      await store.purge(122 * day);
      expect((await state()).quizzes).toEqual([undefined, 'live']);
      expect(await store.outbox.untilNext(1e15)).toBe(0);
    });
  });
}
