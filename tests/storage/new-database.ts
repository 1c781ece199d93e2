import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateStore } from '../../src/storage/open-store.ts';
import { silent } from '../silent.ts';

let made: Promise<Buffer> | null = null;

/**
 * Puts a database without a row at that path, as the first start of a bot leaves it. It is made once in a process, since all
 * the steps of the schema take longer than most tests; that they work is for the tests of the storage.
 */
export async function putNewDatabase(path: string): Promise<void> {
  made ??= make();
  writeFileSync(path, await made);
}

async function make(): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'new-database-'));
  const path = join(directory, 'bot.sqlite');
  await migrateStore({ kind: 'sqlite', path }, silent);
  const bytes = readFileSync(path);
  rmSync(directory, { recursive: true });
  return bytes;
}
