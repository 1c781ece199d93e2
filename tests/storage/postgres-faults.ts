import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/storage/open-store.ts';
import { runUnit } from '../../src/storage/run-unit.ts';
import { silent } from '../silent.ts';
import type { PostgresServer } from '../simulators/postgres/server.ts';
import { until } from '../until.ts';
import { createOpening } from './opener.ts';
import { first, sampleAnswer, sampleQuiz, sampleTimer } from './samples.ts';

/** Those of the pool. */
const connections = 8;

/** Where so many wait for each other: nobody goes on before all have been there. */
function meeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let there = 0;
  return () => {
    there += 1;
    if (there === count) resolve();
    return promise;
  };
}

/** What only a server can do to us: go, freeze, let several in. `server` is asked for when a test runs. */
export function describePostgresFaults(server: () => PostgresServer): void {
  const locate = async () => ({ kind: 'postgres', url: await server().createDatabase() }) as const;

  describe('a database server that goes away', () => {
    const open = createOpening({ locate });

    it('is told as unreachable, and used again when it is back; the process lives', async () => {
      const store = await open();
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      const acknowledged: number[] = [];
      const faults: unknown[] = [];
      let goesOn = true;
      const writing = [0, 1, 2, 3].map(async (lane) => {
        for (let no = lane; goesOn; no += 4) {
          const record = store.answers.record('q', 1, sampleAnswer('u', { no }));
          await record.then(() => acknowledged.push(no)).catch((fault: unknown) => faults.push(fault));
          if (faults.length > 0) await turn();
        }
      });
      // One connection is in use while the server goes: nobody but our own listener hears of that.
      const [isInUse, isGone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const inUse = store.transact(async ({ isNew }) => {
        await isNew('event', 1);
        isInUse.resolve();
        await isGone.promise;
        return isNew('other', 1);
      });
      await isInUse.promise;
      await until(() => expect(acknowledged).not.toEqual([]));
      await server().halt();
      isGone.resolve();
      await expect(inUse).rejects.toMatchObject({ code: 'storage-unreachable' });
      expect(await store.isReady()).toBe(false);
      await until(() => expect(faults).not.toEqual([]));
      await server().resume();
      const before = acknowledged.length;
      await until(() => expect(acknowledged.length).toBeGreaterThan(before));
      goesOn = false;
      await Promise.all(writing);
      expect(await store.isReady()).toBe(true);
      for (const fault of faults) expect(fault).toMatchObject({ code: 'storage-unreachable' });
      const stored = new Set((await store.transact(({ quizzes }) => quizzes.answers('q'))).map(({ no }) => no));
      expect(acknowledged.filter((no) => !stored.has(no))).toEqual([]);
      expect(await store.transact(({ isNew }) => isNew('event', 1))).toBe(true);
    });

    it('lets nobody hang when it freezes, and nothing is half done after', async () => {
      const place = await locate();
      const store = await open(place);
      await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
      // Every connection of the pool is there when it happens.
      const all = meeting(connections);
      await Promise.all(Array.from({ length: connections }, () => store.transact(all)));
      server().freeze(true);
      const calls = Array.from({ length: 12 }, (_, no) =>
        store.transact(async ({ isNew }) => [await isNew(`a${no}`, 1), await isNew(`b${no}`, 1)]),
      );
      const answers = Array.from({ length: 4 }, (_, no) => store.answers.record('q', 1, sampleAnswer('u', { no })));
      const ends = await Promise.allSettled([...calls, ...answers]);
      server().freeze(false);
      for (const end of ends) {
        expect(end).toMatchObject({ status: 'rejected', reason: { code: 'storage-unreachable' } });
      }
      await until(async () => expect(await store.isReady()).toBe(true));
      // More than there are connections: were one of them still in an old transaction, this would never be committed.
      const later = Array.from({ length: 20 }, (_, no) => store.answers.record('q', 1, sampleAnswer('v', { no })));
      expect((await Promise.all(later)).every(({ kind }) => kind === 'recorded')).toBe(true);
      const witness = await open(place);
      const stored = await witness.transact(({ quizzes }) => quizzes.answers('q'));
      expect(stored.filter(({ user }) => user === 'v')).toHaveLength(20);
      const halves = await witness.transact(async ({ isNew }) => {
        const found = [];
        for (let no = 0; no < 12; no += 1) found.push((await isNew(`a${no}`, 1)) === (await isNew(`b${no}`, 1)));
        return found;
      });
      expect(halves).toEqual(Array(12).fill(true));
    });

    it('is refused with the cause when it cannot be reached, or knows no such database', async () => {
      const url = await server().createDatabase();
      await expect(open({ kind: 'postgres', url: url.replace(/:\d+\//, ':1/') })).rejects.toMatchObject({
        code: 'storage-unreachable',
      });
      await expect(open({ kind: 'postgres', url: `${url}x` })).rejects.toMatchObject({
        code: 'storage',
        hint: expect.stringContaining('DATABASE_URL'),
      });
    });

    it('is refused to who asks the database itself inside a transaction', async () => {
      const engine = await openEngine(await locate(), silent);
      const inside = runUnit(engine, 'o', () => engine.db.selectFrom('events').selectAll().execute());
      await expect(inside).rejects.toThrow('inside one of its own transactions');
      await engine.close();
    });

    it('is left alone when a newer version wrote its database', async () => {
      const place = await locate();
      await (await open(place)).close();
      const client = new pg.Client({ connectionString: place.url });
      await client.connect();
      await client.query(`insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00.000Z')`);
      await client.end();
      await expect(open(place)).rejects.toMatchObject({ code: 'storage-newer' });
    });
  });

  describe('several instances on one server', () => {
    const open = createOpening({ locate });

    it('can go by one clock, that of the server', async () => {
      const store = await open();
      const before = Date.now();
      const time = (await store.serverTime()) ?? 0;
      // A millisecond for what either side rounds away.
      expect([time >= before - 1, time <= Date.now() + 1]).toEqual([true, true]);
    });

    it('start at once on an empty database', async () => {
      const place = await locate();
      const stores = await Promise.all([open(place), open(place), open(place)]);
      expect(await Promise.all(stores.map((store) => store.isReady()))).toEqual([true, true, true]);
    });

    it('share the timers and the messages, each to one', async () => {
      const place = await locate();
      const stores = await Promise.all([open(place), open(place)]);
      const [store] = stores;
      await store?.transact(async ({ timers }) => {
        for (let no = 0; no < 200; no += 1) await timers.arm(sampleTimer(`t${no}`, { due: no }));
      });
      const keys: string[] = [];
      const work = async (one: (typeof stores)[number]) => {
        for (;;) {
          const claimed = await one.timers.claim({ wall: 1_000, steady: 0 }, 7, 60_000);
          if (claimed.length === 0) return;
          for (const timer of claimed)
            if (await one.transact(({ timers }) => timers.finish(timer))) keys.push(timer.key);
        }
      };
      await Promise.all([...stores, ...stores].map(work));
      expect([keys.length, new Set(keys).size]).toEqual([200, 200]);
    });

    it('do not wait for timers that another one is about to finish', async () => {
      const place = await locate();
      const [one, other] = await Promise.all([open(place), open(place)]);
      await one.transact(async ({ timers }) => {
        for (const key of ['a', 'b']) await timers.arm(sampleTimer(key));
      });
      const timer = first(await one.timers.claim({ wall: 1_000, steady: 0 }, 1, 100));
      const [isFinished, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const finishing = one.transact(async ({ timers }) => {
        await timers.finish(timer);
        isFinished.resolve();
        await finished.promise;
      });
      await isFinished.promise;
      const claimed = await other.timers.claim({ wall: 5_000, steady: 0 }, 10, 100);
      finished.resolve();
      await finishing;
      expect(claimed.map(({ key }) => key)).toEqual([timer.key === 'a' ? 'b' : 'a']);
    });

    it('run a unit again that was in another one’s way', async () => {
      const place = await locate();
      const [one, other] = await Promise.all([open(place), open(place)]);
      for (const id of ['a', 'b']) {
        await one.transact(({ quizzes }) => quizzes.open(sampleQuiz(id, { channel: `slack:T1:${id}` })));
      }
      let runs = 0;
      const both = meeting(2);
      const lockBoth = (store: typeof one, near: string, far: string) =>
        store.transact(async ({ quizzes }) => {
          runs += 1;
          await quizzes.lock(near);
          await both();
          return (await quizzes.lock(far))?.id;
        });
      expect(await Promise.all([lockBoth(one, 'a', 'b'), lockBoth(other, 'b', 'a')])).toEqual(['b', 'a']);
      expect(runs).toBe(3);
    });
  });
}
