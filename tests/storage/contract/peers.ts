import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store/store.ts';
import type { PeerRequest } from '../../../src/core/interview/peers.ts';
import { createOpening, type Opener } from '../opener.ts';

const ada = { user: 'chat:1:7', name: 'Ada' };
const bo = { user: 'chat:1:8', name: 'Bo' };
const cy = { user: 'chat:1:9', name: 'C\0y' };

const sample: PeerRequest = {
  ...{ id: 'i-0', author: ada, scope: 'chat:1', channel: 'chat:1:C', inPlace: false, at: 5 },
  ...{ question: 'stride', title: 'What is stride?', points: ['one', 'two'], own: [0], text: 'It\0 is {a} step.' },
};

/** What every store promises of answers that peers mark. */
export function describePeers(opener: Opener): void {
  describe('an answer for peers', () => {
    const open = createOpening(opener);
    const lock = (store: Store, id = 'i-0') => store.transact(({ peers }) => peers.lock(id));

    it('is posted once, by one of several at once, and kept as it was said', async () => {
      const store = await open();
      const add = (text: string) => store.transact(({ peers }) => peers.add({ ...sample, text }));
      const added = await Promise.all([add(sample.text), add(sample.text), add(sample.text)]);
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await lock(store)).toEqual(sample);
      expect(await lock(store, 'i-1')).toBeNull();
      await store.transact(({ peers }) => peers.save({ ...sample, inPlace: true }));
      expect(await lock(store)).toEqual({ ...sample, inPlace: true });
    });

    it('has the marks of each peer once, in the order in which they were first sent', async () => {
      const store = await open();
      await store.transact(async ({ peers }) => {
        await peers.add(sample);
        await peers.mark('i-0', { ...bo, ticked: [0], sent: null }, 1);
        await peers.mark('i-0', { ...ada, user: 'chat:1:1', ticked: [], sent: null }, 1);
        await peers.mark('i-0', { ...cy, ticked: [1], sent: [1] }, 2);
        await peers.mark('i-0', { ...bo, ticked: [0, 1], sent: [0, 1] }, 3);
        await peers.mark('i-0', { ...cy, ticked: [0], sent: [1] }, 4);
        expect(await peers.marks('i-0')).toEqual([
          { user: cy.user, name: 'Cy', ticked: [0], sent: [1] },
          { ...bo, ticked: [0, 1], sent: [0, 1] },
          { ...ada, user: 'chat:1:1', ticked: [], sent: null },
        ]);
        await peers.unmark('i-0', cy.user);
        expect((await peers.marks('i-0')).map(({ name }) => name)).toEqual(['Bo', 'Ada']);
        expect(await peers.marks('i-1')).toEqual([]);
      });
    });

    it('is gone with all marks once it is removed', async () => {
      const store = await open();
      await store.transact(async ({ peers }) => {
        await peers.add(sample);
        await peers.mark('i-0', { ...bo, ticked: [0], sent: [0] }, 1);
        await peers.remove('i-0');
        expect([await peers.lock('i-0'), await peers.marks('i-0')]).toEqual([null, []]);
        expect(await peers.markedBy(bo.user)).toEqual([]);
      });
    });

    it('is found by who posted it and who marked it there, counted, exported, and goes with them', async () => {
      const store = await open();
      await store.transact(async ({ peers, people }) => {
        await peers.add(sample);
        await peers.add({ ...sample, id: 'i-1' });
        await peers.mark('i-1', { ...bo, ticked: [1], sent: null }, 1);
        expect(await peers.postedBy(ada.user)).toEqual(['i-0', 'i-1']);
        expect([await peers.postedBy('chat:2:7'), await peers.postedBy(bo.user)]).toEqual([[], []]);
        expect([await peers.markedBy(bo.user), await peers.markedBy(ada.user)]).toEqual([['i-1'], []]);
        expect(await people.kept(ada.user)).toMatchObject({ posted: 2, marked: 0, others: 0 });
        expect(await people.kept(bo.user)).toMatchObject({ posted: 0, marked: 1, others: 0 });
        expect(await people.keysOf('chat:2:8')).toEqual([bo.user]);
        expect((await people.rows(ada.user))['peer_requests']).toMatchObject([{ state: sample }, { id: 'i-1' }]);
        expect((await people.rows(bo.user))['peer_marks']).toMatchObject([{ request: 'i-1', ticked: [1] }]);
        expect(await people.forget(bo.user)).toBe(1);
        expect(await peers.marks('i-1')).toEqual([]);
        expect(await people.forget(ada.user)).toBe(2);
        expect(await peers.lock('i-0')).toBeNull();
      });
    });

    it('goes with its workspace', async () => {
      const store = await open();
      await store.transact(async ({ peers, people }) => {
        await peers.add(sample);
        await peers.mark('i-0', { ...bo, ticked: [0], sent: [0] }, 1);
        await peers.add({ ...sample, id: 'j-0', scope: 'chat:12', author: { user: 'chat:12:7', name: 'Ada' } });
        await people.forgetScope('chat:1');
        expect([await peers.lock('i-0'), await peers.marks('i-0')]).toEqual([null, []]);
        expect(await peers.lock('j-0')).not.toBeNull();
      });
    });
  });
}
