import type { ZoneRules } from '../core/schedule/zone-rules.ts';
import type { BankIndex } from './bank-index.ts';
import type { Clock } from './clock.ts';
import type { Store } from './store/store.ts';

/** What whoever asks questions is given from outside: the memory, the bank, time and chance. */
export type Environment = {
  readonly store: Store;
  readonly bank: BankIndex;
  readonly clock: Clock;
  readonly rules: ZoneRules;
  /** Chance in [0, 1) that nobody can foretell. */
  readonly random: () => number;
  /** People can say that an item is wrong; left out where nobody would read it. */
  readonly flags?: true;
};
