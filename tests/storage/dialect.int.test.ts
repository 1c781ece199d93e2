import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/storage/open-store.ts';
import { runUnit } from '../../src/storage/run-unit.ts';
import { sqliteDialect } from '../../src/storage/sqlite/dialect.ts';
import { createFairQueue } from '../../src/storage/sqlite/fair-queue.ts';
import { connect } from '../../src/storage/sqlite/node-sqlite.ts';
import { silent } from '../silent.ts';
import { createFolders } from './folder.ts';

const createFolder = createFolders();

describe('the dialect for SQLite', () => {
  it('undoes all of a migration that fails in its middle', async () => {
    const connection = connect(join(await createFolder(), 'a.sqlite'));
    const db = new Kysely<unknown>({ dialect: sqliteDialect(connection, createFairQueue()) });
    const step = {
      up: async (on: Kysely<unknown>) => {
        await sql`create table one (a integer) strict`.execute(on);
        await sql`create table one (a integer) strict`.execute(on);
      },
    };
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ step }) } }).migrateToLatest();
    expect(error).toBeDefined();
    expect((await db.introspection.getTables()).map(({ name }) => name)).toEqual([]);
    connection.close();
  });

  it('waits for the disk at every commit', async () => {
    const engine = await openEngine({ kind: 'sqlite', path: join(await createFolder(), 'a.sqlite') }, silent);
    const read = async (pragma: string) =>
      Object.values((await sql.raw<object>(`pragma ${pragma}`).execute(engine.db)).rows[0] ?? {});
    expect([await read('synchronous'), await read('journal_mode')]).toEqual([[2], ['wal']]);
    const tables = (
      await sql<{ strict: number }>`select strict from pragma_table_list where schema = 'main'
      and name not like 'sqlite%' and name not like 'kysely%'`.execute(engine.db)
    ).rows;
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.every(({ strict }) => strict === 1)).toBe(true);
    await engine.close();
  });

  it('refuses the database itself inside a transaction, where it would wait for ever', async () => {
    const engine = await openEngine({ kind: 'sqlite', path: join(await createFolder(), 'a.sqlite') }, silent);
    const inside = runUnit(engine, 'o', () => engine.db.selectFrom('events').selectAll().execute());
    await expect(inside).rejects.toThrow('inside one of its own transactions');
    expect(await engine.db.selectFrom('events').selectAll().execute()).toEqual([]);
    await engine.close();
  });

  it('takes no object, date or boolean for a value', async () => {
    const connection = connect(join(await createFolder(), 'a.sqlite'));
    connection.run('create table one (a any)');
    for (const value of [new Date(), {}, true, undefined]) {
      expect(() => connection.prepare('insert into one values (?)').run([value])).toThrow(TypeError);
    }
    connection.close();
  });

  it('begins transactions with the write lock, so that none fails at its first write', async () => {
    const path = join(await createFolder(), 'a.sqlite');
    const [one, other] = [connect(path), connect(path)];
    one.run('pragma journal_mode = wal; create table a (b integer)');
    const db = new Kysely<{ a: { b: number } }>({ dialect: sqliteDialect(one, createFairQueue()) });
    await db.transaction().execute(async (tx) => {
      await tx.selectFrom('a').selectAll().execute();
      expect(() => other.run('insert into a values (1)')).toThrow('locked');
      await tx.insertInto('a').values({ b: 2 }).execute();
    });
    one.close();
    other.close();
  });
});

describe('the storage’s own walls', () => {
  const read = async (pattern: string) => {
    const paths = await Array.fromAsync(glob(pattern, { cwd: 'src' }));
    return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join('src', path), 'utf8') })));
  };

  it('let one file know Node’s SQLite, besides what reads decks of Anki, and one folder `pg`', async () => {
    const files = await read('**/*.ts');
    const knowing = (name: string) =>
      files.filter(({ text }) => text.includes(`from '${name}'`)).map(({ path }) => path);
    const stores = knowing('node:sqlite').filter((path) => !path.startsWith('import/readers/apkg-'));
    expect(stores).toEqual(['storage/sqlite/node-sqlite.ts']);
    expect(knowing('pg').filter((path) => !path.startsWith('storage/postgres/'))).toEqual([]);
  });

  it('hand units a transaction and never the database', async () => {
    const units = await read('storage/units/*.ts');
    expect(units.length).toBeGreaterThan(5);
    expect(units.filter(({ text }) => /\bdb\b|\bKysely\b|\.transaction\(/.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });
});
