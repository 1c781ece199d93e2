import { existsSync } from 'node:fs';
import { Fault } from '../../core/fault.ts';
import { refuseNewerSchema } from '../newer-schema.ts';
import { connect, type SqliteConnection } from './node-sqlite.ts';

/** In bytes. Larger files are not checked in full at every start: that takes about 25 ms per megabyte. */
const largestChecked = 256 * 1024 * 1024;

/**
 * Throws a Fault unless an existing file is a sound database of this program, of this version or an older one. Reads
 * only, after rolling back what a killed process left unfinished; a file that it rejects is left as it was.
 */
export function inspect(path: string, bytes: number): void {
  if (bytes === 0) throw damaged(path, 'is empty');
  // A journal beside it belongs to a transaction of a killed process, which must be rolled back before anything can be
  // read.
  const isReadOnly = !existsSync(`${path}-journal`);
  const connection = connect(path, { isReadOnly, busyTimeout: 2_000 });
  try {
    const tables = names(connection, `select name from sqlite_master where type = 'table'`);
    if (!tables.includes('kysely_migration')) throw damaged(path, 'belongs to another program');
    if (bytes < largestChecked) {
      const [problem] = names(connection, 'pragma quick_check(1)');
      if (problem !== 'ok') throw damaged(path, 'is damaged', new Error(problem ?? 'no result'));
    }
    refuseNewerSchema('sqlite', names(connection, 'select name from kysely_migration'));
  } finally {
    connection.close();
  }
}

/** The first column of all rows. */
function names(connection: SqliteConnection, statement: string): readonly string[] {
  return connection
    .prepare(statement)
    .all([])
    .map((row) => String(Object.values(row)[0]));
}

function damaged(path: string, how: string, cause?: unknown): Fault {
  return new Fault(
    'storage-damaged',
    `The database ${path} ${how}.`,
    'Put a backup in its place (npm run db:backup makes them), or move the file away to begin anew. It was left as it is.',
    cause,
  );
}
