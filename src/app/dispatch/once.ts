import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';
import type { Once } from './presses.ts';

type Needs = Pick<Environment, 'store' | 'clock'>;

/** Remembers in the store, for all processes. */
export function onceInStore({ store, clock }: Needs): Once {
  return {
    take: (key) => store.transact((unit) => unit.isNew(key, clock.wall())),
    giveBack: (key) => store.transact((unit) => unit.forgetEvent(key)),
  };
}

/**
 * Carries out what an event calls for in the transaction that remembers the event, so that it is done once, however often
 * the event is delivered. Null where it had been done.
 */
export function doOnce<Result>(
  event: string,
  { store, clock }: Needs,
  change: (unit: Unit) => Promise<Result>,
): Promise<Result | null> {
  return store.transact(async (unit) => ((await unit.isNew(event, clock.wall())) ? change(unit) : null));
}
