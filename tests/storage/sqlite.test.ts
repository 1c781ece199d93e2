import { join } from 'node:path';
import { sqliteDialect } from '../../src/storage/sqlite/dialect.ts';
import { createFairQueue } from '../../src/storage/sqlite/fair-queue.ts';
import { connect } from '../../src/storage/sqlite/node-sqlite.ts';
import { describeContract } from './contract/contract.ts';
import { createFolders } from './folder.ts';
import { describeUpgrade } from './upgrade.ts';

const createFolder = createFolders();

const locate = async () => ({ kind: 'sqlite', path: join(await createFolder(), 'bot.sqlite') }) as const;

describeContract({ name: 'SQLite', locate });

describeUpgrade('SQLite', async () => {
  const location = await locate();
  return { location, dialect: sqliteDialect(connect(location.path), createFairQueue()) };
});
