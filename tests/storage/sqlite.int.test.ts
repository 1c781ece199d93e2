import { join } from 'node:path';
import type { Location } from '../../src/storage/engine.ts';
import { sqliteDialect } from '../../src/storage/sqlite/dialect.ts';
import { createFairQueue } from '../../src/storage/sqlite/fair-queue.ts';
import { connect, type SqliteConnection } from '../../src/storage/sqlite/node-sqlite.ts';
import { describeContract } from './contract/contract.ts';
import { describeSchema, layOut } from './describe-schema.ts';
import { createFolders } from './folder.ts';
import { describeUpgrade } from './upgrade.ts';

const createFolder = createFolders();

const locate = async () => ({ kind: 'sqlite', path: join(await createFolder(), 'bot.sqlite') }) as const;

describeContract({ name: 'SQLite', locate });

describeUpgrade('SQLite', async () => {
  const location = await locate();
  return { location, dialect: sqliteDialect(connect(location.path), createFairQueue()) };
});

/** SQLite keeps the statements themselves; its own tables and Kysely's are left out. */
const statements = `select type, sql from sqlite_schema where sql is not null and name not like 'sqlite%'
  and name not like 'kysely%' order by type = 'index', name`;

function using<Result>(location: Location, work: (connection: SqliteConnection) => Result): Result {
  const connection = connect(location.kind === 'sqlite' ? location.path : '');
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

describeSchema({
  name: 'SQLite',
  place: locate,
  read: async (location) =>
    using(location, (connection) => connection.prepare(statements).all([])).map(
      ({ type, sql }) => `${type === 'table' ? layOut(String(sql)) : sql};`,
    ),
  make: async (location, text) => using(location, (connection) => connection.run(text)),
});
