import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** A prepared statement; `isReader` tells whether it returns rows. */
export type Prepared = {
  readonly isReader: boolean;
  readonly all: (parameters: readonly unknown[]) => Readonly<Record<string, unknown>>[];
  /** Runs it and returns how many rows it changed. */
  readonly run: (parameters: readonly unknown[]) => number;
};

/** A connection to one SQLite file: the only place that knows Node's driver. */
export type SqliteConnection = {
  /** Prepares a statement, or returns the one prepared earlier for the same text. */
  readonly prepare: (text: string) => Prepared;
  /** Runs statements that return nothing. */
  readonly run: (text: string) => void;
  /** False once SQLite itself has rolled back, as it does when the disk is full. */
  readonly isInTransaction: () => boolean;
  /** Copies the database to a new file while others keep writing. */
  readonly copyTo: (file: string) => Promise<void>;
  readonly close: () => void;
};

/** Prepared statements that are cached; texts with lists of varying length would otherwise pile up. */
const mostStatements = 500;

type ConnectOptions = {
  readonly isReadOnly?: boolean;
  /** How long, in ms, a statement waits for another process's lock; it blocks the whole process. */
  readonly busyTimeout?: number;
};

/** Opens a file, creating it unless it is read-only. Throws the driver's errors, with SQLite's code as `errcode`. */
export function connect(
  path: string,
  { isReadOnly = false, busyTimeout = 200 }: ConnectOptions = {},
): SqliteConnection {
  const database = new DatabaseSync(path, { readOnly: isReadOnly, timeout: busyTimeout });
  const statements = new Map<string, Prepared>();
  return {
    prepare: (text) => {
      const known = statements.get(text);
      if (known !== undefined) return known;
      if (statements.size >= mostStatements) statements.clear();
      const prepared = toPrepared(database.prepare(text));
      statements.set(text, prepared);
      return prepared;
    },
    run: (text) => database.exec(text),
    isInTransaction: () => database.isTransaction,
    copyTo: async (file) => {
      await backup(database, file);
    },
    close: () => database.close(),
  };
}

function toPrepared(statement: StatementSync): Prepared {
  return {
    isReader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toInput)),
    run: (parameters) => Number(statement.run(...parameters.map(toInput)).changes),
  };
}

/** An object as the first argument would be taken for named parameters, and its column silently set to NULL. */
function toInput(value: unknown): SQLInputValue {
  if (value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array) {
    return value as SQLInputValue;
  }
  throw new TypeError(`SQLite stores no ${typeof value}.`);
}
