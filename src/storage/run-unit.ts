import { setTimeout as wait } from 'node:timers/promises';
import type { UnitContext } from './context.ts';
import type { Engine } from './engine.ts';
import { toFault } from './fault-of.ts';
import { runInsideUnit } from './inside-unit.ts';

/**
 * PostgreSQL's serialization_failure and deadlock_detected: the transaction certainly did nothing, and can be retried.
 */
const conflictCodes = new Set(['40001', '40P01']);

const tries = 5;

/**
 * Runs `work` in one transaction and resolves once it is durable; a rejection rolls all of it back. It is only retried
 * after a conflict with another instance: after a lost connection nobody knows whether the commit happened.
 */
export async function runUnit<Result>(
  { db, kind }: Pick<Engine, 'db' | 'kind'>,
  owner: string,
  work: (context: UnitContext) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((tx) => runInsideUnit(() => work({ tx, kind, owner })));
    } catch (error) {
      if (attempt === tries || !isConflict(error)) throw toFault(error);
      await wait(Math.random() * 20 * attempt);
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflictCodes.has(String(error.code));
}
