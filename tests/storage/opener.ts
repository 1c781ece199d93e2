import { randomUUID } from 'node:crypto';
import { afterEach } from 'vitest';
import type { Store } from '../../src/app/store/store.ts';
import type { Location } from '../../src/storage/engine.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { silent } from '../silent.ts';

/** What the contract is held against: an engine, and how to get an empty place of it. */
export type Opener = {
  readonly name: string;
  readonly locate: () => Promise<Location>;
};

/** Opens stores for the tests of a file and closes them after each. */
export function createOpening({ locate }: Pick<Opener, 'locate'>) {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close().catch(() => undefined);
  });
  /** A store on an empty place, or on one that is given; each is an instance of its own. */
  return async (place?: Location): Promise<Store> => {
    const store = await openStore(place ?? (await locate()), { owner: randomUUID(), log: silent });
    opened.push(store);
    return store;
  };
}
