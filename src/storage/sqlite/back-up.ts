import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { toFault } from '../fault-of.ts';
import { inspect } from './inspect.ts';
import { connect } from './node-sqlite.ts';

/**
 * Copies a database file to a new one, also while a bot uses it, and checks the copy. Rejects with a Fault if there is
 * nothing to copy, `file` exists already, or the copy is damaged; then there is no `file`.
 */
export async function backUp(path: string, file: string): Promise<void> {
  if (!existsSync(path))
    throw new Fault('storage', `There is no database ${path}.`, 'Start the bot once, or check the path.');
  if (existsSync(file)) throw new Fault('storage', `${file} exists already.`, 'Name a file that does not exist yet.');
  const draft = `${resolve(file)}.part`;
  try {
    mkdirSync(dirname(draft), { recursive: true });
    rmSync(draft, { force: true });
    const connection = connect(path, { isReadOnly: true, busyTimeout: 2_000 });
    try {
      await connection.copyTo(draft);
    } finally {
      connection.close();
    }
    inspect(draft, statSync(draft).size);
    renameSync(draft, file);
  } catch (error) {
    throw toFault(error);
  } finally {
    for (const leftover of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(leftover, { force: true });
  }
}
