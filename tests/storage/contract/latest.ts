import { describe, expect, it } from 'vitest';
import type { ClaimedOutgoing } from '../../../src/app/store/outbox.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { createOpening, type Opener } from '../opener.ts';
import { first, sampleEdit, settle } from '../samples.ts';

/** What every store promises of edits that come again and again. */
export function describeLatest(opener: Opener): void {
  describe('an edit that comes again with newer content', () => {
    const open = createOpening(opener);
    const follow = { kind: 'f', payload: {} };
    const putLatest = (store: Store, title: string, now: number, interval = 100) =>
      store.transact(({ outbox }) => outbox.putLatest(sampleEdit('e', 'root', title, { follow }), now, interval));
    const titleOf = ({ errand }: ClaimedOutgoing) => (errand.kind === 'edit' ? errand.card.title : '');

    it('replaces the content that waits', async () => {
      const store = await open();
      await putLatest(store, 'one', 0);
      await putLatest(store, 'two', 1);
      expect((await store.outbox.claim(1, 10, 100)).map(titleOf)).toEqual(['two']);
    });

    it('waits anew after it was sent, not before the interval is over', async () => {
      const store = await open();
      await putLatest(store, 'one', 0);
      await settle(store, first(await store.outbox.claim(1, 10, 100)), 'M', 20);
      await putLatest(store, 'two', 30);
      expect(await store.outbox.claim(119, 10, 100)).toEqual([]);
      const second = first(await store.outbox.claim(120, 10, 100));
      expect([titleOf(second), second.attempts]).toEqual(['two', 1]);
      expect(await settle(store, second, 'M', 130)).toBe(true);
      const keys = (await store.timers.claim({ wall: 0, steady: 0 }, 10, 10)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(2);
    });

    it('is not lost when it comes while older content is under way, sent or given back', async () => {
      const store = await open();
      await putLatest(store, 'one', 0);
      const one = first(await store.outbox.claim(1, 10, 100));
      await putLatest(store, 'two', 2);
      await putLatest(store, 'three', 3);
      expect(await settle(store, one, 'M', 20)).toBe(true);
      const two = first(await store.outbox.claim(120, 10, 100));
      expect(titleOf(two)).toBe('three');
      await putLatest(store, 'four', 121);
      await store.outbox.giveBack(two, 150, false);
      const three = first(await store.outbox.claim(150, 10, 100));
      expect(titleOf(three)).toBe('four');
      await settle(store, three, 'M', 160);
      expect(await store.outbox.claim(9_000, 10, 100)).toEqual([]);
    });

    it('is withdrawn when an attempt did nothing, and not tried once more when one is under way', async () => {
      const store = await open();
      const withdraw = () => store.transact(({ outbox }) => outbox.withdraw('e'));
      await putLatest(store, 'one', 0);
      await store.outbox.giveBack(first(await store.outbox.claim(1, 10, 100)), 5, true);
      await withdraw();
      expect(await store.outbox.untilNext(5)).toBeNull();
      await putLatest(store, 'two', 10);
      const two = first(await store.outbox.claim(10, 10, 100));
      await withdraw();
      await store.outbox.giveBack(two, 20, true);
      const again = first(await store.outbox.claim(20, 10, 100));
      expect(again.expires).toBe(0);
      await settle(store, again, 'M', 30);
      await putLatest(store, 'three', 1000);
      await store.outbox.giveBack(first(await store.outbox.claim(1000, 10, 100)), 1005, true);
      await withdraw();
      expect(await store.outbox.untilNext(1005)).toBeNull();
    });

    it('is withdrawn with what it would have said, and stays known', async () => {
      const store = await open();
      await putLatest(store, 'one', 0);
      const one = first(await store.outbox.claim(1, 10, 100));
      await putLatest(store, 'two', 2);
      await store.transact(({ outbox }) => outbox.withdraw('e'));
      await settle(store, one, 'M', 20);
      expect(await store.outbox.untilNext(20)).toBeNull();
      await putLatest(store, 'three', 30);
      await store.transact(({ outbox }) => outbox.withdraw('e'));
      expect(await store.outbox.untilNext(20)).toBeNull();
      expect(await store.transact(({ outbox }) => outbox.messageOf('e'))).toEqual({ message: 'M', at: 20 });
    });
  });
}
