import { Fault } from '../core/fault.ts';

/**
 * The Fault for an error of either engine, with the error as its cause; anything else is returned unchanged. The only
 * place that knows the engines' error codes. `file`: the database file, if known.
 */
export function toFault(error: unknown, file?: string): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return toFault(error.errors[0]);
  const found = sqliteFault(error, file) ?? postgresFault(error) ?? connectionFault(error) ?? folderFault(error);
  return found ?? error;
}

const advice = {
  'storage-full': 'Make room on the disk of the database; the bot goes on by itself.',
  'storage-damaged': 'Stop the bot and put a backup in the place of the file (npm run db:backup makes them).',
  'storage-unreachable':
    'Check that the database server runs and that DATABASE_URL leads to it. A running bot reconnects by itself; one that failed to start must be started again.',
} as const;

const fileAdvice =
  'DATABASE_URL names the file. Give the user that runs the bot the right to write to it and to its folder, or name another.';

/** https://sqlite.org/rescode.html; the low byte is the primary code. */
function sqliteFault(error: Error, file: string | undefined): Fault | null {
  if (!('errcode' in error) || typeof error.errcode !== 'number') return null;
  const of = file === undefined ? '' : ` ${file}`;
  switch (error.errcode & 0xff) {
    case 13:
      return fault('storage-full', 'The disk of the database is full.', error);
    case 11:
    case 26:
      return fault('storage-damaged', 'The database file is damaged, or is not a database.', error);
    case 5:
    case 6:
      return new Fault('storage', 'Another program keeps the database busy.', 'Close that program.', error);
    case 3:
    case 8:
    case 14:
      return new Fault('storage', `The database file${of} cannot be opened for writing.`, fileAdvice, error);
    default:
      return new Fault('storage', `The database failed: ${error.message}.`, 'See the cause in the log.', error);
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function postgresFault(error: Error): Fault | null {
  if (!('severity' in error && 'code' in error) || typeof error.code !== 'string') return null;
  const code = error.code;
  if (code === '53100') return fault('storage-full', 'The disk of the database server is full.', error);
  if (code.startsWith('08') || code.startsWith('57') || code === '53300' || code === '55P03' || code === '25P03') {
    return fault('storage-unreachable', 'The database server does not answer as it should.', error);
  }
  if (code.startsWith('28') || code === '3D000') {
    const hint = 'Check user, password and database in DATABASE_URL.';
    return new Fault('storage', 'The database server does not let the bot in.', hint, error);
  }
  if (code === 'XX001' || code === 'XX002') return fault('storage-damaged', 'The database is damaged.', error);
  return new Fault('storage', `The database failed: ${error.message}.`, 'See the cause in the log.', error);
}

const systemCodes = /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN)$/;

/** What `pg` says, without a code, when a connection cannot be made, breaks, or does not answer in time. */
const errorMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered))/;

function connectionFault(error: Error): Fault | null {
  const code = 'code' in error && systemCodes.test(String(error.code)) ? ` (${error.code})` : '';
  if (code === '' && !errorMessages.test(error.message)) return null;
  return fault('storage-unreachable', `The database server${placeOf(error)} cannot be reached${code}.`, error);
}

/** ` at 127.0.0.1:5432`, or the host name that could not be resolved; the error does not contain the password. */
function placeOf(error: Error): string {
  if ('address' in error && 'port' in error) {
    const address = String(error.address);
    return ` at ${address.includes(':') ? `[${address}]` : address}:${error.port}`;
  }
  return 'hostname' in error ? ` at ${error.hostname}` : '';
}

/** The folder of the database file cannot be created, or its path is not a folder. */
function folderFault(error: Error): Fault | null {
  if (!('syscall' in error && 'path' in error && 'code' in error)) return null;
  return new Fault('storage', `The database cannot be kept at ${error.path} (${error.code}).`, fileAdvice, error);
}

function fault(code: keyof typeof advice, message: string, cause: Error): Fault {
  return new Fault(code, message, advice[code], cause);
}
