import { describe, expect, it } from 'vitest';
import { createOpening, type Opener } from '../opener.ts';

const channel = 'slack:T1:C1';
const other = 'slack:T1:C2';
const ada = 'slack:T1:U1';

/** What every store promises of the banks that channels use. */
export function describeBankChoices(opener: Opener): void {
  describe('the bank of a channel', () => {
    const open = createOpening(opener);
    const choice = { channel, scope: 'slack:T1', bank: 'git', setBy: ada, at: 10 };

    it('is the one that was chosen last, found by when that was', async () => {
      const store = await open();
      const since = (instant: number) => store.transact(({ banks }) => banks.chosenSince(instant));
      await store.transact(({ banks }) => banks.choose(choice));
      await store.transact(({ banks }) => banks.choose({ ...choice, channel: other, bank: '', at: 20 }));
      expect(await since(0)).toEqual([choice, { ...choice, channel: other, bank: '', at: 20 }]);
      expect((await since(11)).map((each) => each.channel)).toEqual([other]);
      await store.transact(({ banks }) => banks.choose({ ...choice, bank: 'svn', setBy: 'slack:T1:U2', at: 30 }));
      expect(await since(30)).toEqual([{ ...choice, bank: 'svn', setBy: 'slack:T1:U2', at: 30 }]);
      expect(await since(0)).toHaveLength(2);
    });

    it('is missing until somebody was told, and again when it was there meanwhile or was chosen anew', async () => {
      const store = await open();
      const missing = async (...names: readonly string[]) =>
        (await store.transact(({ banks }) => banks.missing(['', ...names]))).map((each) => each.channel);
      await store.transact(({ banks }) => banks.choose(choice));
      await store.transact(({ banks }) => banks.choose({ ...choice, channel: other, bank: '' }));
      expect([await missing('git'), await missing('svn')]).toEqual([[], [channel]]);
      await store.transact(({ banks }) => banks.noteMissing(channel));
      expect(await missing()).toEqual([]);
      await store.transact(({ banks }) => banks.noteThere(['', 'svn']));
      expect(await missing()).toEqual([]);
      await store.transact(({ banks }) => banks.noteThere(['', 'git']));
      expect(await missing()).toEqual([channel]);
      await store.transact(({ banks }) => banks.noteMissing(channel));
      await store.transact(({ banks }) => banks.choose(choice));
      expect(await missing()).toEqual([channel]);
    });

    it('stays when who chose it is forgotten, under another name, and goes with the workspace', async () => {
      const store = await open();
      await store.transact(({ banks }) => banks.choose(choice));
      await store.transact(async ({ people }) => {
        expect(await people.keysOf('slack:T9:U1')).toEqual([ada]);
        expect((await people.kept(ada)).others).toBe(1);
        expect(await people.forget(ada)).toBe(1);
        expect(await people.keysOf(ada)).toEqual([]);
      });
      const [left] = await store.transact(({ banks }) => banks.chosenSince(0));
      expect(left).toMatchObject({ channel, bank: 'git', setBy: expect.stringMatching(/^forgotten:\d+$/) });
      await store.transact(({ people }) => people.forgetScope('slack:T'));
      expect(await store.transact(({ banks }) => banks.chosenSince(0))).toHaveLength(1);
      await store.transact(({ people }) => people.forgetScope('slack:T1'));
      expect(await store.transact(({ banks }) => banks.chosenSince(0))).toEqual([]);
    });
  });
}
