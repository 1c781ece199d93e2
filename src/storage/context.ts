import type { Transaction } from 'kysely';
import type { EngineKind } from './engine.ts';
import type { Schema } from './schema.ts';

/** What the parts of a unit share: its transaction, the engine, and the name of this process in leases. */
export type UnitContext = {
  readonly tx: Transaction<Schema>;
  readonly kind: EngineKind;
  readonly owner: string;
};
