import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** A statement that was prepared; `isReader` tells whether it gives rows. */
export type Prepared = {
  readonly isReader: boolean;
  readonly all: (parameters: readonly unknown[]) => Readonly<Record<string, unknown>>[];
  /** Runs it and tells how many rows it changed. */
  readonly run: (parameters: readonly unknown[]) => number;
};

/** A connection to one SQLite file: the one place that knows Node's own driver. */
export type SqliteConnection = {
  /** Prepares a statement, or gives the one prepared before for the same text. */
  readonly prepare: (text: string) => Prepared;
  /** Runs statements that give nothing back. */
  readonly run: (text: string) => void;
  /** False once SQLite itself has rolled back, as it does when the disk is full. */
  readonly isInTransaction: () => boolean;
  /** Copies the database to a new file while others go on writing. */
  readonly copyTo: (file: string) => Promise<void>;
  readonly close: () => void;
};

/** Statements kept; texts with lists of varying length would otherwise add up for ever. */
const mostStatements = 500;

type ConnectOptions = {
  readonly isReadOnly?: boolean;
  /** How long, in ms, a statement waits for a lock that another process has; the whole process waits with it. */
  readonly busyTimeout?: number;
};

/** Opens a file, and makes it unless it is only to be read. Throws the driver's errors, with SQLite's code as `errcode`. */
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

/** A first argument that is an object would be taken for named parameters, and its column filled with NULL in silence. */
function toInput(value: unknown): SQLInputValue {
  if (value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array) {
    return value as SQLInputValue;
  }
  throw new TypeError(`SQLite stores no ${typeof value}.`);
}
