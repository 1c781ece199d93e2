import { randomUUID } from 'node:crypto';
import type { Log } from '../app/ports.ts';
import { relearn } from '../app/upkeep/learn.ts';
import { people } from '../app/views/numbers.ts';
import { Fault } from '../core/fault.ts';
import type { Location } from '../storage/engine.ts';
import { migrateStore, openStore } from '../storage/open-store.ts';
import type { Print } from './print.ts';

/** `db migrate`: migrates the schema to this version, and nothing else. */
export async function migrateDatabase(location: Location, print: Print, log: Log): Promise<number> {
  await migrateStore(location, log);
  print.line(`${nameOf(location)} is up to date.`);
  return 0;
}

/** `db relearn`: makes what everybody remembers anew of what they answered. */
export async function relearnDatabase(location: Location, print: Print, log: Log): Promise<number> {
  const store = await openStore(location, { owner: randomUUID(), log });
  try {
    print.line(`${nameOf(location)} has learned anew from the answers of ${people(await relearn(store))}.`);
  } finally {
    await store.close();
  }
  return 0;
}

/** `db backup FILE`: copies a SQLite database while the bot keeps running. */
export async function backUpDatabase(location: Location, file: string, print: Print): Promise<number> {
  if (location.kind === 'postgres') {
    throw new Fault(
      'usage',
      'db backup copies SQLite files.',
      'For PostgreSQL use pg_dump; docs/operations.md shows how.',
    );
  }
  const { backUp } = await import('../storage/sqlite/back-up.ts');
  await backUp(location.path, file);
  print.line(`${location.path} was copied to ${file}, and the copy is sound.`);
  return 0;
}

/** A database in a sentence, without user and password. */
export function nameOf(location: Location): string {
  return location.kind === 'sqlite' ? location.path : `The database at ${new URL(location.url).host}`;
}
