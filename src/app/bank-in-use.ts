import type { Bank } from '../core/bank.ts';
import type { BankIndex } from './bank-index.ts';
import { askedOf, followBank } from './bank-index.ts';
import type { Clock } from './clock.ts';
import type { Store } from './store/store.ts';

type Options<Read> = {
  readonly bank: Bank;
  /** Makes of a bank all that is made of it, anew with every change. */
  readonly read: (bank: Bank) => Read;
  readonly store: Store;
  readonly clock: Clock;
};

/** The bank that the bot goes by, and what was made of it. */
export type BankInUse<Read> = {
  readonly current: () => Read;
  /** The index of whatever bank is the present one. */
  readonly index: BankIndex;
  /** Keeps what the present bank may ask, before any of it is asked. */
  readonly keep: () => Promise<void>;
  /**
   * Goes on with another bank, from when the promise resolves; rejects with a Fault when what it may ask could not be kept,
   * and the bank before stays. Changes come one after the other.
   */
  readonly change: (bank: Bank) => Promise<void>;
};

/** Whoever answers has to find what was asked, in another process and after any change: so it is kept before it is used. */
export function createBankInUse<Read extends { readonly index: BankIndex }>({
  bank,
  read,
  store,
  clock,
}: Options<Read>): BankInUse<Read> {
  let current = read(bank);
  let changing: Promise<void> = Promise.resolve();
  const index = followBank(() => current.index);

  function keep(kept: BankIndex): Promise<void> {
    const items = askedOf(kept);
    return store.transact((unit) => unit.items.keep(items, clock.wall()));
  }

  return {
    current: () => current,
    index,
    keep: () => keep(index),
    change: (changed) => {
      const change = changing.then(async () => {
        const next = read(changed);
        await keep(next.index);
        current = next;
      });
      changing = change.catch(() => {});
      return change;
    },
  };
}
