import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { refuseInsideUnit } from '../inside-unit.ts';
import type { FairQueue } from './fair-queue.ts';
import type { SqliteConnection } from './node-sqlite.ts';

/**
 * Kysely's SQLite dialect with what it lacks: transactions that take the write lock immediately (a deferred one fails
 * at its first write if another has written meanwhile, and waiting does not help), a rollback that does not hide the
 * original error, migrations that roll back as a whole, and fair queueing. The opener of the connection closes it.
 */
export function sqliteDialect(connection: SqliteConnection, queue: FairQueue): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => createDriver(connection, queue),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  /** There is only one connection, and our own queue hands it out. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function createDriver(connection: SqliteConnection, queue: FairQueue): Driver {
  const one = toKysely(connection);
  const run = async (statement: string) => {
    await one.executeQuery(CompiledQuery.raw(statement));
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      refuseInsideUnit();
      await queue.enter();
      return one;
    },
    releaseConnection: async () => queue.leave(),
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: async () => {
      if (connection.isInTransaction()) await run('rollback');
    },
    destroy: async () => undefined,
  };
}

function toKysely(connection: SqliteConnection): DatabaseConnection {
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      const statement = connection.prepare(sql);
      if (statement.isReader) return { rows: statement.all(parameters) as Row[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(parameters)) };
    },
    streamQuery: () => {
      throw new Error('Nothing here is read as a stream.');
    },
  };
}
