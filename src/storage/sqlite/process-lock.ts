import { Fault } from '../../core/fault.ts';
import { connect } from './node-sqlite.ts';

/** SQLite's code for a lock held by somebody else: https://sqlite.org/rescode.html#busy */
const busy = 5;

/**
 * Gives this process exclusive use of a database file until `release`, through an exclusive transaction on a second
 * file beside it. The system releases it when the process dies, however it dies, and the database itself stays readable
 * for backups. Throws a Fault `storage-locked` at once if another process holds it.
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
