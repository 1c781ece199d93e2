import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { Log } from '../../app/ports.ts';
import { Fault } from '../../core/fault.ts';
import type { Engine } from '../engine.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { resetLeases } from '../timer-queue.ts';
import { sqliteDialect } from './dialect.ts';
import { createFairQueue } from './fair-queue.ts';
import { inspect } from './inspect.ts';
import { connect, type SqliteConnection } from './node-sqlite.ts';
import { lockProcess } from './process-lock.ts';
import { createRecorder } from './record-answers.ts';

/**
 * Opens the database file for this process alone, creating it and its folder on the first start. Throws or rejects with
 * the driver's error or a Fault, and then leaves the file as it was.
 */
export async function openSqlite(path: string, log: Log): Promise<Engine> {
  const file = prepare(path);
  const lock = lockProcess(file);
  try {
    if (existsSync(file)) inspect(file, statSync(file).size);
    else await create(file, log);
    return await open(file, log, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Creates the folder and resolves links, so that two names of one file share one lock. */
function prepare(path: string): string {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const file = existsSync(path)
    ? realpathSync(path)
    : resolve(realpathSync(dirname(resolve(path))), path.split(/[\\/]/).at(-1) ?? path);
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new Fault('storage', `${file} is not a file.`, 'Name a file for the database, not a folder or a device.');
  }
  return file;
}

/** Created under another name first: so an existing database is always complete, and an empty file is never ours. */
async function create(file: string, log: Log): Promise<void> {
  const draft = `${file}.new`;
  for (const leftover of [draft, `${draft}-journal`]) rmSync(leftover, { force: true });
  const connection = connect(draft);
  try {
    connection.run('pragma synchronous = full');
    await migrate(toDatabase(connection), 'sqlite', log);
  } finally {
    connection.close();
  }
  renameSync(draft, file);
}

async function open(file: string, log: Log, release: () => void): Promise<Engine> {
  const connection = connect(file);
  try {
    // FULL is set explicitly: builds of SQLite differ in their default for WAL, and anything less loses answers in a
    // power cut.
    connection.run('pragma journal_mode = wal');
    connection.run('pragma synchronous = full');
    connection.run('pragma wal_checkpoint(truncate)');
    const queue = createFairQueue();
    const db = toDatabase(connection, queue);
    await migrate(db, 'sqlite', log);
    await resetLeases(db);
    const recorder = createRecorder(connection, queue);
    return {
      kind: 'sqlite',
      db,
      record: recorder.record,
      serverTime: async () => null,
      tidy: async () => connection.run('pragma wal_checkpoint(truncate)'),
      close: async () => {
        await recorder.settled();
        await queue.enter();
        await db.destroy();
        connection.close();
        release();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function toDatabase(connection: SqliteConnection, queue = createFairQueue()): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: sqliteDialect(connection, queue) });
}
