import { existsSync } from 'node:fs';
import type { Log } from '../app/ports.ts';
import type { Gap } from '../app/store/gap.ts';
import { Fault } from '../core/fault.ts';
import type { Location } from './engine.ts';
import { toFault } from './fault-of.ts';
import { openStore } from './open-store.ts';

/** The most frequent gaps first, also while a bot uses the same database. Rejects with a Fault like `openStore`. */
export async function readGaps(location: Location, limit: number, log: Log): Promise<readonly Gap[]> {
  if (location.kind === 'sqlite') return readFromFile(location.path, limit);
  const store = await openStore(location, { owner: 'gaps', log });
  try {
    return await store.transact((unit) => unit.gaps.list(limit));
  } finally {
    await store.close();
  }
}

/** A running bot has the file locked, so it is read directly, bypassing the store. */
async function readFromFile(path: string, limit: number): Promise<readonly Gap[]> {
  if (!existsSync(path))
    throw new Fault('storage', `There is no database ${path}.`, 'Start the bot once, or check DATABASE_URL.');
  const { connect } = await import('./sqlite/node-sqlite.ts');
  const connection = connect(path, { isReadOnly: true, busyTimeout: 2000 });
  try {
    const order = 'order by count desc, last desc, query_key limit ?';
    return connection.prepare(`select kind, query, question, count, last from gaps ${order}`).all([limit]) as Gap[];
  } catch (error) {
    throw toFault(error);
  } finally {
    connection.close();
  }
}
