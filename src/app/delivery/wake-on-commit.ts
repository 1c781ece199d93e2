import type { Store } from '../store/store.ts';

/** The same store, that calls `wake` after every transaction: it may have put in something that is due at once. */
export function wakeOnCommit(store: Store, wake: () => void): Store {
  return {
    ...store,
    transact: async (work) => {
      const result = await store.transact(work);
      wake();
      return result;
    },
  };
}
