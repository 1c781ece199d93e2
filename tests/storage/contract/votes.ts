import { describe, expect, it } from 'vitest';
import { createOpening, type Opener } from '../opener.ts';

const day = 86_400_000;
const ada = 'slack:T1:U1';
const bob = 'slack:T2:U2';

/** What every store promises of votes on answers. */
export function describeVotes(opener: Opener): void {
  describe('votes', () => {
    const open = createOpening(opener);
    const about = { question: 'stride', query: 'what is stride' };

    it('are one of a person for an answer, whoever asks at the same time, and can be taken back', async () => {
      const store = await open();
      const add = (user: string, scope = 'slack:T1') =>
        store.transact(({ votes }) => votes.add({ ...about, user, scope }, 1));
      const remove = (user: string) => store.transact(({ votes }) => votes.remove(user, 'stride'));
      expect((await Promise.all([add(ada), add(ada), add(ada)])).filter(Boolean)).toHaveLength(1);
      expect(await add(bob, 'slack:T2')).toBe(true);
      expect([await remove(ada), await remove(ada)]).toEqual(['what is stride', null]);
      expect(await add(ada)).toBe(true);
    });

    it('are counted off again, and leave nothing at nought', async () => {
      const store = await open();
      const gap = { kind: 'down-voted', question: 'stride', query: 'What  is stride' } as const;
      const list = async () => (await store.transact(({ gaps }) => gaps.list(9))).map(({ count }) => count);
      await store.transact(({ gaps }) => gaps.count(gap, 1));
      await store.transact(({ gaps }) => gaps.count(gap, 2));
      await store.transact(({ gaps }) => gaps.uncount({ ...gap, query: ' what is stride ' }));
      expect(await list()).toEqual([1]);
      await store.transact(({ gaps }) => gaps.uncount(gap));
      await store.transact(({ gaps }) => gaps.uncount(gap));
      expect(await list()).toEqual([]);
    });

    it('go with the person, with the workspace, and after thirty days', async () => {
      const store = await open();
      const add = (user: string, scope: string, question: string, now: number) =>
        store.transact(({ votes }) => votes.add({ user, scope, question, query: '' }, now));
      const left = async () =>
        Promise.all(
          (
            [
              [ada, 'a'],
              [ada, 'b'],
              [bob, 'a'],
              [bob, 'b'],
            ] as const
          ).map(async ([user, question]) =>
            (await store.transact(({ votes }) => votes.remove(user, question))) === null ? '' : `${user} ${question}`,
          ),
        );
      await add(ada, 'slack:T1', 'a', 1);
      await add(bob, 'slack:T2', 'a', 1);
      await store.transact(({ people }) => people.forget(ada));
      await store.transact(({ people }) => people.forgetScope('slack:T2'));
      expect((await left()).filter((vote) => vote !== '')).toEqual([]);
      await add(ada, 'slack:T1', 'a', 1);
      await add(ada, 'slack:T1', 'b', 2 * day);
      await store.purge(31 * day);
      expect((await left()).filter((vote) => vote !== '')).toEqual([`${ada} b`]);
    });
  });

  describe('events', () => {
    const open = createOpening(opener);

    it('are new again when they are forgotten, and those of a message go with its workspace', async () => {
      const store = await open();
      const isNew = (event: string) => store.transact((unit) => unit.isNew(event, 1));
      await isNew('one');
      await store.transact((unit) => unit.forgetEvent('one'));
      expect([await isNew('one'), await isNew('one')]).toEqual([true, false]);
      for (const scope of ['slack:T1', 'slack:T11']) await isNew(`press:${scope}:C1:2.1:share:stride`);
      await store.transact(({ people }) => people.forgetScope('slack:T1'));
      expect([
        await isNew('press:slack:T1:C1:2.1:share:stride'),
        await isNew('press:slack:T11:C1:2.1:share:stride'),
      ]).toEqual([true, false]);
    });
  });
}
