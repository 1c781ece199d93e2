import { chmod, copyFile, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/storage/create-store.ts';
import { openEngine } from '../../src/storage/open-store.ts';
import { backUp } from '../../src/storage/sqlite/back-up.ts';
import { connect } from '../../src/storage/sqlite/node-sqlite.ts';
import { silent } from '../silent.ts';
import { startChild } from './child.ts';
import { createFolders } from './folder.ts';
import { createOpening } from './opener.ts';
import { sampleAnswer, sampleQuiz, sampleTimer } from './samples.ts';

const createFolder = createFolders();
const locate = async () => ({ kind: 'sqlite', path: join(await createFolder(), 'bot.sqlite') }) as const;

/** A database with something in every part of it. */
async function filled(open: ReturnType<typeof createOpening>) {
  const place = await locate();
  const store = await open(place);
  await store.transact(async ({ quizzes, timers }) => {
    await quizzes.open(sampleQuiz('q'));
    for (let no = 0; no < 300; no += 1) await timers.arm(sampleTimer(`timer ${no}`));
  });
  await Promise.all(Array.from({ length: 300 }, (_, no) => store.answers.record('q', 1, sampleAnswer('u', { no }))));
  await store.close();
  return place;
}

describe('a database file that is not what it should be', () => {
  const open = createOpening({ locate });

  /** Refused with that code, and not a byte of it changed. */
  const expectRefused = async (path: string, code: string) => {
    const before = await readFile(path);
    const fault = await open({ kind: 'sqlite', path }).catch((error) => error);
    expect(fault).toMatchObject({ name: 'Fault', code });
    expect(fault.hint).toMatch(code === 'storage-newer' ? /version/ : /backup/);
    expect(before.equals(await readFile(path))).toBe(true);
    expect(fault).toBeInstanceOf(Error);
  };

  it('is refused and left alone when a byte of any page was flipped', async () => {
    const { path } = await filled(open);
    const sound = await readFile(path);
    const pages = sound.length / 4096;
    for (const page of [0, 1, 2, Math.floor(pages / 2), pages - 1]) {
      const flipped = Buffer.from(sound);
      // The first byte of a page tells its kind (https://sqlite.org/fileformat.html); a flip there cannot be harmless.
      flipped[page * 4096] = (flipped[page * 4096] ?? 0) ^ 0x10;
      await writeFile(path, flipped);
      await expectRefused(path, 'storage-damaged');
    }
    await writeFile(path, sound);
    expect(await (await open({ kind: 'sqlite', path })).isReady()).toBe(true);
  });

  it('is refused and left alone when it was cut, is empty, or is something else', async () => {
    const { path } = await filled(open);
    await truncate(path, Math.floor((await stat(path)).size / 2));
    await expectRefused(path, 'storage-damaged');
    await truncate(path, 0);
    await expectRefused(path, 'storage-damaged');
    await writeFile(path, 'These are my notes.\n'.repeat(500));
    await expectRefused(path, 'storage-damaged');
    const foreign = `${path}.foreign`;
    const other = connect(foreign);
    other.run('create table notes (text text)');
    other.close();
    await expectRefused(foreign, 'storage-damaged');
  });

  it('is refused and left alone when a newer version wrote it', async () => {
    const { path } = await filled(open);
    const later = connect(path);
    later.run(`insert into kysely_migration values ('9999-future', '2030-01-01T00:00:00.000Z')`);
    later.run('pragma wal_checkpoint(truncate)');
    later.close();
    await expectRefused(path, 'storage-newer');
  });

  it('is refused when it is a folder, or cannot be written', async () => {
    const folder = await createFolder();
    await expect(open({ kind: 'sqlite', path: folder })).rejects.toMatchObject({ code: 'storage' });
    const { path } = await filled(open);
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await copyFile(path, join(closed, 'bot.sqlite'));
    await chmod(join(closed, 'bot.sqlite'), 0o444);
    await chmod(closed, 0o555);
    await chmod(folder, 0o755);
    const child = startChild('opener', [join(closed, 'bot.sqlite')], 'nobody');
    await child.wrote(1);
    await child.kill();
    await chmod(closed, 0o755);
    expect(child.lines()).toEqual(['storage']);
  });
});

describe('a disk without room', () => {
  const open = createOpening({ locate });

  /**
   * SQLite's own limit of pages stands for the end of the disk: it gives the same SQLITE_FULL at the same places and rolls
   * back by itself in the same way, and needs no file system of a certain size, which not every machine lets tests make.
   */
  const limit = (pages: number) => sql.raw(`pragma max_page_count = ${pages}`);

  it('is told as such, loses nothing, and heals without a restart', async () => {
    const place = await locate();
    const engine = await openEngine(place, silent);
    const store = createStore(engine, 'o');
    await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
    await limit(1).execute(engine.db);
    const acknowledged = new Set<number>();
    let failed = 0;
    for (let group = 0; group < 40; group += 1) {
      const answers = Array.from({ length: 50 }, (_, no) => sampleAnswer('u', { no: group * 50 + no }));
      const ends = await Promise.allSettled(answers.map((answer) => store.answers.record('q', 1, answer)));
      for (const [place_, end] of ends.entries()) {
        if (end.status === 'fulfilled') acknowledged.add(group * 50 + place_);
        else expect(end.reason).toMatchObject({ code: 'storage-full' });
      }
      failed += ends.filter(({ status }) => status === 'rejected').length;
    }
    expect(acknowledged.size * failed).toBeGreaterThan(0);
    const large = store.transact(({ timers }) => timers.arm(sampleTimer('one', { payload: 'x'.repeat(100_000) })));
    await expect(large).rejects.toMatchObject({ code: 'storage-full' });
    expect(await store.isReady()).toBe(false);
    expect((await store.transact(({ quizzes }) => quizzes.answers('q'))).length).toBe(acknowledged.size);
    await limit(1e6).execute(engine.db);
    expect(await store.answers.record('q', 1, sampleAnswer('u', { no: 99_999 }))).toEqual({ kind: 'recorded' });
    expect(await store.isReady()).toBe(true);
    await store.close();
    const after = await open(place);
    expect(await after.transact(({ quizzes }) => quizzes.answers('q'))).toHaveLength(acknowledged.size + 1);
  });
});

describe('a backup', () => {
  const open = createOpening({ locate });

  it('is made while the bot writes, and is a database to start from', async () => {
    const place = await filled(open);
    const store = await open(place);
    const copy = join(await createFolder(), 'backups', 'bot.sqlite');
    const writing = Promise.all(
      Array.from({ length: 100 }, (_, no) => store.answers.record('q', 1, sampleAnswer('v', { no }))),
    );
    await backUp(place.path, copy);
    expect((await writing).every(({ kind }) => kind === 'recorded')).toBe(true);
    const restored = await open({ kind: 'sqlite', path: copy });
    const kept = (await restored.transact(({ quizzes }) => quizzes.answers('q'))).length;
    expect(kept).toBeGreaterThanOrEqual(300);
  });

  it('never takes the place of a file, and needs something to copy', async () => {
    const place = await filled(open);
    await expect(backUp(place.path, place.path)).rejects.toMatchObject({ code: 'storage' });
    await expect(backUp(`${place.path}.none`, `${place.path}.copy`)).rejects.toMatchObject({ code: 'storage' });
    await writeFile(place.path, 'damaged '.repeat(1_000));
    await expect(backUp(place.path, `${place.path}.copy`)).rejects.toMatchObject({ code: 'storage-damaged' });
    await expect(stat(`${place.path}.copy`)).rejects.toThrow();
  });
});
