import type { Log } from '../app/ports.ts';
import type { Store } from '../app/store/store.ts';
import { createStore } from './create-store.ts';
import type { Engine, Location } from './engine.ts';
import { toFault } from './fault-of.ts';

type Options = {
  /** Names this process in leases: no other may have the same. */
  readonly owner: string;
  readonly log: Log;
};

/**
 * Opens the store and brings its schema up to date. Rejects with a Fault: `storage-locked` (another process has the file),
 * `storage-newer`, `storage-damaged`, `storage-full`, `storage-unreachable` or `storage`; each names its cure.
 */
export async function openStore(location: Location, { owner, log }: Options): Promise<Store> {
  return createStore(await openEngine(location, log), owner);
}

/** Brings the schema up to date and closes again. Rejects as `openStore` does. */
export async function migrateStore(location: Location, log: Log): Promise<void> {
  const engine = await openEngine(location, log);
  await engine.close();
}

/** The open database itself, for those who build on what is below the store. Rejects as `openStore` does. */
export async function openEngine(location: Location, log: Log): Promise<Engine> {
  try {
    if (location.kind === 'sqlite') {
      const { openSqlite } = await import('./sqlite/open-sqlite.ts');
      return await openSqlite(location.path, log);
    }
    const { openPostgres } = await import('./postgres/open-postgres.ts');
    return await openPostgres(location.url, log);
  } catch (error) {
    throw toFault(error, location.kind === 'sqlite' ? location.path : undefined);
  }
}
