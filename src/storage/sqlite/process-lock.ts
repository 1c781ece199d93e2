import { Fault } from '../../core/fault.ts';
import { connect } from './node-sqlite.ts';

/** What SQLite says when somebody else has it: https://sqlite.org/rescode.html#busy */
const busy = 5;

/**
 * Makes this process the only one on a database file until `release`: an exclusive transaction on a second file beside it.
 * The system lets go of it when the process dies, however it dies, and the database itself stays readable for backups.
 * Throws a Fault `storage-locked` at once when another process has it.
 */
export function lockProcess(path: string): { readonly release: () => void } {
  const lock = connect(`${path}.lock`, { busyTimeout: 0 });
  try {
    lock.run('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy)) throw error;
    throw new Fault(
      'storage-locked',
      `Another process works on the database ${path}.`,
      'Stop the other bot, or give this one a database of its own; for several instances set DATABASE_URL to a PostgreSQL database.',
      error,
    );
  }
  return { release: () => lock.close() };
}
