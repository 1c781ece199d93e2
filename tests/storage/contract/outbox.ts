import { describe, expect, it } from 'vitest';
import { createOpening, type Opener } from '../opener.ts';
import { first, put, sampleEdit, samplePost, settle } from '../samples.ts';

/** What every store promises of outgoing messages. */
export function describeOutbox(opener: Opener): void {
  describe('outgoing messages', () => {
    const open = createOpening(opener);
    const steady = (now: number) => ({ wall: 0, steady: now });

    it('are put in once by one id, also after they were sent', async () => {
      const store = await open();
      expect(await put(store, [samplePost('a'), samplePost('a')])).toEqual([true, false]);
      await settle(store, first(await store.outbox.claim(10, 10, 100)));
      expect(await put(store, [samplePost('a')])).toEqual([false]);
      expect(await store.outbox.claim(1_000, 10, 100)).toEqual([]);
    });

    it('come back as they were put in', async () => {
      const store = await open();
      const follow = { kind: 'sent', payload: { no: 3 } };
      const post = samplePost('a', { user: 'u', channel: null, expires: 99, pressed: 'drop', follow, due: 5 });
      await put(store, [post], 3);
      const unknown = { uncertainSince: null, threadMessage: null, targetMessage: null };
      expect(await store.outbox.untilNext(1)).toBe(4);
      expect(await store.outbox.claim(5, 10, 100)).toEqual([{ ...post, attempts: 1, since: 3, began: 5, ...unknown }]);
    });

    it('are told as long as they wait, by their lane and in its order', async () => {
      const store = await open();
      await put(store, [
        samplePost('a', { due: 9000 }),
        samplePost('b', { due: 10 }),
        samplePost('c', { lane: 'else' }),
      ]);
      const { lane, errand } = samplePost('a');
      const waiting = () => store.transact((unit) => unit.outbox.waitingIn(lane));
      expect(await waiting()).toEqual([
        { id: 'a', errand },
        { id: 'b', errand: samplePost('b').errand },
      ]);
      await store.transact((unit) => unit.outbox.withdraw('a'));
      expect((await waiting()).map(({ id }) => id)).toEqual(['b']);
    });

    it('of a scope with enough in hand wait, but for what refers to an earlier message', async () => {
      const store = await open();
      const of = (scope: string, id: string, more = {}) => samplePost(id, { scope, lane: id, ...more });
      await put(store, [of('s:1', 'root')]);
      await settle(store, first(await store.outbox.claim(1, 1, 100)));
      await put(store, [
        of('s:1', 'post'),
        of('s:1', 'in-thread', { thread: 'root' }),
        sampleEdit('edit', 'root', 'new', { scope: 's:1', lane: 'edit' }),
        of('s:2', 'other'),
      ]);
      const claimed = await store.outbox.claim(10, 10, 100, ['s:1', 's:3']);
      expect(claimed.map(({ id }) => id)).toEqual(['in-thread', 'edit', 'other']);
      expect(await store.outbox.untilNext(10, ['s:1'])).toBe(100);
      expect(await store.outbox.untilNext(10, [])).toBe(0);
      expect((await store.outbox.claim(10, 10, 100)).map(({ id }) => id)).toEqual(['post']);
    });

    it('leave a lane strictly in order: none before the one ahead has ended', async () => {
      const store = await open();
      await put(store, [samplePost('a', { due: 40 }), samplePost('b'), samplePost('other', { lane: 'else' })]);
      expect((await store.outbox.claim(30, 10, 100)).map(({ id }) => id)).toEqual(['other']);
      expect(await store.outbox.untilNext(30)).toBe(10);
      const ahead = first(await store.outbox.claim(40, 10, 100));
      expect(ahead.id).toBe('a');
      expect(await store.outbox.claim(41, 10, 100)).toEqual([]);
      expect(await store.outbox.giveBack(ahead, 60, true)).toBe(true);
      expect(await store.outbox.claim(59, 10, 100)).toEqual([]);
      const again = first(await store.outbox.claim(60, 10, 100));
      expect([again.id, again.attempts]).toEqual(['a', 2]);
      await settle(store, again);
      expect((await store.outbox.claim(61, 10, 100)).map(({ id }) => id)).toEqual(['b']);
    });

    it('name the messages of the thread and of the target, and wait for them', async () => {
      const store = await open();
      const inThread = samplePost('in thread', { lane: 'two', thread: 'root' });
      const edit = sampleEdit('edit', 'root', 'new', { lane: 'three' });
      const thread = samplePost('thread', { lane: 'four', errand: { kind: 'thread', root: 'root', name: 'n' } });
      await put(store, [samplePost('root'), inThread, edit, thread]);
      const [root, ...early] = await store.outbox.claim(1, 10, 100);
      expect([root?.id, early]).toEqual(['root', []]);
      await settle(store, first(root === undefined ? [] : [root]), 'M1');
      const claimed = await store.outbox.claim(2, 10, 100);
      expect(claimed.map(({ id, threadMessage, targetMessage }) => [id, threadMessage, targetMessage])).toEqual([
        ['in thread', 'M1', null],
        ['edit', null, 'M1'],
        ['thread', null, 'M1'],
      ]);
    });

    it('go without those messages when they failed', async () => {
      const store = await open();
      await put(store, [
        samplePost('root'),
        sampleEdit('edit', 'root', 'new'),
        sampleEdit('lost', 'nobody', 'x', { lane: 'z' }),
      ]);
      const [root, lost] = await store.outbox.claim(1, 10, 100);
      expect([lost?.id, lost?.targetMessage]).toEqual(['lost', null]);
      const failed = { kind: 'failed', why: 'gone', reason: 'r' } as const;
      await store.transact(({ outbox }) => outbox.settle(first(root ? [root] : []), failed, 2));
      expect(first(await store.outbox.claim(3, 10, 100)).targetMessage).toBeNull();
      expect(await store.transact(({ outbox }) => outbox.messageOf('root'))).toBeNull();
    });

    it('keep that they may have been sent, until an attempt surely did nothing', async () => {
      const store = await open();
      await put(store, [samplePost('a')]);
      const one = first(await store.outbox.claim(10, 10, 100));
      expect(await store.outbox.markUncertain(one, 11, 89)).toBe(true);
      await store.outbox.giveBack(one, 20, true);
      const two = first(await store.outbox.claim(20, 10, 100));
      expect(two.uncertainSince).toBeNull();
      await store.outbox.markUncertain(two, 21, 100);
      const three = first(await store.outbox.claim(200, 10, 100));
      expect(three.uncertainSince).toBe(21);
      await store.outbox.markUncertain(three, 201, 100);
      // This attempt surely did nothing; the one before may have.
      await store.outbox.giveBack(three, 210, true);
      expect(first(await store.outbox.claim(210, 10, 100)).uncertainSince).toBe(21);
    });

    it('tell when their last attempt began, from which on they are held anew', async () => {
      const store = await open();
      await put(store, [samplePost('a')]);
      const one = first(await store.outbox.claim(10, 10, 100));
      await store.outbox.markUncertain(one, 60, 100);
      expect(await store.outbox.claim(159, 10, 100)).toEqual([]);
      const again = first(await store.outbox.claim(160, 10, 100));
      expect([again.uncertainSince, again.began]).toEqual([60, 60]);
      await store.outbox.markUncertain(again, 170, 100);
      expect(first(await store.outbox.claim(270, 10, 100))).toMatchObject({ uncertainSince: 60, began: 170 });
    });

    it('are of no more concern to who lost them', async () => {
      const store = await open();
      await put(store, [samplePost('a', { follow: { kind: 'f', payload: {} } })]);
      const lost = first(await store.outbox.claim(10, 10, 100));
      const again = first(await store.outbox.claim(110, 10, 100));
      expect(await settle(store, lost)).toBe(false);
      expect(await store.outbox.markUncertain(lost, 111, 100)).toBe(false);
      expect(await store.outbox.giveBack(lost, 111, false)).toBe(false);
      expect(await store.timers.untilNext(steady(0))).toBeNull();
      expect(await settle(store, again, 'M')).toBe(true);
      expect(await settle(store, again, 'N')).toBe(false);
      expect(await store.transact(({ outbox }) => outbox.messageOf('a'))).toEqual({ message: 'M', at: 50 });
    });

    it('arm their follow-up with how they ended, in the same unit', async () => {
      const store = await open();
      await put(store, [samplePost('a', { follow: { kind: 'sent', payload: { no: 3 } } })]);
      const claimed = first(await store.outbox.claim(10, 10, 100));
      await settle(store, claimed, 'M', 77);
      const timer = first(await store.timers.claim(steady(0), 10, 100));
      expect([timer.key, timer.kind]).toEqual(['follow:a', 'sent']);
      expect(timer.payload).toEqual({ no: 3, end: { kind: 'sent', late: false, posted: { message: 'M', at: 77 } } });
    });

    it('stay when they may have been sent, though somebody withdraws them', async () => {
      const store = await open();
      await put(store, [samplePost('a')]);
      const [tried] = await store.outbox.claim(1, 1, 10);
      if (tried === undefined) throw new Error('There is none.');
      await store.outbox.markUncertain(tried, 1, 100);
      await store.outbox.giveBack(tried, 5, false);
      await store.transact(({ outbox }) => outbox.withdraw('a'));
      expect((await store.outbox.claim(100, 10, 10)).map(({ uncertainSince }) => uncertainSince)).toEqual([1]);
    });

    it('are withdrawn while nobody has tried them', async () => {
      const store = await open();
      await put(store, [samplePost('a'), samplePost('b', { lane: 'two' })]);
      const [tried] = await store.outbox.claim(1, 1, 10);
      await store.transact(async ({ outbox }) => {
        await outbox.withdraw('a');
        await outbox.withdraw('b');
      });
      expect((await store.outbox.claim(100, 10, 10)).map(({ id }) => id)).toEqual([tried?.id]);
    });
  });
}
