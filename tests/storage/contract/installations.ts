import { describe, expect, it } from 'vitest';
import type { InstallationUnit } from '../../../src/app/store/installation.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { createOpening, type Opener } from '../opener.ts';

const grant = (sealed: string, expires: number | null = null) => ({ sealed, expires });
const within = <Result>({ transact }: Store, work: (unit: InstallationUnit) => Promise<Result>) =>
  transact(({ installations }) => work(installations));

/** What every store promises of what platforms have granted. */
export function describeInstallations(opener: Opener): void {
  describe('installations', () => {
    const open = createOpening(opener);

    it('are kept as they were granted last, each for its own scope', async () => {
      const store = await open();
      await within(store, async (unit) => {
        await unit.put('chat:T1', grant('a', 500), 1);
        await unit.put('chat:T2', grant('b'), 2);
        await unit.put('chat:T1', grant('c', 900), 3);
      });
      const [first, second] = await within(store, (unit) => unit.list());
      const good = { trouble: null };
      expect(first).toEqual({ scope: 'chat:T1', ...grant('c', 900), ...good, revision: 2, installedAt: 3 });
      expect(second).toEqual({ scope: 'chat:T2', ...grant('b'), ...good, revision: 1, installedAt: 2 });
      expect(await within(store, (unit) => unit.serving('chat:T1'))).toEqual(first);
      expect(await within(store, (unit) => unit.serving('chat:T'))).toBeNull();
    });

    it('of an organisation serve the workspaces that have joined, but for those with one of their own', async () => {
      const store = await open();
      await within(store, async (unit) => {
        await unit.put('chat:E1', grant('all'), 1);
        await unit.put('chat:T2', grant('own'), 1);
        for (const scope of ['chat:T1', 'chat:T2', 'chat:T1']) await unit.join(scope, 'chat:E1');
      });
      const sealedFor = async (scope: string) => (await within(store, (unit) => unit.serving(scope)))?.sealed ?? null;
      expect(await Promise.all(['chat:T1', 'chat:T2', 'chat:T3'].map(sealedFor))).toEqual(['all', 'own', null]);
      expect(await within(store, (unit) => unit.joined('chat:E1'))).toEqual(['chat:T1', 'chat:T2']);
    });

    it('are renewed by one process at a time, and by the next when that one is gone for its lease', async () => {
      const store = await open();
      await within(store, (unit) => unit.put('chat:T1', grant('a', 500), 1));
      const claim = (now: number) => within(store, (unit) => unit.claim('chat:T1', 1, now, 100));
      expect([await claim(10), await claim(109), await claim(110)]).toEqual([true, false, true]);
      expect(await within(store, (unit) => unit.renew('chat:T1', 1, grant('b', 900)))).toBe(true);
      expect(await within(store, (unit) => unit.serving('chat:T1'))).toMatchObject({ ...grant('b', 900), revision: 2 });
      expect(await claim(300)).toBe(false);
      expect(await within(store, (unit) => unit.renew('chat:T1', 1, grant('c', 999)))).toBe(false);
    });

    it('that were granted anew are not overwritten by a renewal of the one before', async () => {
      const store = await open();
      await within(store, (unit) => unit.put('chat:T1', grant('a', 500), 1));
      expect(await within(store, (unit) => unit.claim('chat:T1', 1, 10, 100))).toBe(true);
      await within(store, (unit) => unit.put('chat:T1', grant('new', 800), 20));
      expect(await within(store, (unit) => unit.renew('chat:T1', 1, grant('late', 900)))).toBe(false);
      expect(await within(store, (unit) => unit.serving('chat:T1'))).toMatchObject({ sealed: 'new', revision: 2 });
    });

    it('keep why they could not be renewed, until they are', async () => {
      const store = await open();
      await within(store, (unit) => unit.put('chat:T1', grant('a', 500), 1));
      const claim = (now: number) => within(store, (unit) => unit.claim('chat:T1', 1, now, 100));
      const troubleOf = async () => (await within(store, (unit) => unit.serving('chat:T1')))?.trouble;
      await claim(10);
      await within(store, (unit) => unit.release('chat:T1', 1, 'refused'));
      expect(await troubleOf()).toBe('refused');
      expect(await claim(11)).toBe(true);
      await within(store, (unit) => unit.renew('chat:T1', 1, grant('b', 900)));
      expect(await troubleOf()).toBeNull();
    });

    it('are found before they end, the first to end first', async () => {
      const store = await open();
      await within(store, async (unit) => {
        for (const [scope, expires] of [
          ['chat:T1', 700],
          ['chat:T2', null],
          ['chat:T3', 500],
          ['chat:T4', 900],
        ] as const) {
          await unit.put(scope, grant('a', expires), 1);
        }
      });
      expect(await within(store, (unit) => unit.expiring(900, 5))).toEqual(['chat:T3', 'chat:T1']);
      expect(await within(store, (unit) => unit.expiring(900, 1))).toEqual(['chat:T3']);
    });

    it('are sealed anew only while nothing else has come in their place', async () => {
      const store = await open();
      await within(store, (unit) => unit.put('chat:T1', grant('a'), 1));
      expect(await within(store, (unit) => unit.reseal('chat:T1', 'a', 'b'))).toBe(true);
      expect(await within(store, (unit) => unit.reseal('chat:T1', 'a', 'c'))).toBe(false);
      expect(await within(store, (unit) => unit.serving('chat:T1'))).toMatchObject({ sealed: 'b', revision: 1 });
    });

    it('go with their workspace or organisation', async () => {
      const store = await open();
      await within(store, async (unit) => {
        await unit.put('chat:E1', grant('all'), 1);
        await unit.put('chat:T1', grant('a'), 1);
        for (const scope of ['chat:T2', 'chat:T3']) await unit.join(scope, 'chat:E1');
      });
      await store.transact(async ({ people }) => {
        for (const scope of ['chat:T1', 'chat:T2']) await people.forgetScope(scope);
      });
      expect(await within(store, (unit) => unit.serving('chat:T1'))).toBeNull();
      expect(await within(store, (unit) => unit.joined('chat:E1'))).toEqual(['chat:T3']);
      await store.transact(({ people }) => people.forgetScope('chat:E1'));
      expect(await within(store, (unit) => unit.list())).toEqual([]);
      expect(await within(store, (unit) => unit.joined('chat:E1'))).toEqual([]);
    });
  });
}
