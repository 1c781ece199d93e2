import type { Bank } from '../../core/bank.ts';
import type { BankInUse } from '../bank-in-use.ts';
import { createBankInUse } from '../bank-in-use.ts';
import type { BankIndex } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { Library } from './library.ts';
import { createLibrary } from './library.ts';

type Options<Read> = {
  /** The default bank, and those beside it, each under its own name (`nameBank`). */
  readonly banks: readonly Bank[];
  /** Makes of a bank all that is made of it, anew with every change. */
  readonly read: (bank: Bank) => Read;
  /** What is left out of an index by whoever chooses from it. */
  readonly narrowed: (index: BankIndex) => BankIndex;
  readonly store: Store;
  readonly clock: Clock;
};

/** All banks that the bot goes by, each of which changes by itself. */
export type BanksInUse<Read> = {
  readonly library: Library;
  /** What was made of the present version of a bank; of the default one where there is none of that name. */
  readonly current: (name: string) => Read;
  /** The index of the default bank with nothing left out. */
  readonly whole: BankIndex;
  /** Keeps what the present banks may ask, before any of it is asked. */
  readonly keep: () => Promise<void>;
  /** Goes on with another version of the bank of that name, see `BankInUse`. Rejects where there is none. */
  readonly change: (bank: Bank) => Promise<void>;
};

/** The first of the banks is the default one, whatever it is called. */
export function createBanksInUse<Read extends { readonly index: BankIndex }>({
  banks,
  read,
  narrowed,
  store,
  clock,
}: Options<Read>): BanksInUse<Read> {
  const inUse = new Map<string, BankInUse<Read>>(
    banks.map((bank) => [bank.subject.bank ?? '', createBankInUse({ bank, read, store, clock })]),
  );
  const standard = inUse.get('');
  if (standard === undefined) throw new Error('There is no default bank.');
  return {
    library: createLibrary(new Map([...inUse].map(([name, { index }]) => [name, narrowed(index)]))),
    current: (name) => (inUse.get(name) ?? standard).current(),
    whole: standard.index,
    keep: async () => {
      for (const bank of inUse.values()) await bank.keep();
    },
    change: async (bank) => {
      const name = bank.subject.bank ?? '';
      const before = inUse.get(name);
      if (before === undefined) throw new Error(`There is no bank ${name}.`);
      await before.change(bank);
    },
  };
}
