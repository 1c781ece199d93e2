import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { learnerTables } from '../../src/storage/units/learner-tables.ts';
import { scopeTableNames } from '../../src/storage/units/scope-tables.ts';
import { sqliteDatabase } from '../faults/database.ts';
import { silent } from '../silent.ts';
import { createFolders } from './folder.ts';

const newFolder = createFolders();

/** Deleted with a workspace by other ways, and given to nobody: what was granted, and what earlier versions left. */
const others = ['installations', 'installed_workspaces', 'older_asked'];

it('names every table in which rows of a workspace can lie', async () => {
  const path = join(await newFolder(), 'bot.sqlite');
  const store = await openStore({ kind: 'sqlite', path }, { owner: 'test', log: silent });
  await store.close();
  const rows = await sqliteDatabase(path).read(
    `select distinct m.name as name from sqlite_master m join pragma_table_info(m.name) c
      where m.type = 'table' and c.name in ('scope', 'channel', 'board')`,
  );
  const found = rows.map(({ name }) => String(name));
  expect(found.length).toBeGreaterThan(15);
  const known: readonly string[] = [...scopeTableNames, ...learnerTables, ...others];
  expect(found.filter((name) => !known.includes(name))).toEqual([]);
});
