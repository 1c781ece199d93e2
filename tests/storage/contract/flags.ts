import { describe, expect, it } from 'vitest';
import { createOpening, type Opener } from '../opener.ts';

const day = 86_400_000;

/** What every store promises of flags. */
export function describeFlags(opener: Opener): void {
  describe('flags', () => {
    const open = createOpening(opener);
    const stride = { asked: 'h1', question: 'stride', item: 'output-size' };

    it('count each person once for an item as it was, in all scopes of a platform', async () => {
      const store = await open();
      await store.transact(async ({ flags }) => {
        for (const user of ['discord:1:ada', 'discord:2:ada', 'discord:1:bo']) await flags.raise(user, stride, 5);
        await flags.raise('discord:1:ada', { ...stride, asked: 'h2' }, 9);
        await flags.remark('discord:-:bo', 'h1', 'B is\0 right, too');
        expect(await flags.remark('discord:1:cy', 'h1', 'nothing of mine')).toBe(false);
      });
      await store.transact(async ({ flags }) => {
        expect(await flags.list()).toEqual([
          { ...stride, people: 2, remarks: ['B is right, too'], first: 5, last: 5 },
          { ...stride, asked: 'h2', people: 1, remarks: [], first: 9, last: 9 },
        ]);
        expect(await flags.resting(2)).toEqual(['h1']);
        expect(await flags.own('discord:-:ada', 'h1')).toEqual({ state: 'raised', changed: 5 });
        expect(await flags.own('discord:1:cy', 'h1')).toBeNull();
      });
    });

    it('can be taken back, with their line, and still count towards what one person may flag', async () => {
      const store = await open();
      await store.transact(async ({ flags }) => {
        await flags.raise('slack:T:a', stride, 1_000);
        await flags.remark('slack:T:a', 'h1', 'wrong');
        await flags.takeBack('slack:T:a', 'h1', 1_500);
        expect(await flags.own('slack:T:a', 'h1')).toEqual({ state: 'taken-back', changed: 1_500 });
        expect(await flags.of('h1')).toBeNull();
        expect([await flags.since('slack:T:a', 999), await flags.since('slack:T:a', 1_000)]).toEqual([1, 0]);
        await flags.raise('slack:T:a', stride, 2_000);
        expect(await flags.of('h1')).toMatchObject({ people: 1, remarks: [] });
      });
    });

    it('count no more once somebody has looked at the item, or at all of its question', async () => {
      const store = await open();
      await store.transact(async ({ flags }) => {
        for (const user of ['slack:T:a', 'slack:T:b']) await flags.raise(user, stride, 1);
        await flags.raise('slack:T:a', { ...stride, asked: 'h3', item: 'other' }, 2);
        expect(await flags.lookAt('stride', 'output-size')).toBe(2);
        expect(await flags.resting(2)).toEqual([]);
        expect((await flags.list()).map(({ item }) => item)).toEqual(['other']);
        expect(await flags.own('slack:T:b', 'h1')).toMatchObject({ state: 'looked-at' });
        expect([await flags.lookAt('stride', null), await flags.lookAt('stride', null)]).toEqual([1, 0]);
      });
    });

    it('are deleted with the person, and what was settled after a month', async () => {
      const store = await open();
      await store.transact(async ({ flags, people }) => {
        for (const [no, user] of ['slack:T:a', 'slack:T:b', 'slack:T:c'].entries()) await flags.raise(user, stride, no);
        await flags.takeBack('slack:T:b', 'h1', 9);
        expect(await people.kept('slack:T:a')).toMatchObject({ flags: 1 });
        expect(await people.keysOf('slack:T:a')).toEqual(['slack:T:a']);
        expect(await people.forget('slack:T:a')).toBe(1);
        expect(await flags.of('h1')).toMatchObject({ people: 1 });
      });
      await store.purge(29 * day);
      expect(await store.transact(({ flags }) => flags.own('slack:T:b', 'h1'))).not.toBeNull();
      await store.purge(31 * day);
      await store.transact(async ({ flags }) => {
        expect(await flags.own('slack:T:b', 'h1')).toBeNull();
        expect(await flags.own('slack:T:c', 'h1')).toMatchObject({ state: 'raised' });
      });
    });
  });
}
