import { AsyncLocalStorage } from 'node:async_hooks';
import { Fault } from '../core/fault.ts';

type Frame = { open: boolean };

const frames = new AsyncLocalStorage<Frame>();

/** Runs the work of a transaction, and lets everything that it calls know that it is inside one. */
export async function runInsideUnit<Result>(work: () => Promise<Result>): Promise<Result> {
  const frame: Frame = { open: true };
  try {
    return await frames.run(frame, work);
  } finally {
    frame.open = false;
  }
}

/**
 * Throws a Fault when called from within a transaction. Checked before every connection is taken: a second one would
 * deadlock with the first on SQLite, and would not see its changes on PostgreSQL.
 */
export function refuseInsideUnit(): void {
  if (frames.getStore()?.open !== true) return;
  throw new Fault(
    'storage',
    'The store was used inside one of its own transactions.',
    'Call the unit that was handed to the work, and nothing else; this is a mistake in the program.',
  );
}
