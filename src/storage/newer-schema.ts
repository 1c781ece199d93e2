import { Fault } from '../core/fault.ts';
import type { EngineKind } from './engine.ts';
import { migrations } from './migrations/migrations.ts';

/** Throws a Fault `storage-newer` if the database has taken a migration that this version of the code does not know. */
export function refuseNewerSchema(kind: EngineKind, taken: readonly string[]): void {
  const known = migrations(kind);
  const unknown = taken.find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return;
  throw new Fault(
    'storage-newer',
    `The database was written by a newer version of the bot (${unknown}).`,
    'Start that version or a later one, or put back a backup from before the update. The database was left as it is.',
  );
}
