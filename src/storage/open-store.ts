import type { Log } from '../app/ports.ts';
import type { Store } from '../app/store/store.ts';
import { createStore } from './create-store.ts';
import type { Engine, Location } from './engine.ts';
import { toFault } from './fault-of.ts';

type Options = {
  /** Names this process in leases; must be unique among processes. */
  readonly owner: string;
  readonly log: Log;
};

/**
 * Opens the store and migrates its schema. Rejects with a Fault: `storage-locked` (another process has the file),
 * `storage-newer`, `storage-damaged`, `storage-full`, `storage-unreachable` or `storage`; each says how to fix it.
 */
export async function openStore(location: Location, { owner, log }: Options): Promise<Store> {
  return createStore(await openEngine(location, log), owner);
}

/** Migrates the schema and closes the database. Rejects like `openStore`. */
export async function migrateStore(location: Location, log: Log): Promise<void> {
  const engine = await openEngine(location, log);
  await engine.close();
}

/**
 * The open database itself, for code below the level of the store. `patient`: one connection that waits as long as a statement takes,
 * where a bot gives up after seconds. Rejects like `openStore`.
 */
export async function openEngine(location: Location, log: Log, patient = false): Promise<Engine> {
  try {
    if (location.kind === 'sqlite') {
      const { openSqlite } = await import('./sqlite/open-sqlite.ts');
      return await openSqlite(location.path, log);
    }
    const { openPostgres } = await import('./postgres/open-postgres.ts');
    return await openPostgres(location.url, log, patient);
  } catch (error) {
    throw toFault(error, location.kind === 'sqlite' ? location.path : undefined);
  }
}
