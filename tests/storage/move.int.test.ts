import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Location } from '../../src/storage/engine.ts';
import { moveDatabase, type Progress } from '../../src/storage/move/move-database.ts';
import { freeSequences } from '../../src/storage/move/sequences.ts';
import { migrateStore, openStore } from '../../src/storage/open-store.ts';
import { runCommand } from '../cli/run-command.ts';
import { silent } from '../silent.ts';
import type { PostgresServer } from '../simulators/postgres/server.ts';
import { startPostgres } from '../simulators/postgres/server.ts';
import { startChild } from './child.ts';
import { carryOut, contentOf, fill } from './fill.ts';
import { createFolders } from './folder.ts';
import { putNewDatabase } from './new-database.ts';

const createFolder = createFolders();
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const inPostgres = async () => ({ kind: 'postgres', url: await server.createDatabase() }) as const;
const inFile = async () => ({ kind: 'sqlite', path: join(await createFolder(), 'bot.sqlite') }) as const;

let filled: Promise<{ readonly path: string; readonly tables: readonly string[] }> | null = null;

async function makeFilled() {
  const { path } = await inFile();
  await putNewDatabase(path);
  return { path, tables: await fill({ kind: 'sqlite', path }, (table) => (table === 'memory_answers' ? 2_003 : 7)) };
}

/** A SQLite file with rows in every table; more in one than fit into a page. It is made once, and copied. */
async function filledFile() {
  filled ??= makeFilled();
  const { path, tables } = await filled;
  const location = await inFile();
  copyFileSync(path, location.path);
  return { location, tables };
}

const unheard: Progress = { copied: () => {}, compared: () => {} };
const move = (from: Location, to: Location, progress = unheard) => moveDatabase(from, to, progress, silent);
const urlOf = (location: Location) => (location.kind === 'sqlite' ? `file:${location.path}` : location.url);

describe('a database that is moved', () => {
  it('has every row of every table on the other side, and again on the way back', async () => {
    const { location, tables } = await filledFile();
    expect(tables.length).toBeGreaterThan(30);
    // The numbers of the rows that came last, and are gone, were given once.
    await carryOut(location, 'delete from memory_answers where seq > 2000');
    // Nobody was alive lately.
    await carryOut(location, 'update instances set seen_at = seen_at % 1000');
    const before = await contentOf(location);
    expect(before['memory_answers']?.join()).toContain('“');
    const moved = await inPostgres();
    const compared = new Map<string, number>();
    const total = await move(location, moved, {
      ...unheard,
      compared: (table: string, rows: number) => void compared.set(table, rows),
    });
    expect([...compared.keys()].toSorted()).toEqual(tables.toSorted());
    expect(total).toBe(7 * (tables.length - 1) + 2_000);
    expect(await contentOf(moved)).toEqual(before);
    const back = await inFile();
    expect(await move(moved, back)).toBe(total);
    expect(await contentOf(back)).toEqual(before);
    for (const place of [moved, back]) {
      const [row] = await carryOut(
        place,
        `insert into memory_answers (learner, scope, source, question, item, topic, level, correct, at)
          values ('new', '', '', '', '', '', '', 1, 1) returning seq`,
      );
      expect(row).toEqual({ seq: 2_004 });
    }
  });

  it('counts on where it was: every sequence that PostgreSQL has is one that is moved', async () => {
    const location = await inPostgres();
    await migrateStore(location, silent);
    const names = (await carryOut(location, `select relname from pg_class where relkind = 'S' order by relname`)).map(
      (row) => (row as { relname: string }).relname,
    );
    const ofTables = (
      await carryOut(location, `select table_name from information_schema.columns where is_identity = 'YES'`)
    ).map((row) => `${(row as { table_name: string }).table_name}_seq_seq`);
    expect(names).toEqual([...ofTables, ...freeSequences.map(({ sequence }) => sequence)].toSorted());
    const { location: file } = await filledFile();
    const moved = await inPostgres();
    await move(file, moved);
    const [{ next }, { last }] = [
      (await carryOut(moved, `select nextval('lane_places') as next`))[0] as { next: number },
      (await carryOut(moved, 'select max(seq) as last from outgoings'))[0] as { last: number },
    ];
    expect(next).toBe(last + 1);
  });

  it('is told line by line, and says what to do then', async () => {
    const { location } = await filledFile();
    const to = await inPostgres();
    const { code, stdout, stderr } = await runCommand(['db', 'move', '--from', urlOf(location), '--to', urlOf(to)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^ {2}memory_answers: 2,003 rows copied and compared$/m);
    expect(stdout).toMatch(/holds all 2,\d{3} rows of .*bot\.sqlite, and each is the same\.\nSet DATABASE_URL to it/);
  });
});

describe('a move', () => {
  it('is refused where the target holds a row, which stays as it is', async () => {
    const { location } = await filledFile();
    const to = await inPostgres();
    await carryOut(to, `insert into events (event, seen_at) values ('e', 1)`);
    const before = await contentOf(to);
    const refused = await runCommand(['db', 'move', '--from', urlOf(location), '--to', urlOf(to)]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('holds rows already (in events)')]);
    expect(await contentOf(to)).toEqual(before);
  });

  it('is refused while a bot works on the source', async () => {
    const { location } = await filledFile();
    const bot = await openStore(location, { owner: 'bot', log: silent });
    const to = await inPostgres();
    await expect(move(location, to)).rejects.toMatchObject({ code: 'storage-locked' });
    await bot.close();
    await move(location, to);
    const other = await openStore(to, { owner: 'other', log: silent });
    await other.beat((await other.serverTime()) ?? 0);
    await expect(move(to, await inFile())).rejects.toMatchObject({ code: 'storage-locked' });
    await other.close();
  });

  it('is refused where there is no source, or where it is the target, and makes no file', async () => {
    const nothing = await inFile();
    await expect(move(nothing, await inPostgres())).rejects.toThrow('There is no database');
    await expect(move(nothing, nothing)).rejects.toThrow('the same database');
    expect((await runCommand(['db', 'move', '--from', 'file:x'])).stderr).toContain('--to is missing');
    expect((await runCommand(['db', 'move', '--from', 'x', '--to', 'file:y'])).stderr).toContain(
      '--from must begin with',
    );
  });

  it('that is killed leaves the target empty, and does all of it the next time', async () => {
    const { location } = await filledFile();
    const to = await inPostgres();
    const child = startChild('mover', [location.path, to.url]);
    await child.wrote(10);
    await child.kill();
    expect(Object.values(await contentOf(to)).flat()).toEqual([]);
    await move(location, to);
    expect(await contentOf(to)).toEqual(await contentOf(location));
  });

  it('notices a single value that did not arrive as it was, and leaves the target empty', async () => {
    const { location } = await filledFile();
    const to = await inPostgres();
    await carryOut(to, 'alter table boards alter column people type real');
    await expect(move(location, to)).rejects.toThrow(
      /^A row of boards is not the same in both databases \(board ".*·\d", period ".*"\)\.$/,
    );
    expect(Object.values(await contentOf(to)).flat()).toEqual([]);
  });

  it('of a text that PostgreSQL cannot hold says so and leaves the target empty', async () => {
    const { location } = await filledFile();
    await carryOut(
      location,
      `update events set event = 'a' || char(0) || 'b' where event = (select max(event) from events)`,
    );
    const to = await inPostgres();
    await expect(move(location, to)).rejects.toThrow(/^The database failed: invalid byte sequence/);
    expect(Object.values(await contentOf(to)).flat()).toEqual([]);
  });
});
