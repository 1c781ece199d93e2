import type { Unit } from '../store/store.ts';

/** What practice needs of a unit. */
export type PracticeUnits = Pick<Unit, 'memory' | 'practice' | 'items' | 'isNew'> & {
  readonly dailyPractice: Pick<Unit['dailyPractice'], 'lock'>;
  readonly outbox: Pick<Unit['outbox'], 'withdraw'>;
};

/** Where practice is kept: the store, or this process alone. */
export type PracticeMemory = {
  /** See `Store`. */
  readonly transact: <Result>(work: (unit: PracticeUnits) => Promise<Result>) => Promise<Result>;
};
