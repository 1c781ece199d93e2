import type { Unit } from '../store/store.ts';

/** What interviews need of a unit. */
export type InterviewUnits = Pick<Unit, 'memory' | 'interviews' | 'isNew'>;

/** Where interviews are kept: the store, or this process alone. */
export type InterviewMemory = {
  /** See `Store`. */
  readonly transact: <Result>(work: (unit: InterviewUnits) => Promise<Result>) => Promise<Result>;
};
