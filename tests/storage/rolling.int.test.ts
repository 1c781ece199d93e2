import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/storage/migrations/migrations.ts';
import { inTurn } from '../../src/storage/migrations/statements.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { sqliteDialect } from '../../src/storage/sqlite/dialect.ts';
import { createFairQueue } from '../../src/storage/sqlite/fair-queue.ts';
import { connect } from '../../src/storage/sqlite/node-sqlite.ts';
import { silent } from '../silent.ts';
import type { PostgresServer } from '../simulators/postgres/server.ts';
import { startPostgres } from '../simulators/postgres/server.ts';
import { until } from '../until.ts';
import { oddRow } from './fill.ts';
import { createFolders } from './folder.ts';
import { sampleAnswer, sampleQuiz } from './samples.ts';

/** Steps that took something away which a version before them used. After the last of them there is none, and shall be none. */
const taking = ['0002-team-periods', '0003-asked-items'];

/** So many versions of the schema an instance may be behind while it goes on. */
const behind = 2;

const createFolder = createFolders();

describe('a step of the schema', () => {
  const names = Object.keys(migrations('sqlite'));
  const held = names.slice(names.indexOf(taking.at(-1) ?? '') + behind + 1);

  it.each(held)('%s leaves room for what an instance two versions older writes and reads', async (name) => {
    const connection = connect(join(await createFolder(), 'bot.sqlite'));
    const db = new Kysely<unknown>({ dialect: sqliteDialect(connection, createFairQueue()) });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations('sqlite') }) } });
    const older = names[names.indexOf(name) - behind] ?? '';
    expect((await migrator.migrateTo(older)).error).toBeUndefined();
    const known = (await db.introspection.getTables()).filter(({ name: table }) => !table.startsWith('sqlite_'));
    expect((await migrator.migrateTo(name)).error).toBeUndefined();
    for (const { name: table, columns } of known) {
      const given = columns.filter(({ isAutoIncrementing }) => !isAutoIncrementing);
      const refs = sql.join(given.map((column) => sql.ref(column.name)));
      const put = sql`insert into ${sql.table(table)} (${refs}) values (${sql.join(oddRow(given, 1))})`.execute(db);
      await expect(put, table).resolves.toBeDefined();
      expect((await sql`select ${refs} from ${sql.table(table)}`.execute(db)).rows).toHaveLength(1);
    }
    connection.close();
  });
});

describe('while a newer version brings the database up to date', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('an older instance goes on, loses nothing, and is refused only when it is started anew', async () => {
    const location = { kind: 'postgres', url: await server.createDatabase() } as const;
    const older = await openStore(location, { owner: 'older', log: silent });
    await older.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
    const acknowledged: string[] = [];
    let going = true;
    const lanes = [0, 1, 2, 3].map(async (lane) => {
      for (let no = 0; going; no += 1) {
        const { kind } = await older.answers.record('q', 1, sampleAnswer(`${lane}:${no}`));
        if (kind === 'recorded') acknowledged.push(`${lane}:${no}`);
      }
    });
    await until(() => expect(acknowledged.length).toBeGreaterThan(100));
    await takeSteps(location.url, {
      '9998-remarks': inTurn([
        `alter table quiz_answers add column remark text`,
        'create index quiz_answers_remark on quiz_answers (remark)',
      ]),
      '9999-notes': inTurn([`create table notes (id text primary key, body text not null default '')`]),
    });
    const sofar = acknowledged.length;
    await until(() => expect(acknowledged.length).toBeGreaterThan(sofar + 100));
    await expect(openStore(location, { owner: 'again', log: silent })).rejects.toMatchObject({ code: 'storage-newer' });
    going = false;
    await Promise.all(lanes);
    const rows = await older.transact(({ quizzes }) => quizzes.answers('q'));
    expect(rows.map(({ user }) => user).toSorted()).toEqual(acknowledged.toSorted());
    await older.close();
  });
});

/** What a newer version does at its start: all steps that it knows, in one transaction. */
async function takeSteps(url: string, further: ReturnType<typeof migrations>): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) });
  const provider = { getMigrations: async () => ({ ...migrations('postgres'), ...further }) };
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  await db.destroy();
}
