import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { Once } from './presses.ts';

/** Remembers in the store, for all processes. */
export function onceInStore(store: Store, clock: Clock): Once {
  return {
    take: (key) => store.transact((unit) => unit.isNew(key, clock.wall())),
    giveBack: (key) => store.transact((unit) => unit.forgetEvent(key)),
  };
}
